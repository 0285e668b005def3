"""The server's nonces: 256 random bits, their time, and our mark; good for a minute, kept nowhere."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime

from desktop_app import jose

LIFETIME_SECONDS = 60
_RANDOM, _TIME, _MARK = 32, 8, 16


class Nonces:
    """Issues nonces and knows its own again, on any node that holds the key."""

    def __init__(self, key: bytes, now: Callable[[], datetime]) -> None:
        self._key = key
        self._now = now

    def issue(self) -> str:
        """Return a fresh nonce."""
        body = secrets.token_bytes(_RANDOM) + self._clock().to_bytes(_TIME, "big")
        return jose.encode_base64url(body + self._mark(body))

    def is_fresh(self, nonce: object) -> bool:
        """Tell whether ``nonce`` is ours and younger than a minute."""
        if not isinstance(nonce, str):
            return False
        try:
            data = jose.decode_base64url(nonce)
        except jose.JwsInvalid:
            return False
        body, mark = data[:-_MARK], data[-_MARK:]
        if len(body) != _RANDOM + _TIME or not hmac.compare_digest(mark, self._mark(body)):
            return False
        age = self._clock() - int.from_bytes(body[_RANDOM:], "big")
        return 0 <= age <= LIFETIME_SECONDS

    def _clock(self) -> int:
        return int(self._now().timestamp())

    def _mark(self, body: bytes) -> bytes:
        return hmac.new(self._key, b"ioc-nonce" + body, hashlib.sha256).digest()[:_MARK]
