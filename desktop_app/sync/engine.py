"""One cycle down and one cycle up, free of time and threads.

Down: a page of the feed becomes base rows, in short transactions, and the cursor moves with the last
of them; a first sync is staged and goes on after a kill where it stood. Up: ready events are taken by
compare-and-set, sent, and settled one by one; what the answer leaves out stays unknown and is sent
again under the same id.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop_app.api.changes import ChangeLine, Operation, Page
from desktop_app.api.errors import (
    ApiError,
    InsecureAddress,
    Refused,
    Stopped,
    TlsFailed,
    Unauthorised,
    Unreachable,
)
from desktop_app.api.events import EventResult, PushAnswer
from desktop_app.domain.hotline import HANDOVER
from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.news import (
    DirectoryChanged,
    DueDatesMoved,
    OutboxChanged,
    ReportGone,
    ReportsChanged,
    ShiftsChanged,
)
from desktop_app.store.directory import SHAPES
from desktop_app.store.reports import Malformed
from desktop_app.store.sync_log import Passed
from desktop_app.sync import restored
from desktop_app.sync.entropy import Compared, Comparison, Source
from desktop_app.sync.settlement import reason, refused_alone, settlement
from desktop_app.sync.staging import Staging

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore
    from desktop_app.store.database import Transaction

_log = logging.getLogger(__name__)
ROWS_PER_WRITE: Final = 10  # the main thread's commands wait for at most one such transaction
PAGES_AT_ONCE: Final = 4
"""Pages of a first sync that are written together: a commit costs by the leaves it touches, not the rows."""
_MANY: Final = 100
_EXPIRED: Final = "cursor_expired"
_RECALCULATED: Final = "recalculate"
_PASSED: Final[dict[OutboxState | None, Passed]] = {
    OutboxState.ACKNOWLEDGED: Passed.SENT,
    OutboxState.NEEDS_PERSON: Passed.NEEDS_PERSON,
}


@dataclass(frozen=True, slots=True)
class Pulled:
    """How far a cycle down came; ``left`` counts the rows of a first sync that are still to come.

    ``offered``: the server was restored from a backup, and what it may have lost is ready to be sent again.
    """

    rows: int
    has_more: bool
    first_sync: bool
    left: int = 0
    offered: bool = False


class Engine:
    """Moves one account store and the centre towards each other."""

    def __init__(
        self,
        store: AccountStore,
        publish: Callable[[object], None],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._publish = publish
        self._now = now
        self._staging = Staging(store)

    # --- down ----------------------------------------------------------------------------------

    def pull(self, fetch: Callable[[str], Page]) -> Pulled:
        """Fetch the page after the cursor and take it over; raise what ``fetch`` and the store raise."""
        state = self._store.sync_state
        if not state.cursor and not state.staging:
            self._begin_bootstrap()
        try:
            page = fetch(state.cursor)
        except Refused as refused:
            if refused.reason != _EXPIRED:
                raise
            self._begin_bootstrap()
            return Pulled(0, has_more=True, first_sync=True)
        if restored.goes_back(page, state.epoch, state.durable_through):
            return self._restored(page)
        if staging := state.staging:
            page = _with_more(page, fetch)
        lines = list(page.lines)
        page = replace(page, lines=())
        try:
            return self._take(page, lines, staging=staging)
        finally:
            _let_go(lines, self._store.step_aside)

    def end(self) -> None:
        """Leave a first sync after the transaction under way, from any thread: its page comes again."""
        self._staging.end()

    def _begin_bootstrap(self) -> None:
        with self._store.write() as tx:
            self._store.sync_state.begin_bootstrap(tx)

    def _restored(self, page: Page) -> Pulled:
        with self._store.write() as tx:
            restored.begin_anew(self._store, tx)
            self._store.sync_state.heard(tx, self._now(), page.epoch, page.durable_through)
        return Pulled(0, has_more=True, first_sync=True, offered=True)

    def _take(self, page: Page, told: Sequence[ChangeLine], *, staging: bool) -> Pulled:
        lines = self._stage(told, last=not page.has_more) if staging else told
        pieces = [lines[i : i + ROWS_PER_WRITE] for i in range(0, len(lines), ROWS_PER_WRITE)] or [()]
        for piece in pieces[:-1]:
            with self._store.write() as tx:
                news = self._apply(tx, piece)
            self._tell(news)
        with self._store.write() as tx:
            news = self._apply(tx, pieces[-1])
            self._store.sync_state.advance(tx, page.next)
            self._store.sync_state.heard(tx, self._now(), page.epoch, page.durable_through)
            if staging and not page.has_more:
                news += [ReportGone(report_id) for report_id in self._store.sweep(tx)]
                self._store.notices.begin_anew(tx)
                self._store.log.note(tx, Passed.FIRST_SYNC)
        self._tell(news)
        left = max(0, (page.total or 0) - len(told))
        return Pulled(len(told), page.has_more, first_sync=staging, left=left)

    def _stage(self, lines: Sequence[ChangeLine], *, last: bool) -> Sequence[ChangeLine]:
        """Take over what is new of a first sync's page; return the rest of it."""
        with self._store.long_work():
            left = self._staging.take(lines, last=last)
        waiting = {(line.entity, line.id) for line in left}
        self._tell([ReportsChanged((_report_of(n),)) for n in lines if (n.entity, n.id) not in waiting])
        return left

    @property
    def cursor(self) -> str:
        """Where the feed stands in this store."""
        return self._store.sync_state.cursor

    def compare(self, source: Source) -> Compared:
        """Compare the store with the server and mend it, as far as the feed does not move on meanwhile."""
        return Comparison(self._store, self.mend).run(source)

    def mend(self, lines: Sequence[ChangeLine]) -> None:
        """Take over rows that a comparison found to differ, whatever is known of them."""
        for start in range(0, len(lines), ROWS_PER_WRITE):
            with self._store.write() as tx:
                news = self._apply(tx, lines[start : start + ROWS_PER_WRITE], whatever=True)
            self._tell(news)

    def _apply(self, tx: Transaction, lines: Sequence[ChangeLine], *, whatever: bool = False) -> list[object]:
        news: list[object] = []
        for line in lines:
            try:
                put = line.operation is Operation.PUT
                news += self._put(tx, line, whatever=whatever) if put else self._drop(tx, line)
            except Malformed as malformed:  # one bad row must not hold up the feed
                _log.warning("row of the feed not taken over: %s", malformed.entity)
        return news

    def _put(self, tx: Transaction, line: ChangeLine, *, whatever: bool) -> list[object]:
        data: dict[str, Any] = line.data or {}
        if line.entity == "report":
            taken = self._store.reports.put_base(tx, data, whatever=whatever)
            return [ReportsChanged((line.id,))] if taken else []
        if line.entity == "entry":
            return self._put_entry(tx, data)
        if line.entity == "attachment":
            self._store.attachments.put(tx, data)
            return [ReportsChanged((str(data["report_id"]),))]
        if line.entity == HANDOVER:
            self._store.handovers.put(tx, data)
            return [ShiftsChanged()]
        if line.entity in SHAPES:
            self._store.directory.put(tx, line.entity, data, line.version)
            return [DirectoryChanged()]
        return []  # of a newer server

    def _put_entry(self, tx: Transaction, data: dict[str, Any]) -> list[object]:
        report_id = str(data["report_id"])
        is_new = self._store.entries.put(tx, data)
        changed: list[object] = [ReportsChanged((report_id,))]
        moved = is_new and data.get("kind") == _RECALCULATED and not self._store.sync_state.staging
        return [*changed, DueDatesMoved((report_id,))] if moved else changed

    def _drop(self, tx: Transaction, line: ChangeLine) -> list[object]:
        if line.entity == "report":
            if self._store.lose_scope(tx, line.id):
                self._store.log.note(tx, Passed.SCOPE_LOST)
                return [ReportGone(line.id)]
            return []  # lost before a first sync had brought it: there is nothing to tell
        if line.entity == "entry":
            self._store.entries.remove(tx, line.id)
        elif line.entity == "attachment":
            self._store.attachments.remove(tx, line.id)
        elif line.entity == HANDOVER:
            self._store.handovers.remove(tx, line.id)
            return [ShiftsChanged()]
        elif line.entity in SHAPES:
            self._store.directory.remove(tx, line.entity, line.id)
            return [DirectoryChanged()]
        return []

    def _tell(self, news: Sequence[object]) -> None:
        """Publish once per kind: many changed reports become one 'ask again'."""
        changed = dict.fromkeys(i for item in news if isinstance(item, ReportsChanged) for i in item.ids)
        if changed:
            self._publish(ReportsChanged(() if len(changed) > _MANY else tuple(changed)))
        moved = dict.fromkeys(i for item in news if isinstance(item, DueDatesMoved) for i in item.ids)
        if moved:
            with self._store.write() as tx:
                self._store.log.note(tx, Passed.DUE_MOVED, reports=len(moved))
            self._publish(DueDatesMoved(tuple(moved)))
        told = (ReportsChanged, DueDatesMoved)
        for item in dict.fromkeys(item for item in news if not isinstance(item, told)):
            self._publish(item)

    # --- up ------------------------------------------------------------------------------------

    def push(self, send: Callable[[Sequence[Event]], PushAnswer]) -> int:
        """Send what is ready; return how many events were settled. Raises what ``send`` raises."""
        for released in self._store.outbox.release_due(self._now()):
            self._moved(released.event, OutboxState.READY)
        events = self._store.outbox.take_ready()
        if not events:
            return 0
        for event in events:
            self._moved(event, OutboxState.SENDING)
        return self._send(events, send)

    def _send(self, events: list[Event], send: Callable[[Sequence[Event]], PushAnswer]) -> int:
        try:
            answer = send(events)
        except Refused as refused:
            return self._refused(events, refused, send)
        except ApiError as failure:
            self._undelivered(events, failure)
            raise
        return self._settle(events, answer)

    def _refused(
        self, events: list[Event], refused: Refused, send: Callable[[Sequence[Event]], PushAnswer]
    ) -> int:
        """A whole request was refused: find the event it is about, let the others through."""
        if len(events) > 1:
            return sum(self._send([event], send) for event in events)
        with self._store.write() as tx:
            state = self._store.outbox.settle(tx, events[0].id, refused_alone(refused))
        self._moved(events[0], state)
        return 1

    def _undelivered(self, events: list[Event], failure: ApiError) -> None:
        """As before where nothing can have arrived, else unknown: to be sent under the same id."""
        never_sent = isinstance(failure, InsecureAddress | TlsFailed | Unauthorised) or (
            isinstance(failure, Unreachable) and not failure.sent
        )
        ids = tuple(event.id for event in events)
        states = dict.fromkeys(ids, OutboxState.UNKNOWN)
        if never_sent:
            states = self._store.outbox.not_sent(ids)
        else:
            self._store.outbox.lost_contact(ids)
        for event in events:
            self._moved(event, states.get(event.id))

    def _settle(self, events: list[Event], answer: PushAnswer) -> int:
        lost = tuple(event.id for event in events if event.id not in answer.results)
        for event in events:
            if event.id not in lost:
                self._moved(event, self._settle_one(event, answer.results[event.id]))
        if lost:
            self._store.outbox.lost_contact(lost)
        return len(events) - len(lost)

    def _settle_one(self, event: Event, result: EventResult) -> OutboxState | None:
        with self._store.write() as tx:
            state = self._store.outbox.settle(tx, event.id, settlement(result))
            if (passed := _PASSED.get(state)) is not None:
                why = {} if passed is Passed.SENT else reason(result)
                self._store.log.note(tx, passed, command=str(event.type), report=event.entity_id, **why)
            if result.code is not None:
                self._store.calls.told(tx, event.id, result.code)
            if result.entity is not None:
                self._keep(tx, result.entity)
        return state

    def _keep(self, tx: Transaction, entity: dict[str, Any]) -> None:
        try:
            self._store.reports.refresh(tx, entity)
        except Malformed:  # the feed will bring it
            _log.warning("report in an answer not taken over")

    def _moved(self, event: Event, state: OutboxState | None) -> None:
        if state is not None:
            self._publish(OutboxChanged(event.id, event.entity_id, state))
            self._publish(ReportsChanged((event.entity_id,)))


def _with_more(page: Page, fetch: Callable[[str], Page]) -> Page:
    """Return ``page`` and those behind it as one; where one does not come, what came before it."""
    lines = list(page.lines)
    for _ in range(PAGES_AT_ONCE - 1):
        if not page.has_more:
            break
        try:
            following = fetch(page.next)
        except Stopped:
            raise
        except ApiError:  # it is asked for once more, and what becomes of it then is told
            break
        if restored.goes_back(following, page.epoch, page.durable_through):
            break  # it is seen when this page is asked for again
        lines += following.lines
        page = following
    total = None if page.total is None else page.total + len(lines) - len(page.lines)
    return replace(page, lines=tuple(lines), total=total)


def _let_go(lines: list[ChangeLine], step_aside: Callable[[], None]) -> None:
    """Free lines one by one: thousands in one go hold the interpreter for half a frame of the screen."""
    while lines:
        step_aside()
        lines.pop()


def _report_of(line: ChangeLine) -> str:
    """The report that a report's or a timeline's line is about."""
    return line.id if line.entity == "report" else str((line.data or {}).get("report_id", ""))
