"""Attendance as the centre keeps it: rows in order, both signatures checked, a signed receipt.

Order is ``seq``, never a timestamp. A row that was sent before is ``duplicate``; one that is
authentic but wrong is ``quarantined`` with its reason; a gap is refused, and the terminal told
what is expected. Nothing that came is ever dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain.attendance import JournalFacts, TapKind
from desktop_app.domain.ids import new_id
from desktop_app.domain.roles import Role
from desktop_app.sandbox import wire
from desktop_app.sandbox.auth.caller import Workstation
from desktop_app.sandbox.journal_rows import ReadRow, RowReader, SentRow
from desktop_app.sandbox.kept_rows import keep_rows
from desktop_app.sandbox.known_rows import KnownRows, known_rows
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.tables import alarm, card_certificate, entity, person, terminal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer
    from desktop_app.sandbox.pki import SandboxPki


_ANY = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Head:
    """How far a terminal's journal has arrived."""

    terminal_id: str
    epoch: int
    last_seq: int
    head_hash: str

    def last_seq_of(self, epoch: int) -> int:
        """Return the last seq that may have arrived of ``epoch``: nobody counts that of one that is over."""
        return self.last_seq if epoch == self.epoch else _ANY

    def told(self) -> dict[str, Any]:
        """Return the contract's form."""
        return {
            "terminal_id": self.terminal_id,
            "epoch": self.epoch,
            "next_expected_seq": self.last_seq + 1,
            "head_hash": self.head_hash,
        }


