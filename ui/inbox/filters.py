"""The day and a person's quick filters down the left side, with their counts; a rail where room is short."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.saved_filters import SavedFilter
from ui.inbox.filter_button import FilterButton
from ui.inbox.saved_list import SavedList
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text, current
from ui.vocabulary.query_words import ORDER, Listed, Overview
from ui.widgets.scroll_page import ScrollPage

_ENTRIES: tuple[Listed, ...] = (Overview.TODAY, *ORDER)
WIDE, NARROW = 208, 48
"""Widths of the pane in pixels: with names, and as a rail."""
_MOST_GROWTH = 1.5
"""Of the pane with long names, and of the rail with large letters: the report needs the room more."""


class Filters(Translated, QFrame):
    """One filter is always chosen; up and down step through them."""

    chosen = Signal(object)
    """The ``QuickFilter`` or ``SavedFilter`` a person chose, or ``Overview.TODAY``."""
    pin_asked = Signal(object)
    rename_asked = Signal(object)
    delete_asked = Signal(object)
    share_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._narrow = False
        self._buttons = {each: FilterButton(each, self) for each in _ENTRIES}
        self._offered: Collection[QuickFilter] = frozenset(QuickFilter)
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._saved = SavedList(self)
        self._scroll = scroll = ScrollPage("filters.scroll", self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for button in self._buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addWidget(self._saved)
        column.addStretch(1)
        scroll.show_page(page)
        self._layout.addWidget(scroll, 1)
        self._saved.pin_asked.connect(self.pin_asked)
        self._saved.rename_asked.connect(self.rename_asked)
        self._saved.delete_asked.connect(self.delete_asked)
        self._saved.share_asked.connect(self.share_asked)
        self._group.buttonClicked.connect(self._clicked)
        self.set_narrow(False)
        self.retranslate()

    def offer(self, lists: Collection[QuickFilter]) -> None:
        """Offer these quick filters, and any other only while it holds something."""
        if lists != self._offered:
            self._offered = lists
            self._show_offered()

    @property
    def offered(self) -> tuple[QuickFilter, ...]:
        """The quick filters that are offered now, in their order."""
        return tuple(each for each in ORDER if not self._buttons[each].isHidden())

    def _show_offered(self) -> None:
        for each, button in self._buttons.items():
            means_something = not isinstance(each, QuickFilter) or each in self._offered
            button.setVisible(means_something or bool(button.count) or button.isChecked())

    @Slot(object)
    def select(self, chosen: Listed) -> None:
        """Mark ``chosen`` without telling anybody; of a list that is gone nothing is marked."""
        every = (*self._buttons.values(), *self._saved.buttons)
        button = next((each for each in every if _same(each.chosen, chosen)), None)
        if button is not None:
            button.setChecked(True)
            self._scroll.ensureWidgetVisible(button, 0, 0)
        elif (marked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            marked.setChecked(False)
            self._group.setExclusive(True)
        self._show_offered()

    def show_counts(self, counts: Mapping[QuickFilter, int]) -> None:
        """Show how many reports each filter holds."""
        for each, button in self._buttons.items():
            button.set_count(counts.get(each, 0) if isinstance(each, QuickFilter) else 0)
        self._show_offered()

    def show_saved(self, lists: Sequence[SavedFilter]) -> None:
        """Show the lists kept under a name; the one that was marked stays so."""
        checked = self._group.checkedButton()
        chosen = checked.chosen if isinstance(checked, FilterButton) else None
        self._saved.show_lists(lists)
        for button in self._saved.buttons:
            self._group.addButton(button)
        if chosen is not None:
            self.select(chosen)

    def show_saved_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show how many reports each of those lists holds, by its id."""
        self._saved.show_counts(counts)

    def set_narrow(self, narrow: bool) -> None:
        """Become a rail, or a list of names."""
        edge = SPACING.tight // 2 if narrow else SPACING.small
        self._layout.setContentsMargins(edge, SPACING.small, edge, SPACING.small)
        self._narrow = narrow
        # A rail has no room for a bar: it scrolls by wheel, by key, and with the focus.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self._fit()
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self._saved.set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        if self._narrow:
            self.setFixedWidth(round(NARROW * min(_MOST_GROWTH, current().text_scale)))
            return
        edges = self._layout.contentsMargins()
        names = max(button.wanted_width() for button in self._buttons.values())
        wanted = names + edges.left() + edges.right()
        self.setFixedWidth(max(beside_text(WIDE), min(wanted, beside_text(round(WIDE * _MOST_GROWTH)))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the neighbouring filter and choose it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        checked = self._group.checkedButton()
        if step is None or not isinstance(checked, FilterButton):
            event.ignore()
            return
        every = self._in_sight()
        button = every[max(0, min(len(every) - 1, every.index(checked) + step))]
        button.setFocus()
        self._scroll.ensureWidgetVisible(button, 0, 0)
        button.click()

    def retranslate(self) -> None:
        """Name the pane."""
        self.setAccessibleName(translate("Filter", "Filters"))
        for button in self._buttons.values():
            button.retranslate()  # they are told of the language after their pane
        self._fit()

    def _in_sight(self) -> list[FilterButton]:
        offered = (button for button in self._buttons.values() if not button.isHidden())
        return [*offered, *self._saved.buttons]

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, FilterButton):
            self.chosen.emit(button.chosen)


def _same(one: Listed, other: Listed) -> bool:
    """Tell whether both are the same list, whatever its name is now."""
    if isinstance(one, SavedFilter) and isinstance(other, SavedFilter):
        return one.id == other.id
    return one == other
