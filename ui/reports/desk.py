"""The report desk: filters, inbox and report side by side, and what a person does between them.

Composition: widgets tell what is wanted, ``Triage`` does it, the news that follows repaints one row.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.outbox import Pending
from desktop_app.domain.payloads import Nothing, Payload, PayloadInvalid
from desktop_app.domain.workflow import Command
from desktop_app.news import OutboxChanged, ReportGone, ReportsChanged, SyncStatus
from desktop_app.session import Session
from desktop_app.store.errors import StoreError, Unavailable
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.triage import CommandRefused
from ui.bridge import Bridge
from ui.language import Translated, translate
from ui.reports.citizen_page import page_once_published
from ui.reports.decision import Decision
from ui.reports.detail import Detail
from ui.reports.filters import Filters
from ui.reports.inbox_pane import InboxPane
from ui.reports.names import Names
from ui.reports.news_gate import NewsGate
from ui.reports.panels.catalogue import AT_ONCE
from ui.reports.panes import Panes
from ui.reports.publish_preview import PublishPreview
from ui.reports.sync_window import SyncWindow
from ui.reports.words import done_sentence
from ui.tasks import Tasks
from ui.theme import TOAST_MS
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.core import Core

_MINUTE_MS = 60_000
_FIRST = (QuickFilter.MINE, QuickFilter.WAITING_FOR_ME)
"""The filters a desk opens with, when there is something in them."""


class Desk(Translated, QWidget):
    """The desk of one session; deleted when the desk is locked."""

    def __init__(self, session: Session, core: Core, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._session, self._core, self._bridge = session, core, bridge
        self._tasks = Tasks(self)
        self._names = Names(session.store.directory)
        self._filters = Filters()
        self._inbox = InboxPane(session, self._names, core.clock, self._tasks)
        self._detail = Detail(session, self._names, core.clock)
        self._decision = Decision(self._names)
        self._reading = QStackedWidget()
        self._reading.addWidget(self._detail)
        self._reading.addWidget(self._decision)
        self._gate = NewsGate(self)
        self._was_empty = False
        self._panes = Panes(self._filters, self._inbox, self._reading, self)
        self._sync: SyncWindow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self._toast = Toast(self._reading)
        self._connect()
        self._hear_keys()
        self._start()

    def _connect(self) -> None:
        self._filters.chosen.connect(self._choose_filter)
        self._inbox.asked.connect(self._filters.select)
        self._inbox.stepped.connect(self._show_report)
        self._inbox.opened.connect(self.open_report)
        self._panes.went_back.connect(self._inbox.focus_list)
        self._detail.command_chosen.connect(self._begin)
        self._detail.confirmed.connect(self._carry_out)
        self._detail.decision_asked.connect(self._ask_decision)
        self._decision.mine_chosen.connect(self._take_mine)
        self._decision.theirs_chosen.connect(self._take_theirs)
        self._decision.left.connect(self._leave_decision)
        self._gate.passed.connect(self._follow)
        self._bridge.reports_changed.connect(self._reports_changed)
        self._bridge.report_gone.connect(self._report_gone)
        self._bridge.outbox_changed.connect(self._outbox_changed)
        self._bridge.sync_status.connect(self._status_changed)
        self.destroyed.connect(self._tasks.stop)

    def _hear_keys(self) -> None:
        for keys, act in (
            (("Ctrl+F",), self._inbox.focus_search),
            (("Ctrl+Return", "Ctrl+Enter"), self._act_primary),
            (("Ctrl+Z",), self._toast.undo),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(act)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda n=number: self._act(n))

    def _start(self) -> None:
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._inbox.refresh_words)
        self._minute.start()
        self._choose_first_filter()
        self.retranslate()

    def _choose_first_filter(self) -> None:
        """List what is mine, else what waits for me, else everything."""
        counts = self._session.store.inbox.counts()
        first = next((each for each in _FIRST if counts[each]), QuickFilter.ALL)
        self._was_empty = not counts[QuickFilter.ALL]
        self._filters.show_counts(counts)
        self._inbox.choose(first)

    # --- what the shell may ask -----------------------------------------------------------------------------

    @Slot(str)
    def open_report(self, report_id: str) -> None:
        """Open a report and put the keyboard into it."""
        self._inbox.select(report_id)
        self._show_report(report_id)
        self._panes.open_reading()
        self._detail.setFocus()
        self._session.triage.opened(report_id)

    @Slot()
    def open_sync_window(self) -> None:
        """Show what waits for the centre."""
        if self._sync is None:
            self._sync = SyncWindow(self._session, self._core.clock, self._bridge, self)
            self._sync.report_asked.connect(self._decide_on)
        self._sync.refresh()
        self._sync.show()
        self._sync.raise_()
        self._sync.activateWindow()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._inbox.focus_list()

    def retranslate(self) -> None:
        """Name the desk."""
        self.setAccessibleName(translate("Desk", "Report desk"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` searches wherever no field has the focus."""
        if event.text() == "/":
            self._inbox.focus_search()
        else:
            super().keyPressEvent(event)

    # --- looking --------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose_filter(self, chosen: QuickFilter) -> None:
        self._inbox.choose(chosen)
        self._panes.go_back()

    @Slot(str)
    def _show_report(self, report_id: str) -> None:
        self._reading.setCurrentWidget(self._detail)
        self._detail.show_report(report_id)

    # --- doing ----------------------------------------------------------------------------------------------

    @Slot()
    def _act_primary(self) -> None:
        if self._reading.currentWidget() is self._detail:
            self._detail.act_primary()

    def _act(self, number: int) -> None:
        if self._reading.currentWidget() is self._decision:
            self._decision.act(number)
        else:
            self._detail.act(number)

    @Slot(object)
    def _begin(self, command: Command) -> None:
        """Start a command: at once, by the preview, or by its panel."""
        if command in AT_ONCE:
            self._carry_out(command, Nothing())
        elif command is Command.PUBLISH:
            self._preview()
        else:
            self._panes.open_reading()
            self._detail.open_panel(command)

    def _preview(self) -> None:
        reading = self._detail.reading
        if reading is None:
            return
        page = page_once_published(reading.report, reading.entries, self._names, self._core.clock.now())
        preview = PublishPreview(reading.report, page, self._names, self)
        preview.accepted.connect(lambda: self._carry_out(Command.PUBLISH, preview.payload()))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    @Slot(object, object)
    def _carry_out(self, command: Command, payload: Payload) -> None:
        """Give the command; refused, everything typed stays in place."""
        reading = self._detail.reading
        if reading is None:
            return
        try:
            pending = self._session.triage.do(reading.report, command, payload)
        except (CommandRefused, PayloadInvalid, StoreError) as error:
            self._detail.show_refusal(error)
            return
        typed = self._detail.panel.form.values() if self._detail.panel else {}
        self._detail.close_panel()
        self._detail.refresh()
        self._offer_undo(command, pending, typed)

    def _offer_undo(self, command: Command, pending: Pending, typed: dict[str, object]) -> None:
        if pending.held_until is None:
            self._toast.say(done_sentence(command), TOAST_MS)
            return
        left = pending.held_until - self._core.clock.now()
        held_ms = max(1, int(left.total_seconds() * 1000))
        self._toast.say(done_sentence(command), held_ms, lambda: self._undo(pending, typed))

    def _undo(self, pending: Pending, typed: dict[str, object]) -> None:
        """Take the command back and put what was typed into its panel again."""
        if not self._session.triage.undo(pending.event.id):
            self._toast.say(translate("Desk", "Too late to undo: it is on its way."), TOAST_MS)
            return
        self.open_report(pending.event.entity_id)
        self._detail.refresh()
        if typed:
            panel = self._detail.open_panel(pending.event.type)
            if panel is not None:
                panel.form.restore(typed)

    # --- deciding between mine and theirs -------------------------------------------------------------------

    @Slot()
    def _ask_decision(self) -> None:
        if self._detail.reading is not None:
            self._decide_on(self._detail.reading.report.id)

    @Slot(str)
    def _decide_on(self, report_id: str) -> None:
        """Show both versions where there is something to decide, else the report."""
        self.open_report(report_id)
        found = (
            each for each in self._session.triage.conflicts() if each.pending.event.entity_id == report_id
        )
        conflict = next(found, None)
        if conflict is not None:
            self._detail.close_panel()
            self._decision.show_conflict(conflict)
            self._reading.setCurrentWidget(self._decision)
            self._decision.setFocus()

    @Slot(str)
    def _take_mine(self, event_id: str) -> None:
        try:
            self._session.triage.resolve_mine(event_id)
        except (CommandRefused, PayloadInvalid, StoreError) as error:
            self._decision.show_refusal(error)
            return
        self._leave_decision()
        self._toast.say(translate("Desk", "Yours is sent again on the present version."), TOAST_MS)

    @Slot(str)
    def _take_theirs(self, event_id: str) -> None:
        try:
            self._session.triage.resolve_theirs(event_id)
        except (CommandRefused, StoreError) as error:
            self._decision.show_refusal(error)
            return
        self._leave_decision()
        self._toast.say(translate("Desk", "The colleague's version stands. Your draft is kept."), TOAST_MS)

    @Slot()
    def _leave_decision(self) -> None:
        self._reading.setCurrentWidget(self._detail)
        self._detail.refresh()
        self._inbox.focus_list()

    # --- news -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _reports_changed(self, news: ReportsChanged) -> None:
        self._gate.tell(news.ids)

    @Slot(object)
    def _report_gone(self, news: ReportGone) -> None:
        self._gate.tell((news.id,))

    @Slot(object)
    def _outbox_changed(self, news: OutboxChanged) -> None:
        self._gate.tell((news.report_id,))

    @Slot(object)
    def _follow(self, ids: frozenset[str]) -> None:
        """Show what the news of these reports (none: of many) changed."""
        try:
            counts = self._session.store.inbox.counts()
            if not ids:
                self._names.reload()
        except Unavailable:  # locked meanwhile; this desk goes in a moment
            return
        self._filters.show_counts(counts)
        self._inbox.renew(tuple(ids))
        shown = self._detail.reading
        if shown is not None and (not ids or shown.report.id in ids):
            self._detail.refresh()

    @Slot(object)
    def _status_changed(self, status: SyncStatus) -> None:
        """Say how the first sync goes; when it is through, list what is mine."""
        self._inbox.show_progress(status.done, status.total)
        if self._was_empty and not status.total:
            self._begin_after_first_sync()

    def _begin_after_first_sync(self) -> None:
        with suppress(Unavailable):
            if self._session.store.inbox.counts()[QuickFilter.ALL]:
                self._names.reload()
                self._choose_first_filter()
