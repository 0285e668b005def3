"""The middle pane: what is listed and how many, search, order, and the list or the reason why it is empty."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
from desktop_app.store.habits import Habits
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.nearness import nearest
from desktop_app.store.search_help import Suggestion
from desktop_app.store.search_syntax import Operator, SearchSyntax, unknown_operators
from ui.inbox.inbox_head import InboxHead
from ui.inbox.inbox_list import InboxList
from ui.inbox.inbox_question import Chosen, InboxQuestion
from ui.inbox.listing import Listing
from ui.inbox.naming_bar import NamingBar
from ui.inbox.search_field import SearchField
from ui.inbox.search_hint import SearchHint
from ui.language import Translated, translate
from ui.tasks import Tasks
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.vocabulary.query_words import empty_words, filter_word, idle_words
from ui.vocabulary.row_text import RowText, row_text
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone
from ui.wording import sentence


class InboxPane(Translated, QFrame):
    """Ties what a person asks (``InboxQuestion``) to the rows that answer (``Listing``), and says both."""

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
        self._names, self._clock = names, clock
        self._question = InboxQuestion(session.store.habits)
        self._walked = False
        self._meant = ""
        self._hint = SearchHint(session.store.search_help, tasks, self)
        self._head, self._search = InboxHead(self._question.habits, self), SearchField(self)
        self.naming = NamingBar(self)
        self._notice, self._list = Notice("inbox.notice", self), InboxList(self)
        self._empty = StatePane("inbox.empty", self)
        self._listing = Listing(session.store.inbox, tasks, self._words, self._list)
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
        self._listing.answered.connect(self._answered)
        self._listing.changed.connect(self._say_what_is_listed)
        self._listing.failed.connect(self._fail)
        self._listing.stepped.connect(self.stepped)
        self._listing.opened.connect(self.opened)
        self._list.picked.connect(self.picked)
        self._search.searched.connect(self._search_for)
        self._search.left.connect(self._search_left)
        self._search.recent = lambda: self._question.habits.recent
        self._hint.found.connect(self._show_hint)
        self._notice.asked.connect(self._search_for_meant)
        self._head.keep_asked.connect(self.keep_asked)
        self._head.sort.changed.connect(self._sort_by)
        self._head.view.changed.connect(self._show_as)
        self._empty.asked.connect(self._search.clear)

    # --- what the desk asks ----------------------------------------------------------------------------

    @property
    def query(self) -> InboxQuery:
        """The question in force."""
        return self._question.query

    @property
    def listed(self) -> Chosen:
        """What is listed now."""
        return self._question.listed

    def choose(self, chosen: Chosen) -> None:
        """List a quick filter in the order in force, or a kept list in its own; a search is over."""
        self._question.choose(chosen)
        self._search.show_text(self.query.search)
        self._head.sort.show_order(self.query.sort, descending=self.query.descending)
        self._ask()

    def renew(self, report_ids: Sequence[str] = ()) -> None:
        """Say the rows of these reports anew (none: of all)."""
        self._listing.renew(report_ids)

    def ask_again(self, report_ids: Collection[str] = ()) -> None:
        """Ask which reports are listed since something happened to these (none: to many)."""
        self._listing.ask_again(report_ids)

    def refresh_words(self) -> None:
        """Say every row anew: the hour has changed."""
        self._listing.renew()

    def select(self, report_id: str) -> None:
        """Make a report's row current, now or as soon as it is listed."""
        self._listing.select(report_id)

    def current_id(self) -> str | None:
        """Return the report of the current row."""
        return self._listing.current_id()

    def following(self, report_id: str) -> str | None:
        """Return the report listed after ``report_id``; None after the last, or when it is not listed."""
        return self._listing.following(report_id)

    def beside(self, report_id: str, by: int) -> str | None:
        """Return the report ``by`` rows below ``report_id`` (above: negative); None beyond either end."""
        return self._listing.beside(report_id, by)

    def picked_reports(self, most: int) -> list[tuple[str, str]]:
        """Return id and title of at most ``most`` of the reports chosen, from the top."""
        return self._listing.picked_reports(most)

    def mark_walk(self, *, on: bool) -> None:
        """Say in the heading whether the list is gone through one by one."""
        self._walked = on
        self._say_what_is_listed()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the first sync is while nothing is listed yet; 0 of 0 when none runs."""
        if total and not self._listing.count:
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
        self._listing.take_focus()

    def retranslate(self) -> None:
        """Say everything again."""
        self._list.setAccessibleName(translate("Inbox", "Reports"))
        self._listing.renew()
        self._say_what_is_listed()

    # --- asking ----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._notice.clear()
        self.naming.hide()
        self._apply_view()
        self._listing.ask(self.query)
        self.asked.emit(self.listed)

    @Slot(str)
    def _search_for(self, text: str) -> None:
        """Search all reports; what was chosen is back when the search is over."""
        if text:
            self._question.search(text)
            self._ask()
        else:
            self.choose(self._question.fallback)

    @Slot()
    def _search_left(self) -> None:
        """Remember what was searched for once the person goes on with what it found."""
        if self._question.is_search:
            self._question.remember(self._question.habits.searched(self.query.search))
            self._head.view.show_habits(self._question.habits)
        self.focus_list()

    @Slot()
    def _search_for_meant(self) -> None:
        self._search.setText(self._meant)
        self._search.search_now()

    @Slot(object, bool)
    def _sort_by(self, key: SortKey, descending: bool) -> None:
        self._question.sort_by(key, descending=descending)
        self._head.view.show_habits(self._question.habits)
        self._ask()

    @Slot(object)
    def _show_as(self, habits: Habits) -> None:
        self._question.remember(habits)
        self._head.view.show_habits(habits)
        self._listing.renew()
        self._apply_view()

    def _apply_view(self) -> None:
        self._list.show_as(dense=self._question.habits.dense, grouped=self._question.is_grouped)

    # --- saying ----------------------------------------------------------------------------------------

    def _words(self, rows: Sequence[InboxRow]) -> list[RowText]:
        now, names, details = self._clock.now(), self._names, self._question.habits.details
        return [row_text(row, names, now, names.calendar, details) for row in rows]

    @Slot(int)
    def _answered(self, count: int) -> None:
        """Say what was found; a search that finds nothing may have been meant otherwise."""
        self._hint.ask("" if count or self._listing.source.more else self.query.search)
        self._say_wrong_operator()
        self._say_what_is_listed()
        if not self._search.hasFocus():
            self._listing.go_on()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, SearchSyntax):
            self._hint.ask(self.query.search)
        wording = sentence(error.what if isinstance(error, SearchSyntax) else error)
        self._notice.say(Tone.CAUTION, wording.title, wording.what_to_do)

    def _say_wrong_operator(self) -> None:
        """Say which ``word:`` is no operator, and how it was looked for; the one that is meant is a hint."""
        wrong = next(unknown_operators(self.query.search), None)
        if wrong is None:
            return
        if nearest(wrong[0], Operator) is not None:
            self._hint.ask(self.query.search)
            return
        self._notice.say(
            Tone.CAUTION,
            translate("Search", "“{asked}” narrows no search: it was looked for as a word.").format(
                asked=f"{wrong[0]}:"
            ),
            translate("Search", "What does: {operators}").format(
                operators=" ".join(f"{each}:" for each in Operator)
            ),
        )

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
    def _say_what_is_listed(self) -> None:
        count, query = self._listing.count, self.query
        name = translate("Search", "Found") if self._question.is_search else filter_word(self.listed)
        listed = f"{name} · {self._counted()}"
        one_by_one = translate("Today", "One by one: {listed}")
        heading = one_by_one.format(listed=listed) if self._walked else listed
        self._head.say(heading, can_keep=bool(query.search))
        self._stack.setCurrentWidget(self._list if count else self._empty)
        if count:
            return
        if self._listing.source.more:
            self._empty.say(
                translate("Search", "Searching"), translate("Search", "All reports are looked at.")
            )
        elif query.search:
            self._empty.say(
                translate("Search", "Nothing found"),
                translate("Search", "All reports were searched. Try fewer or other words."),
                translate("Search", "Clear the search"),
            )
        else:
            self._empty.say(*(idle_words() if query.idle else empty_words(query.filter)))

    def _counted(self) -> str:
        """How many are listed; that more are on their way, and that their order is not final."""
        count, source = self._listing.count, self._listing.source
        if not source.more:
            return str(count)
        return (
            f"{count}+" if source.sure else translate("Inbox", "{count}+ · being sorted").format(count=count)
        )
