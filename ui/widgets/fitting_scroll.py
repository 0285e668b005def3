"""A page as high as what stands on it while there is room, and scrolled where there is not."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.theme import SPACING, TARGET
from ui.widgets.scroll_page import ScrollPage


class FittingScroll(ScrollPage):
    """Asks for its page's height; never for less than a few lines of it. Where one writes stays in sight."""

    least: ClassVar[int] = 2 * TARGET
    """Pixels of height that a page which must be short still has: a field and what it is called."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def show_page(self, page: QWidget) -> None:
        """Show ``page``; what changes its height changes the height asked for."""
        super().show_page(page)
        page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the page is at the width there is."""
        return QSize(0, self._wanted())

    def minimumSizeHint(self) -> QSize:
        """A few lines, or the whole page where it is shorter."""
        return QSize(0, min(self.least, self._wanted()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height; in another height one goes on where one writes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._follow(self.window().focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what changes on the page."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # nothing moves under a click
            self._follow(now)

    def _follow(self, part: QWidget | None) -> None:
        """Bring a part of the page into sight: whole, or its upper end, in any case where its cursor is."""
        page = self.widget()
        if part is None or page is None or not page.isAncestorOf(part):
            return
        top = part.mapTo(page, QPoint()).y()
        height = min(part.height(), self.viewport().height() - 2 * SPACING.tight)
        self.ensureVisible(0, top + height, 0, SPACING.tight)
        self.ensureVisible(0, top, 0, SPACING.tight)
        self.ensureWidgetVisible(part, 0, SPACING.tight)

    def _wanted(self) -> int:
        page = self.widget()
        if page is None:
            return 0
        hint = page.sizeHint().height()
        if page.hasHeightForWidth():
            hint = max(hint, page.heightForWidth(max(1, self.viewport().width())))
        return hint
