"""UUIDs that a seed decides, so that the same seed makes the same city.

Layout of RFC 9562, clause 5.7 (UUIDv7): 48 bits of milliseconds, a counter, random bits.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from random import Random

_VERSION, _VARIANT = 7, 0b10
_FIELDS = uuid.UUID("5d0f6e0c-7e1b-5c56-9d0a-0f2e3c1f8a11")
"""Namespace of ids that come from somebody else's key (clause 5.5)."""


def seeded_id(at: datetime, rng: Random, counter: int = 0) -> str:
    """Return a UUIDv7 of the instant ``at`` whose other bits come from ``rng``.

    ``counter`` (12 bits; clause 6.2, method 1) keeps ids of one instant in order.
    """
    milliseconds = int(at.timestamp() * 1000)
    value = milliseconds << 80 | _VERSION << 76 | (counter & 0xFFF) << 64
    return str(uuid.UUID(int=value | _VARIANT << 62 | rng.getrandbits(62)))


def derived_id(*names: str) -> str:
    """Return the UUIDv5 of ``names``: the same names, the same id, on every import."""
    return str(uuid.uuid5(_FIELDS, "\x1f".join(names)))
