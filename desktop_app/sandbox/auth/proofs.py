"""DPoP proofs (RFC 9449): the caller holds the key its token is bound to.

Freshness comes from the server's nonce, not from the caller's clock: a PC ten minutes off still
gets in. A proof counts once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop_app import jose
from desktop_app.sandbox.auth.known_keys import known_key
from desktop_app.sandbox.auth.nonces import LIFETIME_SECONDS, Nonces
from desktop_app.sandbox.auth.spent import spend
from desktop_app.sandbox.database import Writer
from desktop_app.sandbox.origin import Origin

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

MAX_LENGTH = 4096
_KEPT = timedelta(seconds=2 * LIFETIME_SECONDS)


class ProofRefused(Exception):
    """``code`` is ``use_dpop_nonce``, ``invalid_dpop_proof`` or ``proof_replayed``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that is about this request and fresh; whether it came before is another question."""

    thumbprint: str
    jti: str


class Proofs:
    """Checks proofs for requests to one server."""

    def __init__(self, origin: Origin, nonces: Nonces, writer: Writer, now: Callable[[], datetime]) -> None:
        self._origin = origin
        self._nonces = nonces
        self._writer = writer
        self._now = now

    def holder(self, proof: str | None, method: str, path: str, access_token: str | None = None) -> str:
        """Return the RFC 7638 thumbprint of the key that made ``proof``, once; raise ``ProofRefused``."""
        read = self.read(proof, method, path, access_token)
        with self._writer.alone() as connection:
            self.use(connection, read)
        return read.thumbprint

    def read(self, proof: str | None, method: str, path: str, access_token: str | None = None) -> Proof:
        """Return what ``proof`` says if it is about this request; raise ``ProofRefused``."""
        if proof is None or len(proof) > MAX_LENGTH:
            raise ProofRefused("invalid_dpop_proof")
        thumbprint, claims = _signed(proof)
        about_this = claims.get("htm") == method and self._origin.covers(claims.get("htu"), path)
        if not about_this or not _names_token(claims, access_token) or not _is_complete(claims):
            raise ProofRefused("invalid_dpop_proof")
        if not self._nonces.is_fresh(claims.get("nonce")):
            raise ProofRefused("use_dpop_nonce")
        return Proof(thumbprint, claims["jti"])

    def use(self, connection: Connection, proof: Proof) -> None:
        """Note that the proof has counted; raise ``ProofRefused`` where it had before."""
        if not spend(connection, "proof", proof.thumbprint + proof.jti, self._now() + _KEPT):
            raise ProofRefused("proof_replayed")


def _signed(proof: str) -> tuple[str, Mapping[str, Any]]:
    try:
        jwk = jose.unverified(proof).header.get("jwk")
        if not isinstance(jwk, dict) or "d" in jwk:
            raise ProofRefused("invalid_dpop_proof")
        key = known_key(jwk)
        return key.thumbprint, jose.verify(proof, jose.Kind.DPOP, key.verifies).claims
    except jose.JwsInvalid:
        raise ProofRefused("invalid_dpop_proof") from None


def _is_complete(claims: Mapping[str, Any]) -> bool:
    """Tell whether a proof has its name and its time (RFC 9449, 4.2); its nonce tells how fresh it is."""
    made_at = claims.get("iat")
    return isinstance(claims.get("jti"), str) and isinstance(made_at, int) and not isinstance(made_at, bool)


def _names_token(claims: Mapping[str, Any], access_token: str | None) -> bool:
    if access_token is None:
        return "ath" not in claims
    digest = hashlib.sha256(access_token.encode("ascii", "replace")).digest()
    return claims.get("ath") == jose.encode_base64url(digest)
