"""A frame of light around the screen for those who do not hear the sound."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

FLASH_MS = 300
_WIDTH = 28


class Flash(QWidget):
    """Lies behind its parent's parts, lets everything through, and shows one colour for a moment.

    ``above``, a part at the parent's foot, stays uncovered.
    """

    def __init__(self, parent: QWidget, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = parent
        self._colour = QColor()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_colour(self, colour: str) -> None:
        """Flash once in ``colour``."""
        self._colour = QColor(colour)
        self._fit()
        self.lower()  # a low screen's button at the foot stays legible
        self.show()
        self.update()
        self._timer.start(FLASH_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        foot = self._above.height() if self._above is not None else 0
        self.setGeometry(self._over.rect().adjusted(0, 0, 0, -foot))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        with QPainter(self) as painter:
            painter.setPen(QPen(self._colour, 2 * _WIDTH))
            painter.drawRect(self.rect())
