"""What the centre knows of the journal rows of one request: a question for all of them, not one for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox.journal_rows import ReadRow
from desktop_app.sandbox.tables import card_certificate, journal_row, person

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_columns = journal_row.c
_KEPT = sa.select(_columns.seq, _columns.hash, _columns.reason).where(
    _columns.terminal_id == sa.bindparam("terminal"),
    _columns.epoch == sa.bindparam("epoch"),
    _columns.seq.between(sa.bindparam("first"), sa.bindparam("last")),
)
_KNOWN = sa.union_all(
    sa.select(_columns.event_id, sa.null().label("sha256"), sa.null().label("person_ref")).where(
        _columns.event_id.in_(sa.bindparam("ids", expanding=True))
    ),
    sa.select(sa.null(), card_certificate.c.sha256, person.c.person_ref)
    .select_from(card_certificate.join(person, person.c.id == card_certificate.c.person_id))
    .where(card_certificate.c.sha256.in_(sa.bindparam("cards", expanding=True))),
)
"""Which ids of events are taken, and whose cards these are."""


@dataclass(frozen=True, slots=True)
class KnownRows:
    """``kept``: reasons by (seq, hash); ``used``: ids of events that are taken; ``holders``: of cards."""

    kept: dict[tuple[int, str], str | None]
    used: set[str]
    holders: dict[str, str]


def known_rows(
    connection: Connection, terminal_id: str, epoch: int, last_seq: int, rows: Sequence[ReadRow]
) -> KnownRows:
    """Return what is known of ``rows`` (contiguous) on a journal that has arrived up to ``last_seq``."""
    if not rows:
        return KnownRows({}, set(), {})
    first, last = rows[0].facts.seq, rows[-1].facts.seq
    kept = {}
    if first <= last_seq:  # beyond it there is nothing
        where = {"terminal": terminal_id, "epoch": epoch, "first": first, "last": last}
        kept = {(seq, digest): reason for seq, digest, reason in connection.execute(_KEPT, where)}
    cards = {row.facts.card_cert_sha256 for row in rows if row.sent.card_jws is not None}
    asked = {"ids": [row.facts.event_id for row in rows], "cards": list(cards)}
    found = connection.execute(_KNOWN, asked).all()
    holders = {row.sha256: row.person_ref for row in found if row.sha256 is not None}
    return KnownRows(kept, {row.event_id for row in found if row.event_id is not None}, holders)
