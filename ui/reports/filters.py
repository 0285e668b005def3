"""The day and the quick filters down the left side, with their counts; a rail where room is short."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop_app.store.inbox_query import QuickFilter
from ui.language import Translated, translate
from ui.reports.filter_button import FilterButton
from ui.reports.query_words import ORDER, Listed, Overview
from ui.theme import SPACING

_ENTRIES: tuple[Listed, ...] = (Overview.TODAY, *ORDER)
WIDE, NARROW = 184, 48
"""Widths of the pane in pixels: with names, and as a rail."""


class Filters(Translated, QFrame):
    """One filter is always chosen; up and down step through them."""

    chosen = Signal(object)
    """The ``QuickFilter`` a person chose, or ``Overview.TODAY``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._buttons = {each: FilterButton(each, self) for each in _ENTRIES}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        for button in self._buttons.values():
            self._group.addButton(button)
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.set_narrow(False)
        self.retranslate()

    @Slot(object)
    def select(self, chosen: Listed) -> None:
        """Mark ``chosen`` without telling anybody."""
        self._buttons[chosen].setChecked(True)

    def show_counts(self, counts: Mapping[QuickFilter, int]) -> None:
        """Show how many reports each filter holds."""
        for each, button in self._buttons.items():
            button.set_count(counts.get(each, 0) if isinstance(each, QuickFilter) else 0)

    def set_narrow(self, narrow: bool) -> None:
        """Become a rail, or a list of names."""
        edge = SPACING.tight // 2 if narrow else SPACING.small
        self._layout.setContentsMargins(edge, SPACING.small, edge, SPACING.small)
        self.setFixedWidth(NARROW if narrow else WIDE)
        for button in self._buttons.values():
            button.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the neighbouring filter and choose it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        checked = self._group.checkedButton()
        if step is None or not isinstance(checked, FilterButton):
            event.ignore()
            return
        place = max(0, min(len(_ENTRIES) - 1, _ENTRIES.index(checked.chosen) + step))
        button = self._buttons[_ENTRIES[place]]
        button.setFocus()
        button.click()

    def retranslate(self) -> None:
        """Name the pane."""
        self.setAccessibleName(translate("Filter", "Filters"))

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, FilterButton):
            self.chosen.emit(button.chosen)
