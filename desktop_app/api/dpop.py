"""Proofs that a request comes from the holder of the workstation's key (RFC 9449).

The server issues the nonces, so that a PC whose clock is ten minutes off still gets in.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.domain.ids import new_id


class Dpop:
    """Makes proofs with one key and remembers the newest nonce of the server. Thread-safe."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, now: Callable[[], datetime]) -> None:
        self._key = key
        self._now = now
        self._jwk = jose.public_jwk(key)
        self._lock = threading.Lock()
        self._nonce: str | None = None
        self.thumbprint = jose.thumbprint(self._jwk)

    def learn(self, nonce: str | None) -> None:
        """Remember the nonce of the latest answer, if it carried one."""
        if nonce:
            with self._lock:
                self._nonce = nonce

    def proof(self, method: str, url: str, access_token: str | None = None) -> str:
        """Return the value of the ``DPoP`` header for one request to ``url`` (RFC 9449, 4.2)."""
        claims: dict[str, Any] = {
            "jti": new_id(),
            "htm": method,
            "htu": urlunsplit((*urlsplit(url)[:3], "", "")),
            "iat": int(self._now().timestamp()),
        }
        with self._lock:
            if self._nonce is not None:
                claims["nonce"] = self._nonce
        if access_token is not None:
            claims["ath"] = jose.encode_base64url(hashlib.sha256(access_token.encode("ascii")).digest())
        return jose.sign(jose.Kind.DPOP, claims, self._key, {"jwk": self._jwk})
