"""What the centre knows of the journal rows of one request: a question for all of them, not one for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

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
_NOTHING = sa.cast(sa.null(), sa.String)


def _one_of(column: sa.Column[str], name: str) -> sa.ColumnElement[bool]:
    """As many parameters as there are texts: another statement for each number of rows."""
    return column.in_(sa.bindparam(name, expanding=True))


def _any_of(column: sa.Column[str], name: str) -> sa.ColumnElement[bool]:
    """One array: one statement, prepared once."""
    return column == sa.any_(sa.bindparam(name, type_=postgresql.ARRAY(sa.String)))


def _known(among: Callable[[sa.Column[str], str], sa.ColumnElement[bool]]) -> sa.CompoundSelect[Any]:
    """Which ids of events are taken, and whose cards these are."""
    return sa.union_all(
        sa.select(_columns.event_id, _NOTHING.label("sha256"), _NOTHING.label("person_ref")).where(
            among(_columns.event_id, "ids")
        ),
        sa.select(_NOTHING, card_certificate.c.sha256, person.c.person_ref)
        .select_from(card_certificate.join(person, person.c.id == card_certificate.c.person_id))
        .where(among(card_certificate.c.sha256, "cards")),
    )


_KNOWN = {"sqlite": _known(_one_of), "postgresql": _known(_any_of)}


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
    found = connection.execute(_KNOWN[connection.dialect.name], asked).all()
    holders = {row.sha256: row.person_ref for row in found if row.sha256 is not None}
    return KnownRows(kept, {row.event_id for row in found if row.event_id is not None}, holders)
