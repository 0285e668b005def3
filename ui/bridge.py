"""The one way news of the core reaches widgets: typed Qt signals, always on the main thread.

The bridge lives on the main thread and is never moved. News arrives on any thread, crosses by one queued
signal, and is emitted again from a slot: so even a receiver that is no ``QObject`` runs on the main thread.

What a person's own command changed is shown by whoever carried it out; its news comes behind that paint.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from cardio import events
from desktop_app import news
from desktop_app.bus import Bus
from ui.crossing import Crossing

_CARD_EVENTS: tuple[type[events.CardEvent], ...] = (
    events.ReaderAdded,
    events.ReaderRemoved,
    events.CardInserted,
    events.CardRemoved,
    events.ServiceLost,
    events.ServiceBack,
    events.ReaderNotAnswering,
    events.ReaderRevived,
    events.CardPreparing,
    events.CardReleased,
)
BEHIND_MS = 30
"""How long news of reports and of the outbox waits: everybody who follows it reads the store."""
_BEHIND = (news.ReportsChanged, news.OutboxChanged)


class Bridge(QObject):
    """Subscribes to the bus and re-emits; each signal carries the dataclass of ``desktop_app.news``."""

    reports_changed = Signal(object)
    report_gone = Signal(object)
    outbox_changed = Signal(object)
    file_moved = Signal(object)
    sync_status = Signal(object)
    signed_in = Signal(object)
    locked = Signal(object)
    opened = Signal(object)
    store_copied = Signal(object)
    enrolled = Signal(object)
    terminal_status = Signal(object)
    tap_reading = Signal(object)
    tap_result = Signal(object)
    tap_failed = Signal(object)
    card_left = Signal(object)
    directory_changed = Signal(object)
    due_dates_moved = Signal(object)
    presence_changed = Signal(object)
    shifts_changed = Signal(object)
    notices_came = Signal(object)
    wipe_ordered = Signal(object)
    wiped = Signal(object)
    card_event = Signal(object)
    """Any event of ``cardio.events``."""

    _arrived = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals: dict[type[object], SignalInstance] = {
            news.ReportsChanged: self.reports_changed,
            news.ReportGone: self.report_gone,
            news.OutboxChanged: self.outbox_changed,
            news.FileMoved: self.file_moved,
            news.SyncStatus: self.sync_status,
            news.SignedIn: self.signed_in,
            news.Locked: self.locked,
            news.Opened: self.opened,
            news.StoreCopied: self.store_copied,
            news.Enrolled: self.enrolled,
            news.TerminalStatus: self.terminal_status,
            news.TapReading: self.tap_reading,
            news.TapResult: self.tap_result,
            news.TapFailed: self.tap_failed,
            news.CardLeft: self.card_left,
            news.DirectoryChanged: self.directory_changed,
            news.DueDatesMoved: self.due_dates_moved,
            news.PresenceChanged: self.presence_changed,
            news.ShiftsChanged: self.shifts_changed,
            news.NoticesCame: self.notices_came,
            news.WipeOrdered: self.wipe_ordered,
            news.Wiped: self.wiped,
            **dict.fromkeys(_CARD_EVENTS, self.card_event),
        }
        self._crossing = Crossing(self)
        self._waiting: list[object] = []
        self._behind = QTimer(self)
        self._behind.setSingleShot(True)
        self._behind.setInterval(BEHIND_MS)
        self._behind.timeout.connect(self._emit_waiting)
        self._arrived.connect(self._emit_again, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: list[Callable[[], None]] = [
            bus.subscribe(kind, self._carry) for kind in self._signals
        ]

    def _carry(self, item: object) -> None:
        self._crossing.carry(lambda: self._arrived.emit(item))

    def close(self) -> None:
        """Hear nothing more; idempotent."""
        self._crossing.close()
        while self._unsubscribe:
            self._unsubscribe.pop()()
        self._behind.stop()
        self._waiting.clear()

    @Slot(object)
    def _emit_again(self, item: object) -> None:
        if not isinstance(item, _BEHIND):
            self._signals[type(item)].emit(item)
            return
        self._waiting.append(item)
        if not self._behind.isActive():
            self._behind.start()

    @Slot()
    def _emit_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for item in waiting:
            self._signals[type(item)].emit(item)
