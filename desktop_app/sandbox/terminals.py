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
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.tables import alarm, card_certificate, entity, journal_row, person, terminal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer
    from desktop_app.sandbox.pki import SandboxPki


@dataclass(frozen=True, slots=True)
class Head:
    """How far a terminal's journal has arrived."""

    terminal_id: str
    epoch: int
    last_seq: int
    head_hash: str

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
        with self._writer.transaction() as connection:
            head = head_of(connection, workstation.terminal_id)
            _check_order(head, epoch, rows)
            if epoch < head.epoch:
                head = replace(head, epoch=epoch, last_seq=rows[-1].facts.seq if rows else 0)
                results = [self._take_late(connection, head, row) for row in rows]
            else:
                head, results = self._take_all(connection, head, rows)
        receipt = self._receipt(head, rows, results)
        return {"results": results, "receipt": receipt, "next_expected_seq": head.last_seq + 1}

    def _take_all(
        self, connection: Connection, head: Head, rows: Sequence[ReadRow]
    ) -> tuple[Head, list[dict[str, Any]]]:
        results = []
        for row in rows:
            head, result = self._take(connection, head, row)
            results.append(result)
        _move_head(connection, head)
        return head, results

    def _take_late(self, connection: Connection, head: Head, row: ReadRow) -> dict[str, Any]:
        """A row of an epoch that is over: kept and told apart, for no authentic tap is ever refused."""
        told: dict[str, Any] = {"event_id": row.facts.event_id, "seq": row.facts.seq}
        known = _known(connection, head, row)
        if known is not None:
            return {**told, "status": "duplicate", "reason": known.reason}
        reason = row.fault or EPOCH_CLOSED
        self._keep(connection, head, row, "quarantined", reason)
        return {**told, "status": "quarantined", "reason": reason}

    def _take(self, connection: Connection, head: Head, row: ReadRow) -> tuple[Head, dict[str, Any]]:
        facts = row.facts
        result: dict[str, Any] = {"event_id": facts.event_id, "seq": facts.seq}
        known = _known(connection, head, row)
        if known is not None:
            return head, {**result, "status": "duplicate", "reason": known.reason}
        follows = facts.seq == head.last_seq + 1
        reason = (
            row.fault
            or _order_fault(connection, head, row, follows=follows)
            or _person_fault(connection, row)
        )
        status = "quarantined" if reason else "stored"
        self._keep(connection, head, row, status, reason)
        if reason in _ALARMING:
            detail = {"seq": facts.seq, "hash": row.hash}
            raise_alarm(connection, head.terminal_id, reason or "", detail, self._now())
        if follows:
            head = Head(head.terminal_id, head.epoch, facts.seq, row.hash)
        return head, {**result, "status": status, "reason": reason}

    def _keep(
        self, connection: Connection, head: Head, row: ReadRow, status: str, reason: str | None
    ) -> None:
        chain = list(row.sent.card_chain) if row.sent.card_chain else None
        connection.execute(
            sa.insert(journal_row).values(
                terminal_id=head.terminal_id,
                epoch=head.epoch,
                seq=row.facts.seq,
                hash=row.hash,
                event_id=row.facts.event_id,
                kind=str(row.facts.kind),
                card_jws=row.sent.card_jws,
                terminal_jws=row.sent.terminal_jws,
                card_chain=chain,
                status=status,
                reason=reason,
                received_at=self._now(),
            )
        )

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


EPOCH_CLOSED = "epoch_closed"
_ALARMING = frozenset({"seq_reused", "chain_broken", "terminal_signature_bad"})


def head_of(connection: Connection, terminal_id: str) -> Head:
    """Return how far the terminal's journal has arrived; raise ``Refused`` (404)."""
    row = connection.execute(sa.select(terminal).where(terminal.c.id == terminal_id)).first()
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


def _known(connection: Connection, head: Head, row: ReadRow) -> sa.Row[Any] | None:
    columns = journal_row.c
    here = sa.and_(
        columns.terminal_id == head.terminal_id,
        columns.epoch == head.epoch,
        columns.seq == row.facts.seq,
        columns.hash == row.hash,
    )
    return connection.execute(sa.select(journal_row).where(here)).first()


def _order_fault(connection: Connection, head: Head, row: ReadRow, *, follows: bool) -> str | None:
    if not follows:
        return "seq_reused"
    if row.facts.prev_hash != head.head_hash:
        return "chain_broken"
    same = sa.select(journal_row.c.seq).where(journal_row.c.event_id == row.facts.event_id)
    return "event_id_reused" if connection.execute(same).first() is not None else None


def _person_fault(connection: Connection, row: ReadRow) -> str | None:
    """A tap belongs to the holder of the card that signed it, whatever the terminal says."""
    if row.facts.kind in _DUTIES:
        return _duty_fault(connection, row.facts)
    if row.sent.card_jws is None:
        return None
    joined = card_certificate.join(person, person.c.id == card_certificate.c.person_id)
    query = sa.select(person.c.person_ref).select_from(joined)
    found = connection.execute(query.where(card_certificate.c.sha256 == row.facts.card_cert_sha256)).scalar()
    if found is None:
        return "person_unknown"
    return None if row.facts.person_ref in {None, found} else "person_other"


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
    here = sa.update(terminal).where(terminal.c.id == head.terminal_id)
    connection.execute(here.values(last_seq=head.last_seq, head_hash=head.head_hash))
