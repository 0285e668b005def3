"""A page as high as what stands on it while there is room, and scrolled where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TARGET
from ui.widgets.scroll_page import ScrollPage

_LEAST = 4 * TARGET
"""A page that must be short still shows a field and what it is called."""


class FittingScroll(ScrollPage):
    """Asks for its page's height; never for less than a few lines of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_page(self, page: QWidget) -> None:
        """Show ``page``; what changes its height changes the height asked for."""
        super().show_page(page)
        page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the page is at the width there is."""
        return QSize(0, self._wanted())

    def minimumSizeHint(self) -> QSize:
        """A few lines, or the whole page where it is shorter."""
        return QSize(0, min(_LEAST, self._wanted()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what changes on the page."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted(self) -> int:
        page = self.widget()
        if page is None:
            return 0
        hint = page.sizeHint().height()
        if page.hasHeightForWidth():
            hint = max(hint, page.heightForWidth(max(1, self.viewport().width())))
        return hint
