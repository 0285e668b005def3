"""A page beside the desk: heading, actions and one way back stay on top, a column scrolls under them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, shortcuts
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.role import set_role
from ui.widgets.scroll_page import ScrollPage

_USUAL = (720, 480)
"""Width and height, in pixels at a text scale of 100 %, of a page that nothing gives a size."""


class SidePage(Translated, QWidget):
    """Subclasses fill ``column`` and set ``heading``'s text; Esc and the button ask for the way back."""

    back_asked = Signal()
    guide_page: ClassVar[str] = ""
    """The page of the guide that F1 opens from here; empty opens it where it was."""

    widest: ClassVar[int] = 1040
    """Beyond this width the page stays in the middle; it grows with the text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self._back = QPushButton(self)
        self._back.setObjectName(f"{name}.back")
        self._back.setProperty("kind", "quiet")
        self._back.clicked.connect(self.back_asked)
        self._actions = FlowLayout(gap=SPACING.small, at_end=True)
        self._actions.addWidget(self._back)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(SPACING.small)
        self._top.addWidget(self.heading)
        self._top.addLayout(self._actions, 1)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACING.normal)
        self._lay_out(name)
        shortcuts.connect(shortcuts.SIDE_PAGE, self)

    def _lay_out(self, name: str) -> None:
        head, content = _Head(self._top, self), QWidget(self)
        self._limited: tuple[QWidget, ...] = (head, content)
        self._limit_width()
        self._top.setContentsMargins(SPACING.wide, SPACING.wide, SPACING.wide, SPACING.small)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(SPACING.wide, SPACING.tight, SPACING.wide, SPACING.section)
        inner.setSpacing(SPACING.normal)
        inner.addLayout(self.column)
        inner.addStretch()
        page = QWidget(self)
        _in_the_middle(content, page)
        self._scroll = ScrollPage(f"{name}.scroll", self)
        self._scroll.show_page(page)
        self._rule = QFrame(self)
        self._rule.setProperty("role", "line")
        self._rule.setFixedHeight(1)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._show_rule)
        self._head_row = _in_the_middle(head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head_row)
        outer.addWidget(self._rule)
        outer.addWidget(self._scroll, 1)
        self._show_rule(0)
        self._scroll.viewport().installEventFilter(self)

    @Slot(int)
    def _show_rule(self, scrolled: int) -> None:
        """Part the head from what has been scrolled under it."""
        set_role(self._rule, "line" if scrolled else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the head over the column, whether a scroll bar stands beside that or not."""
        if event.type() == QEvent.Type.Resize:
            self._head_row.setContentsMargins(0, 0, self._scroll.width() - self._scroll.viewport().width(), 0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the actions under the heading where both find no room in one line (large letters)."""
        super().resizeEvent(event)
        room = min(self.width(), beside_text(self.widest)) - 2 * SPACING.wide
        needed = self.heading.sizeHint().width() + self._actions.line_width() + SPACING.small
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if needed <= room else directions.TopToBottom)

    def add_action(self, name: str) -> QPushButton:
        """Add a button between heading and *Back*; the subclass sets its text."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{name}")
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def sizeHint(self) -> QSize:
        """A page's usual size; mostly a window makes it as large as itself."""
        return QSize(*map(beside_text, _USUAL))

    def wanted_height(self) -> int:
        """Return the height, in pixels, at which nothing of the page scrolls."""
        return sum(part.sizeHint().height() for part in self._limited)

    def bring(self, part: QWidget) -> None:
        """Bring a part of the page into view."""
        self._scroll.ensureWidgetVisible(part)

    @Slot()
    def go_back(self) -> None:
        """Leave the page."""
        self.back_asked.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the page."""
        self._back.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._back.setIcon(icons.icon("back"))
            self._limit_width()

    def _limit_width(self) -> None:
        for part in self._limited:
            part.setMaximumWidth(beside_text(self.widest))

    def retranslate(self) -> None:
        """Set the texts of the frame; subclasses add their own."""
        self._back.setIcon(icons.icon("back"))
        self._back.setText(translate("Settings", "Back"))
        self._back.setAccessibleName(translate("Settings", "Back"))


class WholePage(SidePage):
    """A page that fills the window and does not scroll: what is in its column does, where it must."""

    widest = 1 << 14

    def _lay_out(self, name: str) -> None:
        content = QWidget(self)
        self._limited = (content,)
        self._limit_width()
        _in_the_middle(content, self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.normal)
        self._top.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_Head(self._top, self))
        layout.addLayout(self.column, 1)


class _Head(QWidget):
    """Heading and actions: as high as their lines are at the width there is.

    It sets its height itself: otherwise the height of the whole page would depend on the width.
    """

    def __init__(self, line: QBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLayout(line)

    def hasHeightForWidth(self) -> bool:
        """No: that height is fixed as soon as the width is known."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow other words and other letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))


def _in_the_middle(content: QWidget, page: QWidget | None = None) -> QHBoxLayout:
    """Return the layout, ``page``'s where one is given, that has ``content`` in the middle."""
    row = QHBoxLayout(page) if page is not None else QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(content, 100)
    row.addStretch(1)
    return row


def say(button: QPushButton, text: str) -> None:
    """Set a button's text and its name for a screen reader."""
    button.setText(text)
    button.setAccessibleName(text)
