"""One filter with its count: a line of the sidebar, or with a key of its own a lane of *Hôm nay*."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.saved_filters import SavedFilter
from ui.inbox.filter_faces import Face, LaneFace, LineFace, Look, RailFace
from ui.language import Translated, translate
from ui.vocabulary.query_words import ALARMING, Listed, Overview, filter_word, icon_of, lane_hint

_MOVES = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}
_COUNTED = 999
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterButton(Translated, QAbstractButton):
    """In the sidebar exactly one is checked; a lane is begun by click, Enter or its key."""

    def __init__(self, chosen: Listed, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self.chosen, self._key = chosen, key
        self._count: int | None = 0
        self._face: Face = LaneFace() if key else LineFace()
        self.setCheckable(not key)
        own = f"saved.{chosen.id}" if isinstance(chosen, SavedFilter) else chosen.value
        self.setObjectName(f"{'today' if key else 'filter'}.{own}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    @property
    def count(self) -> int | None:
        """How many reports it holds."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show how many reports it holds; None where that cannot be told."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    def set_key(self, key: str) -> None:
        """Say which key begins this lane."""
        if key != self._key:
            self._key = key
            self.retranslate()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name beside it."""
        self._face = RailFace() if narrow else LineFace()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Name the button; the tip serves the rail and large text."""
        self.setText(filter_word(self.chosen))
        if self._key:
            self.setAccessibleName(translate("Today", "{lane}, go through").format(lane=self.text()))
            self.setAccessibleDescription(f"{self._counted()}, {self._hint()}, {self._key}")
            return
        spoken = translate("Filter", "{name}, {count}").format(name=self.text(), count=self._counted())
        counted = not isinstance(self.chosen, Overview)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(spoken if counted else "")
        self.setToolTip(spoken if counted else self.text())

    def sizeHint(self) -> QSize:
        """As wide as its pane makes it."""
        return QSize(0, self._face.height)

    def wanted_width(self) -> int:
        """Return the pixels at which its name is whole; 0 where it needs none."""
        return self._face.wanted_width(self._look())

    def minimumSizeHint(self) -> QSize:
        """Never less high than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In a lane Enter begins as Space does, Up and Down step to the neighbour."""
        key = Qt.Key(event.key())
        if not self._key:
            super().keyPressEvent(event)
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        elif key in _MOVES:
            self.focusNextPrevChild(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Have the face paint what there is to see."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._face.paint(painter, self.rect(), self._look())

    def _look(self) -> Look:
        return Look(
            words=self.text(),
            icon=icon_of(self.chosen),
            count=None if isinstance(self.chosen, Overview) else self._counted(),
            alarming=self.chosen in ALARMING,
            checked=self.isChecked(),
            hovered=self.underMouse(),
            focused=self.hasFocus(),
            hint=self._hint(),
            key=self._key,
        )

    def _counted(self) -> str:
        """The count in figures; counting a kept list stops at a thousand."""
        if self._count is None:
            return "–"
        stopped = isinstance(self.chosen, SavedFilter) and self._count > _COUNTED
        return f"{_COUNTED}+" if stopped else str(self._count)

    def _hint(self) -> str:
        return lane_hint(self.chosen) if self._key and isinstance(self.chosen, QuickFilter) else ""
