"""Asks the store for the inbox's ids: quick filters at once, searches and long lists off the main thread.

Only the newest question counts; an answer that comes after another was asked is dropped. The first
rows come with the answer to a search, worded, so that none is read between a letter and its paint.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.store.errors import StoreError
from desktop_app.store.inbox import FirstPage, Inbox
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.inbox_upkeep import Move
from ui.inbox.index_changes import Change, changes
from ui.inbox.row_cache import PAGE
from ui.tasks import Tasks
from ui.vocabulary.row_text import RowText

FIRST = 100
"""Ids of the first screens: more rows than a person reads before the rest has come."""
T = TypeVar("T")
Told = list[tuple[int, RowText]]
"""Finished rows, each with its row id."""


class InboxSource(QObject):
    """Emits ids as they come, then how they change; ``words`` makes the text of rows, on any thread."""

    answered = Signal(object)
    """The ids that answer another question: all, or the first screens."""
    renewed = Signal(object)
    """The ``Change``s that make them the present answer to the same question."""
    moved = Signal(object)
    """The ``Move``s that do so after the news of a few reports."""
    failed = Signal(object)

    def __init__(
        self,
        inbox: Inbox,
        tasks: Tasks,
        words: Callable[[Sequence[InboxRow]], list[RowText]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._inbox, self._tasks, self._words = inbox, tasks, words
        self._asked = 0
        self._owed: set[str] = set()
        self._owes_all = False
        self._ahead: dict[int, RowText] = {}
        self.more, self.sure = False, True
        """Whether the rest of the list is on its way, and whether what is told so far stands first indeed."""
        self._news = 0

    def rows(self, rowids: Sequence[int]) -> Told:
        """Return rows in this order; while an answer is told, those that came with it are not read again."""
        missing = [rowid for rowid in rowids if rowid not in self._ahead]
        found = self._ahead | dict(self._told(missing)) if missing else self._ahead
        return [(rowid, found[rowid]) for rowid in rowids if rowid in found]

    def read_ahead(self, rowids: Sequence[int], then: Callable[[Told], None]) -> None:
        """Read rows off the main thread for ``then``; none where news came meanwhile."""
        heard = self._news

        def done(rows: Told) -> None:
            then(rows if heard == self._news else [])

        self._tasks.run(lambda: self._told(rowids), done, lambda _error: None)

    def hear(self) -> None:
        """Say that reports, or words, changed: rows that are on their way may be older than that."""
        self._news += 1

    def ask(self, query: InboxQuery) -> None:
        """Ask another question; the first screens of a quick filter are answered before this returns."""
        self._asked += 1
        self._owes_all = True
        if not query.is_quick:
            self._search(query)
            return
        try:
            first = self._inbox.ids(query, FIRST)
        except StoreError as error:
            self.failed.emit(error)
            return
        self._begin(query, FirstPage(first, whole=len(first) < FIRST, sure=True))

    def renew(self, query: InboxQuery, ids: array[int]) -> None:
        """Ask the question that ``ids`` answered once more, whole."""
        self._asked += 1
        self._owes_all = True
        self._off_thread(lambda: self._changes(query, ids), self._renewed)

    def follow(self, query: InboxQuery, ids: array[int], report_ids: Collection[str]) -> None:
        """Bring ``ids`` up to date with the news of these reports; of many (none named) by asking anew."""
        self._owed.update(report_ids)
        if self._owes_all or not report_ids:
            self.renew(query, ids)
            return
        self._asked += 1
        owed = frozenset(self._owed)

        def done(moves: tuple[Move, ...] | None) -> None:
            if moves is None:
                self.renew(query, ids)
            else:
                self._owed.clear()
                self.moved.emit(moves)

        self._off_thread(lambda: self._inbox.follow(query, ids, owed), done)

    def _search(self, query: InboxQuery) -> None:
        heard = self._news

        def found(answer: tuple[FirstPage, Told]) -> None:
            page, rows = answer
            self._ahead = dict(rows) if heard == self._news else {}
            self._begin(query, page)
            self._ahead = {}

        self._off_thread(lambda: self._with_rows(query), found)

    def _with_rows(self, query: InboxQuery) -> tuple[FirstPage, Told]:
        page = self._inbox.first(query, FIRST)
        return page, self._told(page.ids[:PAGE])

    def _told(self, rowids: Sequence[int]) -> Told:
        rows = self._inbox.rows(rowids)
        return list(zip((row.rowid for row in rows), self._words(rows), strict=True))

    def _begin(self, query: InboxQuery, page: FirstPage) -> None:
        """Tell the first screens and ask for the rest."""
        asked, first = self._asked, page.ids
        self.more, self.sure = not page.whole, page.sure
        self.answered.emit(first)
        if asked != self._asked:
            return
        if page.whole:
            self._settle()
        else:
            self._off_thread(lambda: self._changes(query, first), self._renewed)

    def _changes(self, query: InboxQuery, ids: array[int]) -> list[Change]:
        return list(changes(ids, self._inbox.ids(query)))

    def _renewed(self, found: list[Change]) -> None:
        self._settle()
        self.renewed.emit(found)

    def _settle(self) -> None:
        self._owes_all = self.more = False
        self.sure = True
        self._owed.clear()

    def _off_thread(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        asked = self._asked

        def landed(result: T) -> None:
            if asked == self._asked:
                done(result)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._tasks.run(work, landed, failed)
