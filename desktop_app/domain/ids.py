"""Identifiers: time-ordered UUIDs made offline by any client.

Source: RFC 9562, clause 5.7 (UUIDv7).
"""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """Return a fresh UUIDv7 in its canonical 36-character text form."""
    return str(uuid_utils.uuid7())


def is_id(text: str) -> bool:
    """Tell whether ``text`` is a UUID in canonical lower-case form (any version)."""
    try:
        return str(uuid_utils.UUID(text)) == text
    except ValueError:
        return False
