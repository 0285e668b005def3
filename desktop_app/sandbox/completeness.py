"""How far each terminal is complete: through which moment everything that was recorded there has arrived.

A terminal is complete through T when a checkpoint that it took at T or later arrived, with number n, and all
rows up to n are kept. A clock that runs ahead proves nothing beyond the moment its checkpoint came.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.domain.attendance import TapKind
from desktop_app.sandbox import wire
from desktop_app.sandbox.fleet_tables import checkpoint_taken, left_out, terminal_epoch
from desktop_app.sandbox.tables import entity, journal_row, terminal, workstation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class Standing:
    """How one terminal stands; ``said_goodbye``: its last row is a shutdown, so nobody taps there now.

    ``begun_anew`` is when a supervisor began its present epoch, None for the one of its enrolment.
    """

    terminal_id: str
    name: str
    complete_through: datetime | None
    said_goodbye: bool
    begun_anew: datetime | None

    def is_complete(self, through: datetime) -> bool:
        """Tell whether everything up to ``through`` has arrived."""
        return self.complete_through is not None and self.complete_through >= through


def note(connection: Connection, terminal_id: str, epoch: int, seq: int, at: datetime) -> None:
    """Keep when a checkpoint was taken: ``at`` by the terminal's clock, or the server's if earlier."""
    row = {"terminal_id": terminal_id, "epoch": epoch, "seq": seq, "at": at}
    connection.execute(sa.insert(checkpoint_taken).values(**row))


def standings(connection: Connection, terminal_ids: Iterable[str] | None = None) -> list[Standing]:
    """Return every terminal that ever recorded something, or those named, in the order of their names."""
    wanted = terminal.c.id.in_(list(terminal_ids)) if terminal_ids is not None else sa.true()
    rows = connection.execute(_STANDINGS.where(wanted).order_by(workstation.c.hostname, terminal.c.id))
    return [
        Standing(row.id, row.hostname, row.through, row.kind == TapKind.SHUTDOWN, row.begun_anew)
        for row in rows
    ]


def told(connection: Connection, through: datetime) -> list[dict[str, Any]]:
    """Return the contract's list: each terminal, how far it is complete, and who left it out through then."""
    decisions = _decisions(connection, through)
    return [
        {
            "terminal_id": one.terminal_id,
            "name": one.name,
            "complete_through": one.complete_through and wire.instant(one.complete_through),
            "complete": one.is_complete(through),
            "said_goodbye": one.said_goodbye,
            "begun_anew": one.begun_anew and wire.instant(one.begun_anew),
            "left_out": decisions.get(one.terminal_id),
        }
        for one in standings(connection)
    ]


def _decisions(connection: Connection, through: datetime) -> dict[str, dict[str, Any]]:
    """Return the newest decision about each terminal that reaches ``through``, the order itself with it."""
    officer = sa.and_(entity.c.entity == "officer", entity.c.id == left_out.c.by)
    query = sa.select(left_out, entity.c.data).select_from(left_out.outerjoin(entity, officer))
    rows = connection.execute(query.where(left_out.c.through >= through).order_by(left_out.c.at)).all()
    return {
        row.terminal_id: {
            "through": wire.instant(row.through),
            "by": row.data["name"] if row.data else row.by,
            "reason": row.reason,
            "at": wire.instant(row.at),
            "order": row.order_jws,
        }
        for row in rows
    }


_here = sa.and_(
    checkpoint_taken.c.terminal_id == terminal.c.id,
    checkpoint_taken.c.epoch == terminal.c.epoch,
    checkpoint_taken.c.seq <= terminal.c.last_seq,
)
_last = sa.and_(
    journal_row.c.terminal_id == terminal.c.id,
    journal_row.c.epoch == terminal.c.epoch,
    journal_row.c.seq == terminal.c.last_seq,
    journal_row.c.hash == terminal.c.head_hash,
)
_anew = sa.and_(terminal_epoch.c.terminal_id == terminal.c.id, terminal_epoch.c.epoch == terminal.c.epoch)
_newest = sa.select(sa.func.max(checkpoint_taken.c.at)).where(_here).correlate(terminal).scalar_subquery()
_STANDINGS = (
    sa.select(
        terminal.c.id, workstation.c.hostname, _newest.label("through"), journal_row.c.kind,
        terminal_epoch.c.at.label("begun_anew"),
    )
    .select_from(
        terminal.join(workstation, workstation.c.id == terminal.c.workstation_id)
        .outerjoin(journal_row, _last)
        .outerjoin(terminal_epoch, _anew)
    )
    .where(sa.or_(terminal.c.last_seq > 0, terminal.c.claimed_seq > 0, terminal.c.epoch > 1))
)  # fmt: skip
"""A computer at which nobody ever tapped is no terminal that a list could wait for."""
