"""What the desk offers in the palette: commands legal now, filters, units, and reports by code or title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.organisation import Unit
from desktop_app.domain.workflow import Command
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.saved_filters import SavedFilter
from ui.commands.catalogue import key_of
from ui.palette.entry import Entry, Kind
from ui.tasks import Tasks
from ui.vocabulary.names import unit_name
from ui.vocabulary.query_words import Listed, filter_word
from ui.vocabulary.words import command_word

_MOST = 8
"""Reports added to the palette: a longer list is the search's."""


def command_entries(commands: tuple[Command, ...], begin: Callable[[Command], None]) -> list[Entry]:
    """Return a line for every command offered on the report shown."""
    return [
        Entry(command_word(each), Kind.COMMAND, partial(begin, each), key_of(each, commands))
        for each in commands
    ]


def filter_entries(lists: Iterable[Listed], choose: Callable[[Listed], None]) -> list[Entry]:
    """Return a line for each of ``lists``: quick filters, and those kept under a name."""
    return [Entry(filter_word(each), Kind.FILTER, partial(choose, each)) for each in lists]


def unit_entries(units: Iterable[Unit], show: Callable[[SavedFilter], None]) -> list[Entry]:
    """Return a line for each of ``units``: it opens the list of what that unit was given."""
    return [
        Entry(unit_name(each), Kind.UNIT, partial(show, SavedFilter("", unit_name(each), _given_to(each))))
        for each in units
    ]


def _given_to(unit: Unit) -> InboxQuery:
    """What a person would search for to see it; the heading of the list then says so."""
    return InboxQuery(search=f'donvi:"{unit.name}"')


class ReportFinder(QObject):
    """Looks for reports off the main thread; an answer that comes after another question is dropped."""

    def __init__(
        self, inbox: Inbox, tasks: Tasks, open_report: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._inbox, self._tasks, self._open = inbox, tasks, open_report
        self._asked = 0

    def find(self, typed: str, answer: Callable[[Sequence[Entry]], None]) -> None:
        """Answer with the newest reports that ``typed`` finds, as the search would."""
        self._asked += 1
        asked = self._asked

        def done(rows: list[InboxRow]) -> None:
            if asked == self._asked:
                answer([self._entry(row) for row in rows])

        self._tasks.run(partial(self._look, typed), done, lambda _error: answer(()))

    def _look(self, typed: str) -> list[InboxRow]:
        query = InboxQuery(sort=SortKey.RECEIVED, descending=True, search=typed)
        return self._inbox.rows(self._inbox.ids(query, _MOST))

    def _entry(self, row: InboxRow) -> Entry:
        return Entry(f"{row.code} · {row.title}", Kind.REPORT, partial(self._open, row.id))
