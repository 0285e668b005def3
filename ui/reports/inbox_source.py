"""Asks the store for the inbox's ids: quick filters at once, searches and long lists off the main thread.

Only the newest question counts; an answer that comes after another was asked is dropped.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.store.errors import StoreError
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery
from ui.tasks import Tasks

FIRST = 300
"""Ids read at once on the main thread: more rows than a person reads before the rest has come."""


class InboxSource(QObject):
    """Emits ids as they come: ``answered`` for another question, ``renewed`` for the same one again."""

    answered = Signal(object)
    renewed = Signal(object)
    failed = Signal(object)

    def __init__(self, inbox: Inbox, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._tasks = tasks
        self._asked = 0

    def ask(self, query: InboxQuery) -> None:
        """Ask another question; the first screens of a quick filter are answered before this returns."""
        self._asked += 1
        if not query.is_quick:
            self._ask_whole(query, self.answered.emit)
            return
        try:
            first = self._inbox.ids(query, FIRST)
        except StoreError as error:
            self.failed.emit(error)
            return
        self.answered.emit(first)
        if len(first) == FIRST:
            self._ask_whole(query, self.renewed.emit)

    def renew(self, query: InboxQuery) -> None:
        """Ask the same question again after news."""
        self._asked += 1
        self._ask_whole(query, self.renewed.emit)

    def _ask_whole(self, query: InboxQuery, answer: Callable[[array[int]], None]) -> None:
        asked = self._asked

        def work() -> array[int]:
            return self._inbox.ids(query)

        def done(ids: array[int]) -> None:
            if asked == self._asked:
                answer(ids)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._tasks.run(work, done, failed)
