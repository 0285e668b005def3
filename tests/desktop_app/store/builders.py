"""Values for the stores' tests: reports as the server tells them, events, signed journal rows."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.domain.attendance import Assurance, Direction, JournalFacts, TapFacts, TapKind
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.journal import Head, Slot, chain_text
from tests.support.clock import NOON

KEY = bytes(range(32))
ME, UNIT, OTHER_UNIT = "officer-1", "unit-1", "unit-2"
CARD_SHA = "c" * 64
_numbers = itertools.count(1)
Field = Any
"""The value of one field that a test sets."""


def report_json(**changes: Field) -> dict[str, Any]:
    """A report distributed to UNIT, owned by ME, due in two days; ``changes`` override its fields."""
    number = next(_numbers)
    return {
        "id": new_id(),
        "code": f"HUE-2026-{number:05}",
        "version": 3,
        "state": "distributed",
        "title": f"Đường ngập số {number}",
        "text": "Nước ngập sâu trước cổng trường.",
        "received_at": wire(NOON - timedelta(days=3) + timedelta(seconds=number)),
        "category": "drainage",
        "place": {"unit_code": "ward-1", "address": "12 Lê Lợi"},
        "assignment": assignment(),
        "field_versions": {"workflow": 3},
        **changes,
    }


def assignment(**changes: Field) -> dict[str, Any]:
    """Who, what, when: ME of UNIT in two days."""
    due = wire(NOON + timedelta(days=2))
    return {"lead_unit": UNIT, "owner": ME, "deliverable": "Thông cống", "due_at": due, **changes}


def wire(moment: datetime) -> str:
    """A time as it travels."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def put(store: AccountStore, *reports: Mapping[str, Any]) -> list[str]:
    """Let the server tell these reports; return their ids."""
    with store.write() as tx:
        for report in reports:
            store.reports.put_base(tx, dict(report))
    return [str(report["id"]) for report in reports]


def event(
    report_id: str, command: Command = Command.ACCEPT, after: str | None = None, **payload: Field
) -> Event:
    """A command given at NOON on version 3."""
    return Event(new_id(), command, "report", report_id, 3, NOON, payload, after)


def state(store: AccountStore, event_id: str) -> OutboxState:
    """How an event stands that is in the outbox."""
    found = store.outbox.get(event_id)
    assert found is not None
    return found.state


def taken(store: AccountStore) -> list[str]:
    """Take what is ready to go out; return the ids."""
    return [each.id for each in store.outbox.take_ready()]


def add(
    store: AccountStore, *events: Event, held_until: datetime | None = None, group: str | None = None
) -> None:
    """Put events into the outbox, each in a transaction of its own."""
    for each in events:
        with store.write() as tx:
            store.outbox.add(tx, each, held_until, group)


def settle(store: AccountStore, event_id: str, **result: Field) -> object:
    """Record the server's answer to an event."""
    with store.write() as tx:
        return store.outbox.settle(tx, event_id, result)


class Signer:
    """A terminal and a card with software keys: rows that any JOSE library verifies."""

    def __init__(self, terminal_id: str = "terminal-1") -> None:
        self.terminal_id = terminal_id
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.card_key = ec.generate_private_key(ec.SECP256R1())

    def facts(self, head: Head, **changes: Field) -> JournalFacts:
        """The facts of a row that follows ``head``."""
        values: dict[str, Any] = {
            "terminal_id": self.terminal_id, "epoch": head.epoch, "seq": head.next_seq, "event_id": new_id(),
            "kind": TapKind.BOOT, "prev_hash": head.hash, "wall_utc": NOON, "utc_offset": 420,
            "zone": "Asia/Ho_Chi_Minh", "monotonic_ns": 1, "boot_id": "boot", "trusted_time_age": None,
            "build": "0.1", "assurance": Assurance.NONE,
        }  # fmt: skip
        return JournalFacts(**{**values, **changes})

    def sign(self, facts: JournalFacts) -> str:
        """The terminal's signature over the row."""
        return jose.sign(jose.Kind.JOURNAL, msgspec.to_builtins(facts), self.key)

    def tap(
        self, head: Head, direction: Direction = Direction.IN, **changes: Field
    ) -> tuple[str, str, JournalFacts]:
        """A tap that follows ``head``: card's signature, terminal's signature, facts."""
        facts = self.facts(
            head, kind=TapKind.TAP, direction_proposed=direction, card_cert_sha256=CARD_SHA,
            assurance=Assurance.CARD_KEY, **changes,
        )  # fmt: skip
        card = TapFacts(
            terminal=facts.terminal_id, epoch=facts.epoch, seq=facts.seq, event_id=facts.event_id,
            kind=facts.kind, wall_utc=facts.wall_utc, direction_proposed=direction, nonce="n",
            prev_hash=facts.prev_hash, card_cert_sha256=CARD_SHA,
        )  # fmt: skip
        card_jws = jose.sign(jose.Kind.TAP, msgspec.to_builtins(card), self.card_key)
        facts = replace(facts, card_jws_sha256=jose.sha256_hex(card_jws))
        return card_jws, self.sign(facts), facts

    def append(self, slot: Slot, **changes: Field) -> JournalFacts:
        """Append a row that no card signed."""
        facts = self.facts(slot.head, **changes)
        slot.append(None, self.sign(facts), facts)
        return facts

    def append_tap(self, slot: Slot, direction: Direction = Direction.IN, **changes: Field) -> JournalFacts:
        """Append a tap signed by the card."""
        card_jws, terminal_jws, facts = self.tap(slot.head, direction, **changes)
        slot.append(card_jws, terminal_jws, facts, chain_text([b"leaf", b"root"]))
        return facts
