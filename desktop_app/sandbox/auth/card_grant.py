"""The card's assertion (RFC 7523): chain, purpose, validity, revocation, nonce and key, all verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from cardio import errors as card_errors
from cardio.trust import Purpose, RevocationStatus, verify_path
from desktop_app import jose
from desktop_app.sandbox.auth.nonces import Nonces
from desktop_app.sandbox.auth.spent import spend
from desktop_app.sandbox.origin import TOKEN_PATH, Origin
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.revocations import Revocations

if TYPE_CHECKING:
    from desktop_app.sandbox.database import Writer
    from desktop_app.sandbox.pki import SandboxPki

MAX_LIFE = timedelta(seconds=120)
LEEWAY = timedelta(seconds=60)
MAX_CHAIN = 5


@dataclass(frozen=True, slots=True)
class CardProof:
    """A card that has just signed, and what it signed for."""

    certificate: x509.Certificate
    thumbprint: str

    @property
    def sha256(self) -> str:
        """The certificate's SHA-256, hex: the card's name on this server."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()


class CardGrant:
    """Verifies assertions made by staff cards for this server."""

    def __init__(
        self,
        origin: Origin,
        nonces: Nonces,
        pki: SandboxPki,
        revocations: Revocations,
        writer: Writer,
        now: Callable[[], datetime],
    ) -> None:
        self._origin = origin
        self._nonces = nonces
        self._pki = pki
        self._revocations = revocations
        self._writer = writer
        self._now = now

    def verify(self, assertion: str, thumbprint: str) -> CardProof:
        """Return the card behind ``assertion``, made for the key ``thumbprint``; raise ``Refused`` (400)."""
        self._revocations.newest()
        chain = _chain(assertion)
        try:
            claims = jose.verify(assertion, jose.Kind.SIGN_IN, jose.certificate_key(chain[0])).claims
        except jose.JwsInvalid:
            raise Refused(400, "signature_bad") from None
        proof = CardProof(chain[0], thumbprint)
        self._check_claims(claims, proof)
        self.check_certificate(chain[0], chain[1:])
        self._spend(claims)
        return proof

    def check_certificate(self, leaf: x509.Certificate, others: Sequence[x509.Certificate] = ()) -> None:
        """Raise ``Refused`` unless ``leaf`` may sign in now: path, purpose, validity, revocation."""
        authority = self._pki.staff_ca
        try:
            verify_path(
                leaf, (*others, authority.issuing), (authority.root,), Purpose.STAFF_SIGN_IN, self._now()
            )
        except card_errors.CardError as error:
            raise Refused(400, _PATH_CODES.get(type(error), "certificate_foreign")) from None
        verdict = self._revocations.verdict(leaf)
        if verdict.status is RevocationStatus.REVOKED:
            raise Refused(400, "certificate_revoked")
        if verdict.status is not RevocationStatus.GOOD:
            raise Refused(400, "revocation_unknown")

    def _check_claims(self, claims: Mapping[str, Any], proof: CardProof) -> None:
        named = claims.get("iss") == claims.get("sub") == proof.sha256
        bound = claims.get("cnf") == {"jkt": proof.thumbprint}
        if not named or not bound or not self._origin.covers(claims.get("aud"), TOKEN_PATH):
            raise Refused(400, "assertion_invalid")
        if not is_current(claims, self._now()):
            raise Refused(400, "assertion_expired")
        if not self._nonces.is_fresh(claims.get("nonce")):
            raise Refused(400, "nonce_used")

    def _spend(self, claims: Mapping[str, Any]) -> None:
        until = self._now() + MAX_LIFE + 2 * LEEWAY
        with self._writer.transaction() as connection:
            first = spend(connection, "nonce", claims["nonce"], until)
            if not first or not spend(connection, "assertion", str(claims.get("jti")), until):
                raise Refused(400, "nonce_used")


_PATH_CODES: dict[type[card_errors.CardError], str] = {
    card_errors.Expired: "certificate_expired",
    card_errors.NotYetValid: "certificate_not_yet_valid",
    card_errors.WrongPurpose: "wrong_purpose",
}


def is_current(claims: Mapping[str, Any], now: datetime) -> bool:
    """Tell whether ``iat`` and ``exp`` (seconds) hold now and lie at most 120 s apart."""
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int) or not isinstance(expires, int) or not isinstance(claims.get("jti"), str):
        return False
    at, leeway = now.timestamp(), LEEWAY.total_seconds()
    return expires - issued <= MAX_LIFE.total_seconds() and issued - leeway <= at <= expires + leeway


def _chain(assertion: str) -> Sequence[x509.Certificate]:
    try:
        chain = jose.read_x5c(jose.unverified(assertion).header.get("x5c"), MAX_CHAIN)
    except jose.JwsInvalid:
        raise Refused(400, "signature_bad") from None
    if not chain:
        raise Refused(400, "signature_bad")
    return chain
