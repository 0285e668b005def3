"""Cursors of the change feed, sealed: the client keeps them and cannot read or make one."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
MAX_LENGTH = 512


@dataclass(frozen=True, slots=True)
class Position:
    """How far a person's client has read.

    ``seq`` is the last number it has; ``began`` the head when its bootstrap began, 0 for a client
    that has not begun; ``caught_up`` tells that the bootstrap is over; ``epoch`` names the
    database it was read from. ``since`` is where the client last had all there was: pages later, what
    left its sight before they began is still to be told; None: at ``seq``.
    """

    person_id: str
    epoch: str
    seq: int = 0
    began: int = 0
    caught_up: bool = False
    since: int | None = None


class CursorInvalid(Exception):
    """The cursor is none of ours."""


class Cursors:
    """Seals and opens positions (AES-256-GCM, fresh nonce each)."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, position: Position) -> str:
        """Return the cursor for ``position``."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._aead.encrypt(nonce, msgspec.json.encode(position), None)
        return urlsafe_b64encode(nonce + sealed).decode("ascii")

    def open(self, cursor: str) -> Position:
        """Return the position in ``cursor``; raise ``CursorInvalid``."""
        if len(cursor) > MAX_LENGTH:
            raise CursorInvalid
        try:
            data = urlsafe_b64decode(cursor.encode("ascii"))
            plain = self._aead.decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], None)
            return msgspec.json.decode(plain, type=Position)
        except (ValueError, InvalidTag, msgspec.MsgspecError):
            raise CursorInvalid from None
