"""Whom a terminal greets: card, the server's random reference, given name and initials; no more."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.domain.attendance import TapKind
from desktop_app.sandbox import wire
from desktop_app.sandbox.tables import card_certificate, checkpoint, entity, journal_row, person

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

TAP_SLOT, NUMBER_SLOT = "9E", "ID"
SILENT_AFTER, OUT_OF_USE_AFTER = timedelta(minutes=15), timedelta(hours=16)
"""A kiosk that opened and said nothing for so long is behind; one silent for much longer is out of use."""


def roster(connection: Connection, terminal_id: str, revocation_list: bytes, now: datetime) -> dict[str, Any]:
    """Return the active holders of tap certificates, those of number cards, and the revocation list (DER)."""
    return {
        "persons": [
            {"card_cert_sha256": card, **greeting} for card, greeting in _holders(connection, TAP_SLOT)
        ],
        "uid_cards": [
            {"uid_sha256": card, **greeting} for card, greeting in _holders(connection, NUMBER_SLOT)
        ],
        "site_stale": _is_site_stale(connection, terminal_id, now),
        "crls": [b64encode(revocation_list).decode()],
        "issued_at": wire.instant(now),
    }


def _holders(connection: Connection, slot: str) -> list[tuple[str, dict[str, str]]]:
    joined = card_certificate.join(person, person.c.id == card_certificate.c.person_id).join(
        entity, sa.and_(entity.c.entity == "officer", entity.c.id == person.c.id)
    )
    query = sa.select(card_certificate.c.sha256, person.c.person_ref, entity.c.data).select_from(joined)
    query = query.where(card_certificate.c.slot == slot, person.c.active)
    rows = connection.execute(query.order_by(card_certificate.c.sha256))
    return [(row.sha256, _greeted(row.person_ref, row.data["name"])) for row in rows]


def _is_site_stale(connection: Connection, terminal_id: str, now: datetime) -> bool:
    """Whether another terminal that opened its check-in has been silent, and has not said goodbye."""
    columns = journal_row.c
    latest = sa.select(columns.terminal_id, sa.func.max(columns.received_at).label("at")).where(
        columns.terminal_id != terminal_id
    )
    for row in connection.execute(latest.group_by(columns.terminal_id)).all():
        spoke = sa.select(checkpoint.c.received_at).where(checkpoint.c.terminal_id == row.terminal_id)
        heard = connection.execute(spoke.order_by(checkpoint.c.received_at.desc()).limit(1)).scalar()
        silent = now - max(moment for moment in (row.at, heard) if moment is not None)
        mine = sa.select(columns.kind).where(columns.terminal_id == row.terminal_id)
        mine = mine.where(columns.kind.in_((TapKind.BOOT, TapKind.SHUTDOWN)))
        last = connection.execute(mine.order_by(columns.epoch.desc(), columns.seq.desc()).limit(1)).scalar()
        if last == TapKind.BOOT and SILENT_AFTER < silent < OUT_OF_USE_AFTER:
            return True
    return False


def _greeted(person_ref: str, name: str) -> dict[str, str]:
    """Vietnamese names end with the given name: *Nguyễn Thị An* is An, N. T."""
    *family, given = name.split() or [""]
    initials = " ".join(f"{word[0]}." for word in family)
    return {
        "person_ref": person_ref,
        "given_name": given,
        "initials": initials,
    }
