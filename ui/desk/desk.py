"""The report desk: filters, inbox and report side by side, following the news.

Composition: widgets tell what is wanted, ``commanding`` and ``deciding`` have ``Triage`` do it, ``picking``
does it to several, and ``following`` repaints what the news changed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.news import DueDatesMoved, Locked
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.saved_filters import SavedFilter
from desktop_app.triage.role_lists import lists_of, standing_lists_of
from ui import shortcuts
from ui.bridge import Bridge
from ui.desk.commanding import Commanding
from ui.desk.desk_entries import ReportFinder, command_entries, filter_entries, unit_entries
from ui.desk.desk_keys import hear_keys
from ui.desk.following import Following
from ui.desk.instant_alarm import InstantAlarm
from ui.desk.panes import Panes
from ui.desk.photo_desk import PhotoDesk
from ui.desk.picking import Picking
from ui.desk.placing import Placing
from ui.desk.today import Today
from ui.desk.walking import Walking
from ui.detail.detail import Detail
from ui.detail.neighbourhood import Neighbourhood
from ui.detail.onlooking import Onlooking
from ui.exports.exporting import Exporting
from ui.inbox.filters import Filters
from ui.inbox.inbox_pane import InboxPane
from ui.inbox.keeping import Keeping
from ui.language import Translated, translate
from ui.palette.entry import Entry
from ui.palette.palette import Answer
from ui.palette.window_entries import key_entries
from ui.sync.deciding import Deciding
from ui.sync.decision import Decision
from ui.sync.recovery_panel import RecoveryPanel
from ui.sync.sync_window import SyncWindow
from ui.sync.taps_view import TapsView
from ui.sync.unsent_words import loss
from ui.tasks import Tasks
from ui.theme import TOAST_MS
from ui.vocabulary.names import Names
from ui.vocabulary.query_words import Listed, Overview
from ui.widgets.composed_line import ComposedLine
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.core import Core

_FIRST = (QuickFilter.MINE, QuickFilter.WAITING_FOR_ME)
"""The filters a desk opens with, when there is something in them."""


class Desk(Translated, QWidget):
    """The desk of one session; deleted when the desk is locked."""

    guide_page: ClassVar[str] = "20-triage"

    approval_asked = Signal(str)
    """The answer of this report is to be signed."""

    def __init__(self, session: Session, core: Core, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._core, self._session, self._clock, self._bridge = core, session, core.clock, bridge
        self._tasks = Tasks(self)
        self._names = Names(session.store.directory)
        self._sync: SyncWindow | None = None
        self._build()
        self._connect()
        hear_keys(
            self,
            search=self._search,
            primary=self._act_primary,
            undo=self._toast.undo,
            alarm=self._alarm.open_first,
            numbered=self._act,
            following=partial(self._go_beside, 1),
            preceding=partial(self._go_beside, -1),
        )
        self._photos.hear_keys(self)
        shortcuts.connect(shortcuts.EXPORTS, self, to=self._exporting)
        self._begin()
        self._say_loss()
        self.retranslate()

    def _build(self) -> None:
        session, names, clock = self._session, self._names, self._clock
        self._filters = Filters()
        self._inbox = InboxPane(session, names, clock, self._tasks)
        self._detail, self._decision = Detail(session, names, clock), Decision(names)
        self._reading = QStackedWidget()
        self._reading.addWidget(self._detail)
        self._reading.addWidget(self._decision)
        self._panes = Panes(self._filters, self._inbox, self._reading, self)
        self._today = Today(clock)
        before = session.store.sync_state.last_contact  # the status says what was heard since the sign-in
        self._today.show_status(replace(session.status, last_contact=before))
        self._panes.add_front(self._today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._alarm = InstantAlarm(session.store.inbox, names, clock, self)
        layout.addWidget(self._alarm)
        layout.addWidget(self._panes, 1)
        self._toast = Toast(self._reading)
        self._commanding = Commanding(session, names, clock, self._detail, self._toast)
        self._picking = Picking(session, self._inbox, self._detail, self._reading, self._toast)
        self._walking = Walking(self._inbox, self.open_report, self)
        self._deciding = Deciding(session, self._decision, self._toast)
        self._finder = ReportFinder(session.store.inbox, self._tasks, self.open_report, self)
        self._keeping = Keeping(
            session.store, self._tasks, self._filters, self._inbox, self._toast, session.arranging,
            standing_lists_of(session.triage.actor),
        )  # fmt: skip
        self._photos = PhotoDesk(session, self._bridge, self._tasks, self._detail, self._toast)
        self._exporting = Exporting(session, names, clock, self._tasks, self._inbox, self._toast)
        self._exporting.reading = lambda: self._detail.reading
        layout.addWidget(self._exporting.bar)
        self._placing = Placing(session.store, self._tasks, self._detail)
        self._neighbourhood = Neighbourhood(session.store, self._tasks, self._detail)
        self._following = Following(session, names, self._bridge, self._inbox, self._detail)
        self._onlooking = Onlooking(session, self._bridge, self._detail)

    def _connect(self) -> None:
        self._filters.chosen.connect(self._choose_filter)
        self._alarm.open_asked.connect(self.open_report)
        self._today.begun.connect(self._walk)
        self._bridge.sync_status.connect(self._today.show_status)
        self._walking.ended.connect(self.show_today)
        self._commanding.carried_on.connect(self._walking.go_on)
        self._inbox.asked.connect(self._filters.select)
        self._inbox.stepped.connect(self._show_report)
        self._inbox.opened.connect(self.open_report)
        self._picking.left.connect(self._show_report)
        self._panes.went_back.connect(self._inbox.focus_list)
        self._commanding.approval_asked.connect(self.approval_asked)
        self._commanding.given.connect(self._following.show_own)
        self._commanding.previewed.connect(self._photos.fill_preview)
        self._commanding.panel_opened.connect(self._panes.open_reading)
        self._commanding.returned_to.connect(self.open_report)
        self._detail.neighbours.chosen.connect(self.open_report)
        self._placing.chosen.connect(self.open_report)
        self._detail.decision_asked.connect(self._ask_decision)
        self._deciding.ended.connect(self._leave_decision)
        self._following.counted.connect(self._show_counts)
        self._following.caught_up.connect(self._alarm.look)
        self._following.caught_up.connect(self._keeping.count)
        self._following.filled.connect(self._begin)
        self._bridge.locked.connect(self._locked)
        self._bridge.directory_changed.connect(self._keeping.follow)
        self._bridge.report_gone.connect(self._placing.take_out)
        self._bridge.report_gone.connect(self._neighbourhood.take_out)
        self._bridge.due_dates_moved.connect(self._tell_of_new_due_dates)
        self.destroyed.connect(self._tasks.stop)

    @Slot()
    def _begin(self) -> None:
        """Show the day; behind it is listed what is mine, else what waits for me, else everything."""
        counts = self._following.begin()
        self._inbox.choose(next((each for each in _FIRST if counts[each]), QuickFilter.ALL))
        if counts[QuickFilter.ALL]:
            self.show_today()

    def _say_loss(self) -> None:
        """Say to who comes back to unsent work what losing the card would cost, if nothing brings it back."""
        unsent = sum(self._session.store.outbox.counts())
        if unsent and not self._core.can_recover:
            Toast(self).say(loss(unsent), TOAST_MS)  # over the day as well, which has no toast of its own

    @Slot(object)
    def _tell_of_new_due_dates(self, moved: DueDatesMoved) -> None:
        told = translate("Desk", "Other working days are in force. Reports with a new deadline: {count}")
        self._toast.say(told.format(count=len(moved.ids)), TOAST_MS)

    # --- what the shell may ask -----------------------------------------------------------------------------

    @Slot()
    def show_today(self) -> None:
        """Show what the day asks for; nothing is gone through any more."""
        focus = QApplication.focusWidget()
        self._walking.stop()
        self._filters.select(Overview.TODAY)
        self._panes.show_front(shown=True)
        if not isinstance(focus, ComposedLine) or self.isAncestorOf(focus):
            self._today.take_focus()  # whoever is writing into the palette is let be

    @Slot(str)
    def open_report(self, report_id: str) -> None:
        """Open a report and put the keyboard into it."""
        self._leave_today()
        self._inbox.select(report_id)
        self._show_report(report_id)
        self._panes.open_reading()
        self._detail.take_focus()
        with suppress(StoreError):  # only the mark *seen* is lost
            self._session.triage.opened(report_id)

    @Slot(object)
    def show_list(self, listed: SavedFilter) -> None:
        """List what another page wants looked at, under its name; no list is kept for it."""
        self._choose_filter(listed)
        self._inbox.focus_list()

    @Slot()
    def open_sync_window(self) -> None:
        """Show what waits for the centre."""
        if self._sync is None:
            self._sync = SyncWindow(self._session, self._clock, self._bridge, self)
            self._sync.report_asked.connect(self.decide_on)
            if self._core.workplace is not None:
                self._sync.add_taps(TapsView(self._core.workplace, self._bridge, self._sync))
            if self._core.can_recover:
                self._sync.add_recovery(RecoveryPanel(self._core, self._tasks, self._sync))
        self._sync.refresh()
        self._sync.show()
        self._sync.raise_()
        self._sync.activateWindow()

    @Slot(str)
    def decide_on(self, report_id: str) -> None:
        """Show both versions where there is something to decide, else the report."""
        self.open_report(report_id)
        if self._deciding.begin(report_id):
            self._detail.close_panel()
            self._reading.setCurrentWidget(self._decision)
            self._decision.setFocus()

    def entries(self) -> list[Entry]:
        """Return what the palette may do here now."""
        acting = self._today.isHidden() and self._reading.currentWidget() is self._detail
        reading = self._detail.reading if acting else None
        commands = reading.commands if reading and self._detail.panel is None else ()
        return [
            *command_entries(commands, self._commanding.begin),
            *key_entries(shortcuts.EXPORTS, self._exporting, without=frozenset()),
            *filter_entries((*self._filters.offered, *self._keeping.lists), self._choose_filter),
            *unit_entries(self._names.units_at_work(self._session.person.organisation), self.show_list),
        ]

    def find_reports(self, typed: str, answer: Answer) -> None:
        """Look for reports by code or words, for the palette."""
        self._finder.find(typed, answer)

    def focus_list(self) -> None:
        """Put the keyboard into the list, or on the day while that is shown."""
        if self._today.isHidden():
            self._inbox.focus_list()
        else:
            self._today.take_focus()

    def retranslate(self) -> None:
        """Name the desk."""
        self.setAccessibleName(translate("Desk", "Report desk"))

    # --- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` searches wherever no field has the focus; Esc goes back to the list, then to the day."""
        if event.text() == "/":
            self._search()
        elif event.key() == Qt.Key.Key_Escape and self._today.isHidden():
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        if not self._inbox.isVisibleTo(self):
            self._panes.go_back()
        elif self._walking.lane is not None:
            self.show_today()
        else:
            self._inbox.focus_list()

    def _go_beside(self, by: int) -> None:
        """Open a neighbour, in the list, of the report that is read; not while one writes."""
        reading = self._detail.reading if self._today.isHidden() and self._detail.panel is None else None
        other = self._inbox.beside(reading.report.id, by) if reading is not None else None
        if other is not None:
            self.open_report(other)

    @Slot()
    def _search(self) -> None:
        self._leave_today()
        self._walking.stop()
        self._panes.show_list()
        self._inbox.focus_search()

    @Slot()
    def _act_primary(self) -> None:
        shown = self._reading.currentWidget()
        if not self._today.isHidden():
            return
        if shown is self._detail:
            self._detail.act_primary()
        elif self._picking.shown:
            self._picking.pane.act_primary()

    def _act(self, number: int) -> None:
        if not self._today.isHidden():
            self._today.act(number)
        elif self._reading.currentWidget() is self._decision:
            self._decision.act(number)
        elif self._picking.shown:
            self._picking.pane.act(number)
        else:
            self._detail.act(number)

    # --- looking --------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose_filter(self, chosen: Listed) -> None:
        if isinstance(chosen, Overview):
            self.show_today()
            return
        self._leave_today()
        self._walking.stop()
        self._inbox.choose(chosen)
        self._panes.show_list()

    @Slot(object)
    def _walk(self, lane: QuickFilter) -> None:
        """Go through a lane one by one."""
        self._leave_today()
        self._panes.show_list()
        self._walking.begin(lane)

    def _leave_today(self) -> None:
        """Go where the person wants to be; the end of a first sync moves them from there no more."""
        self._following.settle()
        if not self._today.isHidden():
            self._panes.show_front(shown=False)
            self._filters.select(self._inbox.listed)

    @Slot(object)
    def _show_counts(self, counts: dict[QuickFilter, int]) -> None:
        """Say how many there are of what means something to the person, who may stand in for another now."""
        lists = lists_of(self._session.triage.actor)
        self._filters.offer(lists)
        self._today.offer(lists)
        self._filters.show_counts(counts)
        self._today.show_counts(counts)

    @Slot(str)
    def _show_report(self, report_id: str) -> None:
        self._reading.setCurrentWidget(self._detail)
        self._detail.show_report(report_id, self._inbox.query.search)

    @Slot()
    def _ask_decision(self) -> None:
        if self._detail.reading is not None:
            self.decide_on(self._detail.reading.report.id)

    @Slot()
    def _leave_decision(self) -> None:
        self._reading.setCurrentWidget(self._detail)
        self._detail.refresh()
        self._inbox.focus_list()

    # --- news -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _locked(self, _news: Locked) -> None:
        """Keep the last words of an answer before the store closes; what is being written to a file ends."""
        self._exporting.stop()
        self._detail.close_panel()
