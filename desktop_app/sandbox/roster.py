"""Whom a terminal greets: card, the server's random reference, given name and initials; no more."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.sandbox import wire
from desktop_app.sandbox.tables import card_certificate, entity, person

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

TAP_SLOT = "9E"


def roster(connection: Connection, revocation_list: bytes, now: datetime) -> dict[str, Any]:
    """Return the active holders of tap certificates and the revocation list (base64 DER)."""
    joined = card_certificate.join(person, person.c.id == card_certificate.c.person_id).join(
        entity, sa.and_(entity.c.entity == "officer", entity.c.id == person.c.id)
    )
    query = sa.select(card_certificate.c.sha256, person.c.person_ref, entity.c.data).select_from(joined)
    query = query.where(card_certificate.c.slot == TAP_SLOT, person.c.active)
    rows = connection.execute(query.order_by(card_certificate.c.sha256))
    return {
        "persons": [_greeted(row.sha256, row.person_ref, row.data["name"]) for row in rows],
        "crls": [b64encode(revocation_list).decode()],
        "issued_at": wire.instant(now),
    }


def _greeted(sha256: str, person_ref: str, name: str) -> dict[str, str]:
    """Vietnamese names end with the given name: *Nguyễn Thị An* is An, N. T."""
    *family, given = name.split() or [""]
    initials = " ".join(f"{word[0]}." for word in family)
    return {
        "card_cert_sha256": sha256,
        "person_ref": person_ref,
        "given_name": given,
        "initials": initials,
    }
