"""A sentence over a view with *Undo*, gone by itself when the hold is over; it lies on no field or button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.clear_place import clear_place, pages_in

_FOOT = 72
"""Pixels between the toast and the foot of its view, where nothing there is in its way."""
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest})
"""What may bring something under it: a panel that opens, a page that scrolls."""


class Toast(Translated, QFrame):
    """Lies over ``parent``, never takes the focus; a second toast takes the first one's place.

    It gives way to what one writes in or presses, whatever is opened beneath it while it is there.
    """

    def __init__(self, parent: QWidget) -> None:
        # ground without a layout: a child that comes into a view with one has the whole view laid out anew
        self._ground = QWidget(parent)
        super().__init__(self._ground)
        self.setObjectName("toast")
        self.setProperty("role", "popup")  # before the ground is shown, which polishes what stands in it
        self._ground.resize(0, 0)
        self._ground.show()
        self._view = parent
        self._undo: Callable[[], None] | None = None
        self._label = QLabel(self)
        self._label.setObjectName("toast.text")
        self._button = QPushButton(self)
        self._button.setObjectName("toast.undo")
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._undone)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._settled = QTimer(self)  # once what was asked for beneath it has its place
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._give_way)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.small, SPACING.small, SPACING.small)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()
        self._label.ensurePolished()
        self._button.ensurePolished()  # not between a command and its paint

    def say(self, text: str, milliseconds: int, undo: Callable[[], None] | None = None) -> None:
        """Show ``text`` for so long; ``undo`` is called at most once, by the button."""
        self._undo = undo
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(undo is not None)
        self._timer.start(milliseconds)
        self.show()
        self._place()
        self._ground.raise_()
        self._settled.start()

    def can_undo(self) -> bool:
        """Tell whether *Undo* is on offer now."""
        return self._undo is not None and self._timer.isActive()

    def undo(self) -> None:
        """Do what the button does, for the keyboard."""
        if self.can_undo():
            self._undone()

    def retranslate(self) -> None:
        """Name the button."""
        self._button.setText(translate("Toast", "Undo (Ctrl+Z)"))
        self._button.setAccessibleName(translate("Toast", "Undo"))
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing that a pointer could meet."""
        super().hideEvent(event)
        self._ground.resize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay within the view when it grows or shrinks, and out of the way of what moves in it."""
        if event.type() in _MOVES and not self.isHidden():
            if event.type() == QEvent.Type.Resize and watched is self._view:
                self._place()
            self._settled.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.isHidden():
            return
        room = self._view.width() - 2 * SPACING.wide
        self._label.setWordWrap(False)
        self._label.setWordWrap(self.sizeHint().width() > room)
        width = min(self.sizeHint().width(), room) if not self._label.wordWrap() else room
        height = self.heightForWidth(width) if self._label.wordWrap() else self.sizeHint().height()
        self.resize(width, height)
        self._lie()

    def _lie(self) -> None:
        self._ground.setGeometry(
            QRect(clear_place(self._view, self.size(), _FOOT, self._ground), self.size())
        )

    @Slot()
    def _give_way(self) -> None:
        """Something beneath has come, gone or moved."""
        if self.isHidden():
            return
        self._lie()
        for page in pages_in(self._view):
            page.installEventFilter(self)  # once, however often

    @Slot()
    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()
