"""Keys that sign again and again: each JWK is read once, however many proofs and rows it signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop_app import jose

REMEMBERED = 4096
"""Workstations whose key stays read; a province has fewer at work at once."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key by its RFC 7638 name, ready to verify with."""

    thumbprint: str
    verifies: jose.VerifyKey


def known_key(jwk: Mapping[str, Any]) -> KnownKey:
    """Return the key of a public JWK, from outside; raise ``JwsInvalid``."""
    if not all(isinstance(value, str) for value in jwk.values()):
        raise jose.JwsInvalid("key")
    return _read(tuple(sorted(jwk.items())))


@lru_cache(maxsize=REMEMBERED)
def _read(members: tuple[tuple[str, str], ...]) -> KnownKey:
    jwk = dict(members)
    return KnownKey(jose.thumbprint(jwk), jose.import_jwk(jwk))
