"""How the list is shown: groups by deadline, height of a row, what its second line tells; by a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.store.habits import Habits, RowDetail
from ui.icons import icon
from ui.language import Translated, translate
from ui.vocabulary.query_words import detail_word


class ViewButton(Translated, QToolButton):
    """Shows the habits in force; a choice in the menu tells the new ones."""

    changed = Signal(object)
    """The ``Habits`` as the person wants them now."""

    def __init__(self, habits: Habits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._habits = habits
        self.setObjectName("inbox.view")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIcon(icon("eye", "muted", 18))
        self._menu = QMenu(self)
        self._grouped = self._toggle("grouped", lambda on: replace(self._habits, grouped=on))
        self._dense = self._toggle("dense", lambda on: replace(self._habits, dense=on))
        self._section = self._menu.addSection("")
        self._details = {each: self._toggle(each, partial(self._tell, each)) for each in RowDetail}
        self.setMenu(self._menu)
        self.show_habits(habits)
        self.retranslate()

    @property
    def habits(self) -> Habits:
        """What is in force."""
        return self._habits

    def show_habits(self, habits: Habits) -> None:
        """Tick what is in force, without telling anybody."""
        self._habits = habits
        self._grouped.setChecked(habits.grouped)
        self._dense.setChecked(habits.dense)
        for detail, action in self._details.items():
            action.setChecked(detail in habits.details)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIcon(icon("eye", "muted", 18))

    def retranslate(self) -> None:
        """Name the choices."""
        self._grouped.setText(translate("View", "Group by deadline"))
        self._dense.setText(translate("View", "One line a row"))
        self._section.setText(translate("View", "A row tells"))
        for detail, action in self._details.items():
            action.setText(detail_word(detail))
        name = translate("View", "How the list is shown")
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _toggle(self, name: str, then: Callable[[bool], Habits]) -> QAction:
        action = QAction(self._menu, checkable=True)
        action.setObjectName(f"inbox.view.{name}")
        action.triggered.connect(lambda on: self._choose(then(on)))
        self._menu.addAction(action)
        return action

    def _tell(self, detail: RowDetail, told: bool) -> Habits:
        return self._habits.telling(detail, told=told)

    def _choose(self, habits: Habits) -> None:
        self.show_habits(habits)
        self.changed.emit(habits)
