"""Taking calls: what is written down while somebody speaks becomes a report, or a voice on an open one.

Works offline: the call waits in the outbox under the report's final id, and the caller is told a temporary
number. Who called is sealed for the centre the moment it is typed; this computer cannot open it again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from desktop_app import jose
from desktop_app.domain import hotline, payloads
from desktop_app.domain.caller import Caller, caller_bytes
from desktop_app.domain.hotline import HotlineCommand, Receive, takes_calls
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event, OutboxState, hold_seconds
from desktop_app.domain.report import Place, Priority, Procedure, Report
from desktop_app.domain.workflow import Refusal, State
from desktop_app.store.calls import Call
from desktop_app.triage.neighbours import Neighbour, similar_open
from desktop_app.triage.triage import CommandRefused

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.domain.person import Person
    from desktop_app.store.account import AccountStore
    from desktop_app.triage.triage import Triage


class NoReporterKey(Exception):
    """The centre publishes no key for callers' identities: none can be written down here."""

    code = "no_reporter_key"


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call as far as it is written down. ``caller`` is sealed already, at ``sealed_at``."""

    title: str = ""
    text: str = ""
    ward: str = ""
    address: str = ""
    category: str = ""
    procedure: Procedure = Procedure.TIMED
    priority: Priority = Priority.NORMAL
    language: str = "vi"
    promise: str = ""
    promise_due: datetime | None = None
    caller: str | None = None
    sealed_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return not any((self.title, self.text, self.ward, self.address, self.promise, self.caller))

    def payload(self, reference: str, *, joins: bool = False) -> Receive:
        """Return what travels of it."""
        place = Place(self.ward or None, self.address.strip() or None)
        title = self.title.strip() or self.text.strip()[: hotline.LONGEST_TITLE]
        return Receive(
            title, self.text.strip() or self.title.strip(), place, reference, self.category or None,
            self.procedure, self.priority, self.language, self.caller, joins,
        )  # fmt: skip


class Calls:
    """The calls of one signed-in person. Quick but for ``similar``: call that off the main thread."""

    def __init__(
        self,
        person: Person,
        store: AccountStore,
        triage: Triage,
        clock: Clock,
        reporter_key: Callable[[], Mapping[str, Any] | None],
    ) -> None:
        """``reporter_key``: the centre's public key (JWK) for callers' identities, None by policy."""
        self._person, self._store, self._triage = person, store, triage
        self._clock = clock
        self._key = reporter_key

    @property
    def may_take(self) -> bool:
        """Whether this person takes calls; the centre judges it again."""
        return takes_calls(self._triage.actor)

    @property
    def can_seal(self) -> bool:
        """Whether a caller's identity can be written down at all."""
        return self._key() is not None

    def seal(self, caller: Caller) -> str | None:
        """Return the caller's identity for the centre's eyes alone; None where nothing was said.

        Raises ``NoReporterKey``, ``PayloadInvalid``.
        """
        if not caller.is_known:
            return None
        key = self._key()
        if key is None:
            raise NoReporterKey
        return jose.seal(caller_bytes(caller), key)

    # --- the draft ---------------------------------------------------------------------------------------

    def draft(self) -> CallDraft:
        """Return the call that was being written down when desk or program ended, else an empty one."""
        kept = self._store.calls.draft()
        if kept is None:
            return CallDraft()
        try:
            return msgspec.json.decode(kept, type=CallDraft)
        except msgspec.MsgspecError:  # of a newer program
            return CallDraft()

    def keep_draft(self, draft: CallDraft) -> None:
        """Keep the call as far as it is written down."""
        self._store.calls.keep_draft(msgspec.json.encode(draft).decode())

    def drop_draft(self) -> None:
        """Throw the draft away."""
        with self._store.write() as tx:
            self._store.calls.drop_draft(tx)

    def similar(self, draft: CallDraft) -> tuple[Neighbour, ...]:
        """Return open reports that may be about the same; not for the main thread. Raises ``StoreError``."""
        place = Place(draft.ward or None, draft.address or None)
        typed = Report(
            id=new_id(), code="", version=1, state=State.RECEIVED, title=draft.title, text=draft.text,
            received_at=self._clock.now(), organisation=self._person.organisation,
            category=draft.category or None, place=place,
        )  # fmt: skip
        return similar_open(self._store, typed)

    # --- the call ----------------------------------------------------------------------------------------

    def take(self, draft: CallDraft) -> Call:
        """Make a report of the call. Raises ``CommandRefused``, ``PayloadInvalid`` naming the field."""
        return self._send(draft, new_id(), joins=False)

    def join(self, draft: CallDraft, report_id: str) -> Call:
        """Add the call to an open report. Raises ``CommandRefused``, ``PayloadInvalid``, ``StoreError``."""
        known = self._store.reports.get(report_id)
        placed = draft if draft.ward or draft.address else replace(draft, address=known.code)
        return self._send(placed, report_id, joins=True, base=known)

    def _send(self, draft: CallDraft, report_id: str, *, joins: bool, base: Report | None = None) -> Call:
        if not self.may_take:
            raise CommandRefused(Refusal.NOT_YOURS)
        now, event_id = self._clock.now(), new_id()
        payload = draft.payload(hotline.temporary_number(event_id), joins=joins)
        raw = payloads.encode(payload)
        hotline.decode(HotlineCommand.RECEIVE, raw)
        event = Event(
            id=event_id, type=HotlineCommand.RECEIVE, entity="report", entity_id=report_id,
            base_version=base.version if base else 0, occurred_at=now, payload=raw,
            after=self._store.outbox.tail(report_id), touches=(report_id,),
        )  # fmt: skip
        call = Call(
            event.id, report_id, payload.reference, self._remembered(draft, payload), joins, now,
            base.code if base else None, draft.promise.strip(), draft.promise_due,
        )  # fmt: skip
        with self._store.write() as tx:
            until = now + timedelta(seconds=hold_seconds(event.type))
            pending = self._store.outbox.add(tx, event, until)
            self._store.calls.add(tx, call)
            self._store.calls.drop_draft(tx)
        self._triage.announce(event, pending.state)
        return replace(call, state=pending.state)

    def _remembered(self, draft: CallDraft, payload: Receive) -> str:
        """The title that stays here: none for a matter that is none of this desk's once it is sent."""
        known = {each.id: each for each in self._store.directory.categories()}
        category = known.get(draft.category)
        return "" if category is not None and category.private else payload.title

    def undo(self, call_id: str) -> CallDraft | None:
        """Take a call back while it is held; return it as a draft again, None where it is on its way."""
        pending, known = self._store.outbox.get(call_id), self._store.calls.get(call_id)
        if pending is None or not self._triage.undo(call_id):
            return None
        return _again(pending.event, known)

    def reopen(self, call_id: str) -> CallDraft | None:
        """Take back a call that the centre refused; return it as a draft again, None where nothing waits."""
        pending, known = self._store.outbox.get(call_id), self._store.calls.get(call_id)
        if pending is None or pending.state is not OutboxState.NEEDS_PERSON:
            return None
        self._triage.resolve_theirs(call_id)
        return _again(pending.event, known)

    # --- afterwards --------------------------------------------------------------------------------------

    def taken(self) -> list[Call]:
        """Return the calls of this person, newest first."""
        return self._store.calls.newest()

    def keep_promise(self, call_id: str) -> None:
        """Note that what was promised is done."""
        self._store.calls.keep_promise(call_id)


def _again(event: Event, known: Call | None) -> CallDraft | None:
    """A call that never went out, or was refused, as the draft it was."""
    payload = hotline.decode(HotlineCommand.RECEIVE, event.payload)
    if not isinstance(payload, Receive):
        return None
    return CallDraft(
        payload.title, payload.text, payload.place.unit_code or "", payload.place.address or "",
        payload.category or "", payload.procedure, payload.priority, payload.language,
        known.promise if known else "", known.promise_due if known else None,
        payload.caller, event.occurred_at if payload.caller else None,
    )  # fmt: skip
