"""The choice of the list's order, by a menu on one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.store.inbox_query import SortKey
from ui.icons import icon
from ui.language import Translated, translate
from ui.vocabulary.query_words import sort_word

_NEWEST_FIRST = frozenset({SortKey.RECEIVED, SortKey.CODE})


class SortButton(Translated, QToolButton):
    """Choosing the order in force again turns it round."""

    changed = Signal(object, bool)
    """The ``SortKey`` and whether it runs downwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.sort")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIcon(icon("sort", "muted", 18))
        self._key, self._descending = SortKey.DUE, False
        menu, group = QMenu(self), QActionGroup(self)
        self._actions: dict[SortKey, QAction] = {}
        for key in SortKey:
            action = QAction(menu, checkable=True)
            action.triggered.connect(partial(self._choose, key))
            group.addAction(action)
            menu.addAction(action)
            self._actions[key] = action
        self._actions[self._key].setChecked(True)
        self.setMenu(menu)
        self.retranslate()

    def show_order(self, key: SortKey, *, descending: bool) -> None:
        """Show which order is in force without telling anybody."""
        self._key, self._descending = key, descending
        self._actions[key].setChecked(True)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIcon(icon("sort", "muted", 18))

    def retranslate(self) -> None:
        """Name the orders and say which one is in force."""
        for key, action in self._actions.items():
            action.setText(sort_word(key))
        down = translate("Sort", "descending") if self._descending else translate("Sort", "ascending")
        said = translate("Sort", "Sort: {key}, {direction}").format(key=sort_word(self._key), direction=down)
        self.setAccessibleName(translate("Sort", "Sort order"))
        self.setAccessibleDescription(said)
        self.setToolTip(said)

    def _choose(self, key: SortKey, _checked: bool = True) -> None:
        self._descending = not self._descending if key is self._key else key in _NEWEST_FIRST
        self._key = key
        self.retranslate()
        self.changed.emit(key, self._descending)
