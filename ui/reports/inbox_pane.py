"""The middle pane: what is listed and how many, search, order, and the list or the reason why it is empty."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.clock import Clock
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.store.habits import Habits
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.inbox_upkeep import Move
from desktop_app.store.saved_filters import SavedFilter
from desktop_app.store.search_help import Suggestion
from desktop_app.store.search_syntax import SearchSyntax
from ui.language import Translated, translate
from ui.reports.highlight import terms_of
from ui.reports.inbox_head import InboxHead
from ui.reports.inbox_list import InboxList
from ui.reports.inbox_model import InboxModel
from ui.reports.inbox_source import InboxSource
from ui.reports.index_changes import Change
from ui.reports.names import Names
from ui.reports.naming_bar import NamingBar
from ui.reports.pausing import Pause
from ui.reports.query_words import empty_words, filter_word
from ui.reports.row_text import RowText, row_text
from ui.reports.search_field import SearchField
from ui.reports.search_hint import SearchHint
from ui.tasks import Tasks
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone
from ui.wording import sentence


class InboxPane(Translated, QFrame):
    """Keeps the question in force and the list that answers it."""

    asked = Signal(object)
    """What is listed now, a quick filter or a list kept under a name; a search lists all."""
    keep_asked = Signal()
    """The person wants to keep the present search under a name."""
    stepped = Signal(str)
    """The report that became current."""
    opened = Signal(str)
    """The report a person opened with Enter or a click."""
    picked = Signal(int)
    """How many reports are chosen now."""

    def __init__(
        self, session: Session, names: Names, clock: Clock, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inbox")
        self.setProperty("role", "pane")
        self._inbox, self._names, self._clock = session.store.inbox, names, clock
        self._chosen: QuickFilter | SavedFilter = QuickFilter.MINE
        self._listed: QuickFilter | SavedFilter = QuickFilter.MINE
        self._query = InboxQuery(filter=QuickFilter.MINE)
        self._wanted: str | None = None
        self._walked = False
        self._hint = SearchHint(session.store.search_help, tasks, self)
        self._meant = ""
        self._source = InboxSource(self._inbox, tasks, self)
        self._model = InboxModel(self._read, self)
        self._pause = Pause(self)
        self._book = session.store.habits
        self._habits = self._book.read()
        self._query = replace(self._query, sort=self._habits.sort, descending=self._habits.descending)
        self._head, self._search = InboxHead(self._habits, self), SearchField(self)
        self.naming = NamingBar(self)
        self._notice, self._list = Notice("inbox.notice", self), InboxList(self)
        self._empty = StatePane("inbox.empty", self)
        self._list.setModel(self._model)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(SPACING.small, 0, SPACING.small, SPACING.small)
        field.addWidget(self._search)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(field)
        layout.addWidget(self.naming)
        layout.addWidget(self._notice)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._source.answered.connect(self._show)
        self._source.renewed.connect(self._follow)
        self._source.moved.connect(self._carry_out)
        self._source.failed.connect(self._fail)
        self._pause.over.connect(self._step_here)
        self._search.searched.connect(self._search_for)
        self._search.left.connect(self._search_left)
        self._search.recent = lambda: self._habits.recent
        self._hint.found.connect(self._show_hint)
        self._notice.asked.connect(self._search_for_meant)
        self._head.keep_asked.connect(self.keep_asked)
        self._head.sort.changed.connect(self._sort_by)
        self._head.view.changed.connect(self._show_as)
        self._list.stepped.connect(self._step)
        self._list.opened.connect(self._open)
        self._list.picked.connect(self.picked)
        self._empty.asked.connect(self._search.clear)

    @property
    def query(self) -> InboxQuery:
        """The question in force."""
        return self._query

    @property
    def listed(self) -> QuickFilter | SavedFilter:
        """What is listed now."""
        return self._listed

    def choose(self, chosen: QuickFilter | SavedFilter) -> None:
        """List a quick filter in the order in force, or a kept list in its own; a search is over."""
        self._chosen = self._listed = chosen
        if isinstance(chosen, SavedFilter):
            self._search.show_text(chosen.query.search)
            self._head.sort.show_order(chosen.query.sort, descending=chosen.query.descending)
            self._ask(chosen.query)
        else:
            self._search.show_text("")
            self._head.sort.show_order(self._habits.sort, descending=self._habits.descending)
            sort, descending = self._habits.sort, self._habits.descending
            self._ask(InboxQuery(filter=chosen, sort=sort, descending=descending))

    def renew(self, report_ids: Sequence[str] = ()) -> None:
        """Say the rows of these reports anew (none: of all)."""
        self._source.hear()
        if report_ids:
            self._model.refresh(report_ids)
        else:
            self._model.refresh_all()

    def ask_again(self, report_ids: Collection[str] = ()) -> None:
        """Ask which reports are listed since something happened to these (none: to many).

        Those that stay keep their places.
        """
        self._source.follow(self._query, self._model.ids, report_ids)

    def refresh_words(self) -> None:
        """Say every row anew: the hour has changed."""
        self._model.refresh_all()

    def select(self, report_id: str) -> None:
        """Make a report's row current, now or as soon as it is listed."""
        row = self._row_of(report_id)
        self._wanted = report_id if row is None else None
        if row is not None:
            self._list.go_to(row)

    def current_id(self) -> str | None:
        """Return the report of the current row."""
        return self._model.report_id(self._list.currentIndex().row())

    def following(self, report_id: str) -> str | None:
        """Return the report listed after ``report_id``; None after the last, or when it is not listed."""
        row = self._row_of(report_id)
        return None if row is None else self._model.report_id(row + 1)

    def _row_of(self, report_id: str) -> int | None:
        try:
            rowid = self._inbox.rowid(report_id)
        except StoreError:  # the desk is being locked; what is listed goes in a moment
            return None
        return None if rowid is None else self._model.row_of(rowid)

    def picked_reports(self, most: int) -> list[tuple[str, str]]:
        """Return id and title of at most ``most`` of the reports chosen, from the top."""
        found = (self._model.row_text(row) for row in self._list.picked_rows(most))
        return [(each.report_id, each.title) for each in found if each is not None]

    def mark_walk(self, *, on: bool) -> None:
        """Say in the heading whether the list is gone through one by one."""
        self._walked = on
        self._say_what_is_listed()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the first sync is while nothing is listed yet; 0 of 0 when none runs."""
        if total and not self._model.rowCount():
            self._empty.say(
                translate("Inbox", "Loading the reports"),
                translate("Inbox", "{done} of {total}").format(done=done, total=total),
            )
            self._stack.setCurrentWidget(self._empty)

    def focus_search(self) -> None:
        """Go to the search field with its text selected."""
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def focus_list(self) -> None:
        """Go to the list; its first row becomes current when none is."""
        self._list.setFocus()
        self._pause.end()
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.go_to(0)
            self._step(0)

    def retranslate(self) -> None:
        """Say everything again."""
        self._list.setAccessibleName(translate("Inbox", "Reports"))
        self._model.refresh_all()
        self._say_what_is_listed()

    def _ask(self, query: InboxQuery) -> None:
        self._query = query
        self._notice.clear()
        self.naming.hide()
        self._apply_view()
        self._source.ask(query)
        self.asked.emit(self._listed)

    def _read(self, rowids: Sequence[int]) -> list[tuple[int, RowText]]:
        now, names, details = self._clock.now(), self._names, self._habits.details
        try:
            rows = self._source.rows(rowids)
        except StoreError:  # the desk is being locked; what is listed goes in a moment
            return []
        return [(row.rowid, row_text(row, names, now, names.calendar, details)) for row in rows]

    @Slot(object)
    def _show(self, ids: array[int]) -> None:
        self._list.mark(terms_of(self._query.search))
        self._model.show(ids)
        self._hint.ask("" if len(ids) else self._query.search)
        self._say_what_is_listed()
        self._pause.call_off()
        if self._wanted is None and self._model.report_id(0) is not None:
            self._list.go_to(0)
            self._pause.begin()
            if not self._search.hasFocus():
                self._pause.end()
        self._select_wanted()

    @Slot(object)
    def _follow(self, found: list[Change]) -> None:
        self._model.follow(found)
        self._settle()

    @Slot(object)
    def _carry_out(self, moves: tuple[Move, ...]) -> None:
        self._model.carry_out(moves)
        self._settle()

    def _settle(self) -> None:
        self._list.settle()
        self._say_what_is_listed()
        self._select_wanted()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, SearchSyntax):
            self._hint.ask(self._query.search)
        wording = sentence(error.what if isinstance(error, SearchSyntax) else error)
        self._notice.say(Tone.CAUTION, wording.title, wording.what_to_do)

    def _select_wanted(self) -> None:
        if self._wanted is not None:
            self.select(self._wanted)

    def _say_what_is_listed(self) -> None:
        count, query = self._model.rowCount(), self._query
        searched = query.search and not isinstance(self._listed, SavedFilter)
        name = translate("Search", "Found") if searched else filter_word(self._listed)
        listed = f"{name} · {count}"
        one_by_one = translate("Today", "One by one: {listed}")
        heading = one_by_one.format(listed=listed) if self._walked else listed
        self._head.say(heading, can_keep=bool(query.search))
        self._stack.setCurrentWidget(self._list if count else self._empty)
        if count:
            return
        if query.search:
            self._empty.say(
                translate("Search", "Nothing found"),
                translate("Search", "All reports were searched. Try fewer or other words."),
                translate("Search", "Clear the search"),
            )
        else:
            self._empty.say(*empty_words(query.filter))

    @Slot(str)
    def _search_for(self, text: str) -> None:
        """Search all reports; what was chosen is back when the search is over."""
        if text:
            self._listed = QuickFilter.ALL
            self._ask(replace(self._query, filter=QuickFilter.ALL, search=text, supervised=None))
        else:
            self.choose(self._fallback())

    def _fallback(self) -> QuickFilter:
        """What is listed once a search is cleared: the quick filter from before, or all."""
        return QuickFilter.ALL if isinstance(self._chosen, SavedFilter) else self._chosen

    @Slot()
    def _search_left(self) -> None:
        """Remember what was searched for once the person goes on with what it found."""
        if self._query.search and not isinstance(self._listed, SavedFilter):
            self._remember(self._habits.searched(self._query.search))
        self.focus_list()

    @Slot(object)
    def _show_hint(self, hint: Suggestion) -> None:
        """Say which word is not there and which is, with the search put right one key away."""
        self._meant = hint.text
        self._notice.say(
            Tone.CAUTION,
            translate("Search", "There is no “{asked}”.").format(asked=hint.asked),
            translate("Search", "Did you mean “{meant}”?").format(meant=hint.meant),
            translate("Search", "Search for that"),
        )

    @Slot()
    def _search_for_meant(self) -> None:
        self._search.setText(self._meant)
        self._search.search_now()

    @Slot(object, bool)
    def _sort_by(self, key: SortKey, descending: bool) -> None:
        if not isinstance(self._listed, SavedFilter):
            self._remember(replace(self._habits, sort=key, descending=descending))
        self._ask(replace(self._query, sort=key, descending=descending))

    @Slot(object)
    def _show_as(self, habits: Habits) -> None:
        self._remember(habits)
        self._model.refresh_all()
        self._apply_view()

    def _apply_view(self) -> None:
        """Groups are those of deadlines: in another order the list has none."""
        grouped = self._habits.grouped and self._query.sort is SortKey.DUE
        self._list.show_as(dense=self._habits.dense, grouped=grouped)

    def _remember(self, habits: Habits) -> None:
        self._habits = habits
        self._head.view.show_habits(habits)
        with suppress(StoreError):  # a full disk forgets a habit, not the list
            self._book.write(habits)

    @Slot()
    def _step_here(self) -> None:
        """Who types on sees which reports are found; the first of them is opened when they pause."""
        self._step(self._list.currentIndex().row())

    @Slot(int)
    def _step(self, row: int) -> None:
        self._pause.call_off()
        report_id = self._model.report_id(row)
        if report_id is not None:
            self.stepped.emit(report_id)

    @Slot(int)
    def _open(self, row: int) -> None:
        report_id = self._model.report_id(row)
        if report_id is not None:
            self.opened.emit(report_id)
