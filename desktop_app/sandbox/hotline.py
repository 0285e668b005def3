"""Calls become reports, or further voices on open ones; shifts are handed over and taken over.

The rules of ``domain.hotline`` enforced: who may, what exists, what stays private. Each runs inside the
transaction of its event, beside the workflow's own commands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain import hotline, payloads, workflow
from desktop_app.domain.hotline import HandOver, Handover, HotlineCommand, Receive, TakeOver
from desktop_app.domain.ids import is_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor
from desktop_app.domain.transition import Step, apply
from desktop_app.domain.workflow import OPEN_STATES, Command, Refusal, State
from desktop_app.sandbox import audience, caller_book, wire
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.new_reports import next_code
from desktop_app.sandbox.timeline import entry_of

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Result = dict[str, Any]
SOURCE: Final = "hotline"
_NOT_FOUND: Final = {"status": "not_found"}
_JOINING: Final = next(edge for edge in workflow.TABLE if edge.command is Command.CONTRIBUTE)


@dataclass(frozen=True, slots=True)
class Call:
    """One event of a call-taker, inside its transaction; ``name`` is who sent it."""

    connection: Connection
    entities: Entities
    event: SentEvent
    actor: Actor
    name: str
    now: datetime

    def result(self) -> Result:
        """Carry it out; return what it came to."""
        if not hotline.takes_calls(self.actor):
            return _rejected(Refusal.NOT_YOURS)
        try:
            payload = hotline.decode(HotlineCommand(self.event.type), self.event.payload)
        except payloads.PayloadInvalid as invalid:
            return _rejected("payload", invalid.field)
        if isinstance(payload, Receive):
            return self._join(payload) if payload.joins else self._receive(payload)
        if self.event.entity != hotline.HANDOVER:
            return _NOT_FOUND
        return self._hand_over(payload) if isinstance(payload, HandOver) else self._take_over(payload)

    @property
    def _at(self) -> datetime:
        """When it happened: never later than now, whatever the client's clock says."""
        return min(self.event.occurred_at, self.now)

    # --- calls ---------------------------------------------------------------------------------------------

    def _receive(self, call: Receive) -> Result:
        if self.event.entity != "report" or not is_id(self.event.entity_id):
            return _rejected("payload", "entity_id")
        if self.entities.data(self.connection, "report", self.event.entity_id) is not None:
            return _rejected("id_reused")
        category = self.entities.data(self.connection, "category", call.category or "")
        if call.category is not None and category is None:
            return _rejected("payload", "category")
        if call.place.unit_code is not None and not self._is_ward(call.place.unit_code):
            return _rejected("payload", "place")
        private = bool(category and category.get("private"))
        report = Report(
            id=self.event.entity_id,
            code=next_code(self.connection, self.entities, self._at, private=private),
            version=1, state=State.RECEIVED, title=call.title.strip(), text=call.text.strip(),
            received_at=self._at, language=call.language, source=SOURCE, category=call.category,
            procedure=call.procedure, priority=call.priority, private=private, place=call.place,
            evidence={"temporary_number": call.reference},
        )  # fmt: skip
        seq = self.entities.put_report(self.connection, report)
        self.entities.put_entry(self.connection, self._first_line(report), report)
        self._keep_caller(report.id, call)
        return {"status": "applied", "version": 1, "seq": seq, "code": report.code}

    def _first_line(self, report: Report) -> Entry:
        """Who took the call: work among colleagues, no step that the public is told of."""
        return Entry(
            id=self.event.id, report_id=report.id, kind=str(HotlineCommand.RECEIVE), at=self._at,
            by=self.actor.person_id, by_name=self.name, unit=self.actor.unit_id or None, public=False,
        )  # fmt: skip

    def _join(self, call: Receive) -> Result:
        """A further caller about the same: their words are a contribution, no second report."""
        report = self.entities.report(self.connection, self.event.entity_id)
        if self.event.entity != "report" or report is None or not may_see(self.actor, report):
            return _NOT_FOUND
        if report.state not in OPEN_STATES:
            return _rejected(Refusal.WRONG_STATE)
        words = payloads.Text(call.text.strip())
        changed = apply(report, _JOINING, words, Step(self.actor, self.now))
        seq = self.entities.put_report(self.connection, changed)
        line = entry_of(
            Command.CONTRIBUTE,
            words,
            changed,
            id=self.event.id,
            actor=self.actor,
            name=self.name,
            at=self._at,
        )
        self.entities.put_entry(self.connection, line, changed)
        self._keep_caller(report.id, call)
        return {"status": "applied", "version": changed.version, "seq": seq, "code": changed.code}

    def _keep_caller(self, report_id: str, call: Receive) -> None:
        if call.caller is not None:
            by = self.actor.person_id
            caller_book.keep(self.connection, report_id, call.caller, self.event.id, by, self._at)

    def _is_ward(self, code: str) -> bool:
        return any(unit["code"] == code for unit in self.entities.all(self.connection, "unit"))

    # --- shifts --------------------------------------------------------------------------------------------

    def _hand_over(self, shift: HandOver) -> Result:
        if not is_id(self.event.entity_id):
            return _rejected("payload", "entity_id")
        if self.entities.data(self.connection, hotline.HANDOVER, self.event.entity_id) is not None:
            return _rejected("id_reused")
        handed = Handover(
            self.event.entity_id,
            1,
            self.actor.person_id,
            self.name,
            self._at,
            shift.notes.strip(),
            shift.items,
        )
        return self._put(handed)

    def _take_over(self, shown: TakeOver) -> Result:
        known = self.entities.data(self.connection, hotline.HANDOVER, self.event.entity_id)
        if known is None:
            return _NOT_FOUND
        handed = wire.decode(known, Handover)
        if handed.by == self.actor.person_id:
            return _rejected(Refusal.NOT_YOURS)
        if handed.taken_by is not None:
            return _rejected(Refusal.WRONG_STATE)
        if shown.items != len(handed.items):
            return _rejected("payload", "items")
        taken = replace(
            handed, version=handed.version + 1, taken_by=self.actor.person_id, taken_by_name=self.name,
            taken_at=self._at,
        )  # fmt: skip
        return self._put(taken)

    def _put(self, handed: Handover) -> Result:
        data = wire.encode(handed)
        seq = self.entities.put(self.connection, hotline.HANDOVER, handed.id, data, audience.CALL_TAKERS)
        return {"status": "applied", "version": handed.version, "seq": seq}


def _rejected(rule: str, field: str | None = None) -> Result:
    return {"status": "rejected", "rule": str(rule), "field": field}
