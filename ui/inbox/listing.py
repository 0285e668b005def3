"""The rows of the list: they come with an answer, follow the news, and one of them is the current one."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.store.errors import StoreError
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.inbox_upkeep import Move
from ui.inbox.inbox_list import InboxList
from ui.inbox.inbox_model import InboxModel
from ui.inbox.inbox_source import InboxSource
from ui.inbox.index_changes import Change
from ui.inbox.pausing import Pause
from ui.tasks import Tasks
from ui.vocabulary.highlight import terms_of
from ui.vocabulary.row_text import RowText


class Listing(QObject):
    """Stands between the store and the ``InboxList``; ``words`` makes the finished text of rows."""

    answered = Signal(int)
    """Another question was answered, with so many rows."""
    changed = Signal()
    """Rows may have come or gone."""
    failed = Signal(object)
    stepped = Signal(str)
    """The report that became current."""
    opened = Signal(str)
    """The report a person opened with Enter or a click."""

    def __init__(
        self,
        inbox: Inbox,
        tasks: Tasks,
        words: Callable[[Sequence[InboxRow]], list[RowText]],
        view: InboxList,
    ) -> None:
        super().__init__(view)
        self._inbox, self.view = inbox, view
        self._query = InboxQuery()
        self._wanted: str | None = None
        self.source = InboxSource(inbox, tasks, words, self)
        self.model = InboxModel(self._read, self, self._read_ahead)
        self.view.setModel(self.model)
        self._pause = Pause(self)
        self._pause.over.connect(self._step_here)
        self.source.answered.connect(self._show)
        self.source.renewed.connect(self._follow)
        self.source.moved.connect(self._carry_out)
        self.source.failed.connect(self.failed)
        view.stepped.connect(self._step)
        view.opened.connect(self._open)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.model.rowCount()

    # --- asking --------------------------------------------------------------------------------------

    def ask(self, query: InboxQuery) -> None:
        """List what answers another question."""
        self._query = query
        self.source.ask(query)

    def ask_again(self, report_ids: Collection[str] = ()) -> None:
        """Ask which reports are listed since something happened to these (none: to many).

        Those that stay keep their places.
        """
        self.source.follow(self._query, self.model.ids, report_ids)

    def renew(self, report_ids: Sequence[str] = ()) -> None:
        """Say the rows of these reports anew (none: of all)."""
        self.source.hear()
        if report_ids:
            self.model.refresh(report_ids)
        else:
            self.model.refresh_all()

    # --- the current row -----------------------------------------------------------------------------

    def select(self, report_id: str) -> None:
        """Make a report's row current, now or as soon as it is listed."""
        row = self._row_of(report_id)
        self._wanted = report_id if row is None else None
        if row is not None:
            self.view.go_to(row)

    def current_id(self) -> str | None:
        """Return the report of the current row."""
        return self.model.report_id(self.view.currentIndex().row())

    def following(self, report_id: str) -> str | None:
        """Return the report listed after ``report_id``; None after the last, or when it is not listed."""
        row = self._row_of(report_id)
        return None if row is None else self.model.report_id(row + 1)

    def beside(self, report_id: str, by: int) -> str | None:
        """Return the report ``by`` rows below ``report_id`` (above: negative); None beyond either end.

        From a report that left the list while it was read, what took its place is the next one.
        """
        row, vacant = self._row_of(report_id), self.view.vacant_row
        if row is None and vacant is not None:
            row = vacant - 1 if by > 0 else vacant
        return None if row is None or row + by < 0 else self.model.report_id(row + by)

    def picked_reports(self, most: int) -> list[tuple[str, str]]:
        """Return id and title of at most ``most`` of the reports chosen, from the top."""
        found = (self.model.row_text(row) for row in self.view.picked_rows(most))
        return [(each.report_id, each.title) for each in found if each is not None]

    def go_on(self) -> None:
        """Open the first report found now: the person types no longer."""
        self._pause.end()

    def take_focus(self) -> None:
        """Put the keyboard into the list; its first row becomes current when none is."""
        self.view.setFocus()
        self.go_on()
        if not self.view.currentIndex().isValid() and self.count:
            self.view.go_to(0)
            self._step(0)

    # --- what comes ----------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, ids: array[int]) -> None:
        self.view.mark(terms_of(self._query.search))
        self.model.show(ids)
        self._pause.call_off()
        if self._wanted is None and self.model.report_id(0) is not None:
            self.view.go_to(0)
            self._pause.begin()
        self.answered.emit(len(ids))
        self._select_wanted()

    @Slot(object)
    def _follow(self, found: list[Change]) -> None:
        self.model.follow(found)
        if self._pause.is_on:  # nobody has gone anywhere yet: what stands first now is opened
            self.view.go_to(0)
        self._settle()

    @Slot(object)
    def _carry_out(self, moves: tuple[Move, ...]) -> None:
        self.model.carry_out(moves)
        self._settle()

    def _settle(self) -> None:
        self.view.settle()
        self.changed.emit()
        self._select_wanted()

    def _select_wanted(self) -> None:
        if self._wanted is not None:
            self.select(self._wanted)

    def _row_of(self, report_id: str) -> int | None:
        try:
            rowid = self._inbox.rowid(report_id)
        except StoreError:  # the desk is being locked; what is listed goes in a moment
            return None
        return None if rowid is None else self.model.row_of(rowid)

    def _read(self, rowids: Sequence[int]) -> list[tuple[int, RowText]]:
        try:
            return self.source.rows(rowids)
        except StoreError:  # the desk is being locked; what is listed goes in a moment
            return []

    def _read_ahead(self, rowids: Sequence[int]) -> None:
        """Read rows that come into view next off the main thread."""
        self.source.read_ahead(rowids, lambda told: self.model.take(rowids, told))

    @Slot()
    def _step_here(self) -> None:
        """Who types on sees which reports are found; the first of them is opened when they pause."""
        self._step(self.view.currentIndex().row())

    @Slot(int)
    def _step(self, row: int) -> None:
        self._pause.call_off()
        report_id = self.model.report_id(row)
        if report_id is not None:
            self.stepped.emit(report_id)

    @Slot(int)
    def _open(self, row: int) -> None:
        report_id = self.model.report_id(row)
        if report_id is not None:
            self.opened.emit(report_id)
