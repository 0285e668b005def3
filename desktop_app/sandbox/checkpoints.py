"""Checkpoints: a terminal signs where its journal stands, the centre signs that it knows.

A terminal that claims less than it claimed before, or another hash than the one that arrived, was
rolled back (a restored disk, a copied machine): refused, with an alarm that stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.sandbox import completeness, wire
from desktop_app.sandbox.auth.caller import Workstation
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import checkpoint, journal_row, terminal
from desktop_app.sandbox.terminals import head_of, raise_alarm

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer
    from desktop_app.sandbox.pki import SandboxPki


Number = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a terminal signs (typ ``ioc-checkpoint+jws``)."""

    terminal_id: str
    epoch: Number
    seq: Number
    head_hash: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    wall_utc: datetime
    key_class: str


class Checkpoints:
    """Takes checkpoints and counter-signs them."""

    def __init__(self, writer: Writer, pki: SandboxPki, server_id: str, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._pki = pki
        self._server_id = server_id
        self._now = now

    def take(self, workstation: Workstation, compact: str) -> str:
        """Return the counter-signature; raise ``Refused`` (409 ``rollback``, 422)."""
        claim = _read(compact, workstation)
        with self._writer.transaction() as connection:
            problem = self._problem(connection, claim)
            if problem is None:
                self._keep(connection, claim, compact)
            if claim.key_class != workstation.key_class:  # declared once, never changed in silence
                detail = {"declared": workstation.key_class, "claimed": claim.key_class}
                raise_alarm(connection, claim.terminal_id, "key_class_changed", detail, self._now())
        if problem is not None:  # raised after the alarm is committed
            raise problem
        claims = {
            "server_id": self._server_id,
            "checkpoint_sha256": jose.sha256_hex(compact),
            "terminal_id": claim.terminal_id,
            "epoch": claim.epoch,
            "seq": claim.seq,
            "head_hash": claim.head_hash,
            "server_time": wire.instant(self._now()),
        }
        key = self._pki.receipt_key
        return jose.sign(jose.Kind.CHECKPOINT, claims, key, {"kid": jose.thumbprint(jose.public_jwk(key))})

    def _problem(self, connection: Connection, claim: Claim) -> Refused | None:
        head = head_of(connection, claim.terminal_id)
        if claim.epoch != head.epoch:
            return Refused(409, "epoch_unknown", epoch=head.epoch, next_expected_seq=head.last_seq + 1)
        claimed = sa.select(terminal.c.claimed_seq).where(terminal.c.id == claim.terminal_id)
        highest = max(head.last_seq, int(connection.execute(claimed).scalar_one()))
        if claim.seq >= highest and not _other_hash(connection, claim):
            return None
        detail = {"seq": claim.seq, "highest": highest, "head_hash": claim.head_hash}
        raise_alarm(connection, claim.terminal_id, "rollback", detail, self._now())
        return Refused(409, "rollback", next_expected_seq=head.last_seq + 1)

    def _keep(self, connection: Connection, claim: Claim, compact: str) -> None:
        digest = jose.sha256_hex(compact)
        if connection.execute(sa.select(checkpoint).where(checkpoint.c.sha256 == digest)).first():
            return
        connection.execute(
            sa.insert(checkpoint).values(
                sha256=digest,
                terminal_id=claim.terminal_id,
                epoch=claim.epoch,
                seq=claim.seq,
                jws=compact,
                received_at=self._now(),
            )
        )
        here = sa.update(terminal).where(terminal.c.id == claim.terminal_id)
        connection.execute(here.values(claimed_seq=claim.seq))
        taken = min(claim.wall_utc, self._now())
        completeness.note(connection, claim.terminal_id, claim.epoch, claim.seq, taken)


def _read(compact: str, workstation: Workstation) -> Claim:
    try:
        verified = jose.verify(compact, jose.Kind.CHECKPOINT, jose.import_jwk(workstation.jwk))
        claim = msgspec.convert(verified.claims, Claim)
    except (jose.JwsInvalid, msgspec.ValidationError):
        raise Refused(422, "checkpoint_invalid") from None
    if not wire.is_in_calendar(claim.wall_utc):
        raise Refused(422, "checkpoint_invalid")
    if claim.terminal_id != workstation.terminal_id:
        raise Refused(422, "other_terminal")
    return claim


def _other_hash(connection: Connection, claim: Claim) -> bool:
    """Tell whether a row of this number arrived, but none with the claimed hash."""
    columns = journal_row.c
    here = sa.and_(
        columns.terminal_id == claim.terminal_id, columns.epoch == claim.epoch, columns.seq == claim.seq
    )
    hashes = set(connection.execute(sa.select(columns.hash).where(here)).scalars())
    return bool(hashes) and claim.head_hash not in hashes
