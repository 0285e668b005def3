"""The question that the list answers: a quick filter, a kept list or a search, in the order one is used to.

Pure but for the book of habits, which is written as they change, aside.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.store.habits import HabitBook, Habits
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.saved_filters import SavedFilter

Chosen = QuickFilter | SavedFilter


class InboxQuestion:
    """``query`` is asked of the store; ``listed`` is what it stands for: a search lists all."""

    def __init__(self, book: HabitBook) -> None:
        self._book = book
        self.habits = book.read()
        self._chosen: Chosen = QuickFilter.MINE
        self.listed: Chosen = QuickFilter.MINE
        self.query = self._quick(QuickFilter.MINE)

    @property
    def is_search(self) -> bool:
        """Whether the person searches; a kept list may hold a search and is none."""
        return bool(self.query.search) and not isinstance(self.listed, SavedFilter)

    @property
    def is_grouped(self) -> bool:
        """Whether rows stand in groups: those of deadlines, so in another order there are none."""
        return self.habits.grouped and self.query.sort is SortKey.DUE

    def choose(self, chosen: Chosen) -> None:
        """Ask for a quick filter in the order in force, or a kept list in its own; a search is over."""
        self._chosen = self.listed = chosen
        self.query = chosen.query if isinstance(chosen, SavedFilter) else self._quick(chosen)

    def search(self, text: str) -> None:
        """Search all reports; what was chosen before comes back with ``fallback``."""
        self.listed = QuickFilter.ALL
        self.query = replace(self.query, filter=QuickFilter.ALL, search=text, supervised=None, idle=False)

    @property
    def fallback(self) -> QuickFilter:
        """What is listed once a search is cleared: the quick filter from before, or all."""
        return QuickFilter.ALL if isinstance(self._chosen, SavedFilter) else self._chosen

    def sort_by(self, key: SortKey, *, descending: bool) -> None:
        """Ask in another order; a kept list keeps its own."""
        if not isinstance(self.listed, SavedFilter):
            self.remember(replace(self.habits, sort=key, descending=descending))
        self.query = replace(self.query, sort=key, descending=descending)

    def remember(self, habits: Habits) -> None:
        """Take on what the person likes now, for the next time too."""
        self.habits = habits
        self._book.write(habits)

    def _quick(self, chosen: QuickFilter) -> InboxQuery:
        return InboxQuery(filter=chosen, sort=self.habits.sort, descending=self.habits.descending)
