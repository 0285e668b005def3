"""Brings the desk up to date with the news: at once the rows, behind the paint everything else."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.news import Contact, DirectoryChanged, OutboxChanged, ReportGone, ReportsChanged, SyncStatus
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.store.inbox_query import QuickFilter
from ui.bridge import Bridge
from ui.desk.news_gate import NewsGate
from ui.detail.detail import Detail
from ui.inbox.inbox_pane import InboxPane
from ui.vocabulary.names import Names

_MINUTE_MS = 60_000
_BEHIND_MS = 30
"""After what is shown at once: the paint, and a key that is on its way, come first."""


class Following(QObject):
    """Hears the bridge for one desk; a person's own command must show within the frame."""

    counted = Signal(object)
    """How many reports each quick filter holds now."""
    caught_up = Signal(object)
    """Behind the paint, for who reads more because of it: a frozenset of report ids, empty for many."""
    filled = Signal()
    """The first sync is through, and nobody has chosen a list meanwhile."""

    def __init__(
        self, session: Session, names: Names, bridge: Bridge, inbox: InboxPane, detail: Detail
    ) -> None:
        super().__init__(inbox)
        self._store, self._names, self._inbox, self._detail = session.store, names, inbox, detail
        self._was_empty = self._was_outdated = False
        self._owed: set[str] = set()
        self._owes_all = False
        self._gate = NewsGate(self)
        self._gate.passed.connect(self._follow)
        self._behind = QTimer(self)
        self._behind.setSingleShot(True)
        self._behind.setInterval(_BEHIND_MS)
        self._behind.timeout.connect(self._catch_up)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(inbox.refresh_words)
        self._minute.start()
        bridge.reports_changed.connect(self._reports_changed)
        bridge.report_gone.connect(self._report_gone)
        bridge.outbox_changed.connect(self._outbox_changed)
        bridge.directory_changed.connect(self._directory_changed)
        bridge.sync_status.connect(self._status_changed)

    def begin(self) -> dict[QuickFilter, int]:
        """Count and tell; while there is nothing yet, wait for the first sync."""
        counts = self._store.inbox.counts()
        self._was_empty = not counts[QuickFilter.ALL]
        self.counted.emit(counts)
        self.caught_up.emit(frozenset())
        return counts

    def settle(self) -> None:
        """The person is where they want to be: the end of a first sync moves them no more."""
        self._was_empty = False

    @Slot(str)
    def show_own(self, report_id: str) -> None:
        """Show what the person's own command changed, whatever news is on its way."""
        self._gate.pause()
        self._follow(frozenset({report_id}))

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
    def _directory_changed(self, _news: DirectoryChanged) -> None:
        self._gate.tell(())  # any row may carry a name that changed

    @Slot(object)
    def _follow(self, ids: frozenset[str]) -> None:
        """Show the rows of these reports (none: of many)."""
        if not ids:
            with suppress(Unavailable):  # locked meanwhile; this desk goes in a moment
                self._names.reload()
        self._inbox.renew(tuple(ids))
        self._owed |= ids
        self._owes_all = self._owes_all or not ids
        self._behind.start()

    @Slot()
    def _catch_up(self) -> None:
        """Count, ask which reports are listed now, and read the one that is shown."""
        owed = frozenset() if self._owes_all else frozenset(self._owed)
        self._owed.clear()
        self._owes_all = False
        with suppress(Unavailable):
            self.counted.emit(self._store.inbox.counts())
        self._inbox.ask_again(owed)
        shown = self._detail.reading
        if not owed:
            self._detail.refresh()
        elif shown is not None and shown.report.id in owed:
            self._detail.follow()
        self.caught_up.emit(owed)

    @Slot(object)
    def _status_changed(self, status: SyncStatus) -> None:
        """Say how the first sync goes; tell when it is through."""
        self._inbox.show_progress(status.done, status.total)
        if (status.contact is Contact.OUTDATED) != self._was_outdated:
            self._was_outdated = not self._was_outdated
            self._detail.refresh()  # what may be done here changed
        if self._was_empty and not status.total:
            with suppress(Unavailable):
                self._look_whether_filled()

    def _look_whether_filled(self) -> None:
        if self._store.inbox.counts()[QuickFilter.ALL]:
            self._names.reload()
            self.filled.emit()