class Terminals:
    """Takes journal rows in and signs for them."""

    def __init__(
        self, writer: Writer, reader: RowReader, pki: SandboxPki, server_id: str, now: Callable[[], datetime]
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._pki = pki
        self._server_id = server_id
        self._now = now

    def receive(self, workstation: Workstation, epoch: int, sent: Sequence[SentRow]) -> dict[str, Any]:
        """Return status per row, the receipt, and what is expected next; raise ``Refused`` (409, 422)."""
        now = self._now()
        rows = [self._reader.read(row, workstation.jwk, now) for row in sent]
        with self._writer.apart() as connection:
            head = head_of(connection, workstation.terminal_id, lock=True)
            _check_order(head, epoch, rows)
            known = known_rows(connection, head.terminal_id, epoch, head.last_seq_of(epoch), rows)
            arrival = _Arrival(connection, head, known, now)
            if epoch < head.epoch:
                arrival.head = replace(head, epoch=epoch, last_seq=rows[-1].facts.seq if rows else 0)
                results = [arrival.take_late(row) for row in rows]
            else:
                results = [arrival.take(row) for row in rows]
                _move_head(connection, arrival.head)
            arrival.keep()
        receipt = self._receipt(arrival.head, rows, results)
        return {"results": results, "receipt": receipt, "next_expected_seq": arrival.head.last_seq + 1}

    def _receipt(self, head: Head, rows: Sequence[ReadRow], results: Sequence[dict[str, Any]]) -> str:
        claims = {
            "server_id": self._server_id,
            "terminal_id": head.terminal_id,
            "epoch": head.epoch,
            "first_seq": rows[0].facts.seq if rows else head.last_seq + 1,
            "last_seq": rows[-1].facts.seq if rows else head.last_seq,
            "head_hash": head.head_hash,
            "events": [
                {"event_id": row.facts.event_id, "hash": row.hash, "status": result["status"]}
                for row, result in zip(rows, results, strict=True)
            ],
            "server_time": wire.instant(self._now()),
        }
        key = self._pki.receipt_key
        return jose.sign(jose.Kind.RECEIPT, claims, key, {"kid": jose.thumbprint(jose.public_jwk(key))})


class _Arrival:
    """The rows of one request on their way into the journal: each judged, all written at once."""

    def __init__(self, connection: Connection, head: Head, known: KnownRows, now: datetime) -> None:
        self.head = head
        self._connection = connection
        self._known = known
        self._now = now
        self._kept: list[dict[str, Any]] = []

    def take_late(self, row: ReadRow) -> dict[str, Any]:
        """A row of an epoch that is over: kept and told apart, for no authentic tap is ever refused."""
        told = self._told_before(row)
        return told or self._note(row, row.fault or EPOCH_CLOSED)

    def take(self, row: ReadRow) -> dict[str, Any]:
        """A row of the present epoch: return its status, and move on to it where it follows."""
        told = self._told_before(row)
        if told is not None:
            return told
        follows = row.facts.seq == self.head.last_seq + 1
        reason = row.fault or self._order_fault(row, follows=follows) or self._person_fault(row)
        if reason in _ALARMING:
            detail = {"seq": row.facts.seq, "hash": row.hash}
            raise_alarm(self._connection, self.head.terminal_id, reason or "", detail, self._now)
        told = self._note(row, reason)
        if follows:
            self.head = Head(self.head.terminal_id, self.head.epoch, row.facts.seq, row.hash)
        return told

    def keep(self) -> None:
        """Write what was taken."""
        if self._kept:
            keep_rows(self._connection, self._kept)

    def _told_before(self, row: ReadRow) -> dict[str, Any] | None:
        key = (row.facts.seq, row.hash)
        if key not in self._known.kept:
            return None
        named = {"event_id": row.facts.event_id, "seq": row.facts.seq}
        return {**named, "status": "duplicate", "reason": self._known.kept[key]}

    def _note(self, row: ReadRow, reason: str | None) -> dict[str, Any]:
        status = "quarantined" if reason else "stored"
        self._known.used.add(row.facts.event_id)
        self._kept.append(
            {
                "terminal_id": self.head.terminal_id, "epoch": self.head.epoch, "seq": row.facts.seq,
                "hash": row.hash, "event_id": row.facts.event_id, "kind": str(row.facts.kind),
                "card_jws": row.sent.card_jws, "terminal_jws": row.sent.terminal_jws,
                "card_chain": list(row.sent.card_chain) if row.sent.card_chain else None,
                "status": status, "reason": reason, "received_at": self._now,
            }
        )  # fmt: skip
        return {"event_id": row.facts.event_id, "seq": row.facts.seq, "status": status, "reason": reason}

    def _order_fault(self, row: ReadRow, *, follows: bool) -> str | None:
        if not follows:
            return "seq_reused"
        if row.facts.prev_hash != self.head.head_hash:
            return "chain_broken"
        return "event_id_reused" if row.facts.event_id in self._known.used else None

    def _person_fault(self, row: ReadRow) -> str | None:
        """A tap belongs to the holder of the card that signed it, whatever the terminal says."""
        if row.facts.kind in _DUTIES:
            return _duty_fault(self._connection, row.facts)
        if row.sent.card_jws is None:
            return None
        found = self._known.holders.get(row.facts.card_cert_sha256 or "")
        if found is None:
            return "person_unknown"
        return None if row.facts.person_ref in {None, found} else "person_other"


EPOCH_CLOSED = "epoch_closed"
_HEAD = sa.select(terminal.c.id, terminal.c.epoch, terminal.c.last_seq, terminal.c.head_hash).where(
    terminal.c.id == sa.bindparam("terminal")
)
_HEAD_LOCKED = _HEAD.with_for_update()
_MOVE = (
    sa.update(terminal)
    .where(terminal.c.id == sa.bindparam("terminal"))
    .values(last_seq=sa.bindparam("to_seq"), head_hash=sa.bindparam("to_hash"))
)
_ALARMING = frozenset({"seq_reused", "chain_broken", "terminal_signature_bad"})


def head_of(connection: Connection, terminal_id: str, *, lock: bool = False) -> Head:
    """Return how far the terminal's journal has arrived; raise ``Refused`` (404).

    With ``lock`` nobody else moves it before this transaction ends.
    """
    found = connection.execute(_HEAD_LOCKED if lock else _HEAD, {"terminal": terminal_id})
    row = found.first()
    if row is None:
        raise not_found()
    return Head(row.id, row.epoch, row.last_seq, row.head_hash)


def raise_alarm(
    connection: Connection, terminal_id: str, kind: str, detail: dict[str, Any], now: datetime
) -> None:
    """Write an alarm for a person to look at."""
    row = {"id": new_id(), "terminal_id": terminal_id, "kind": kind, "detail": detail, "at": now}
    connection.execute(sa.insert(alarm).values(**row))


def _check_order(head: Head, epoch: int, rows: Sequence[ReadRow]) -> None:
    if not 1 <= epoch <= head.epoch or any(row.facts.epoch != epoch for row in rows):
        raise Refused(409, "epoch_unknown", epoch=head.epoch, next_expected_seq=head.last_seq + 1)
    if any(row.facts.terminal_id != head.terminal_id for row in rows):
        raise Refused(422, "other_terminal")
    numbers = [row.facts.seq for row in rows]
    contiguous = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    open_from = head.last_seq + 1 if epoch == head.epoch else numbers[0] if numbers else 1
    if not contiguous or (numbers and not 1 <= numbers[0] <= open_from):
        raise Refused(409, "gap", next_expected_seq=head.last_seq + 1)


_DUTIES = {TapKind.MODE_EXIT: Role.SITE_ADMIN, TapKind.SUPERVISED_ENTRY: Role.SUPERVISOR}
"""What only an officer of this role may sign."""


def _duty_fault(connection: Connection, facts: JournalFacts) -> str | None:
    if facts.card_jws_sha256 is None:
        return "card_signature_missing"
    joined = card_certificate.join(
        entity, sa.and_(entity.c.entity == "officer", entity.c.id == card_certificate.c.person_id)
    )
    query = sa.select(entity.c.data).select_from(joined)
    data = connection.execute(query.where(card_certificate.c.sha256 == facts.card_cert_sha256)).scalar()
    if data is None or _DUTIES[facts.kind] not in data["roles"]:
        return "officer_not_entitled"
    if facts.kind is TapKind.MODE_EXIT:
        return None
    known = sa.select(person.c.id).where(person.c.person_ref == facts.person_ref)
    return None if connection.execute(known).first() is not None else "person_unknown"


def _move_head(connection: Connection, head: Head) -> None:
    moved = {"terminal": head.terminal_id, "to_seq": head.last_seq, "to_hash": head.head_hash}
    connection.execute(_MOVE, moved)
