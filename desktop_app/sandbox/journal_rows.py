"""Reading one journal row as a terminal sent it: what it claims, and whether both signatures hold.

An authentic row is never refused: what is wrong with it becomes the reason of a quarantine, for a
person to look at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import errors as card_errors
from cardio.trust import Purpose, RevocationStatus, verify_path
from desktop_app import jose
from desktop_app.domain.attendance import SIGNED_BY_CARD, Assurance, JournalFacts, TapFacts
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.revocations import Revocations

if TYPE_CHECKING:
    from desktop_app.sandbox.pki import SandboxPki

MAX_CHAIN = 5
REMEMBERED = 4096
"""Keys and chains of terminals and cards that are read once for many rows."""
_SHARED = ("epoch", "seq", "event_id", "kind", "wall_utc", "prev_hash", "card_cert_sha256")


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it arrives: two compact JWS and the card's chain (base64 DER), where one signed."""

    terminal_jws: str
    card_jws: str | None = None
    card_chain: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with its facts; ``fault`` is the reason to quarantine it, or None."""

    sent: SentRow
    facts: JournalFacts
    hash: str
    fault: str | None


class RowReader:
    """Checks rows against the terminal's key, the staff CA and its revocation list."""

    def __init__(self, pki: SandboxPki, revocations: Revocations) -> None:
        self._pki = pki
        self._revocations = revocations

    def read(self, sent: SentRow, jwk: Mapping[str, Any], now: datetime) -> ReadRow:
        """Return the row; raise ``Refused`` (422) only where nobody can tell which row it is."""
        try:
            facts = msgspec.convert(jose.unverified(sent.terminal_jws).claims, JournalFacts)
            digest = jose.sha256_hex(sent.terminal_jws)
        except (jose.JwsInvalid, msgspec.ValidationError, UnicodeEncodeError):
            raise Refused(422, "row_unreadable") from None
        try:
            jose.verify(sent.terminal_jws, jose.Kind.JOURNAL, _terminal_key(tuple(jwk.items())))
        except jose.JwsInvalid:
            return ReadRow(sent, facts, digest, "terminal_signature_bad")
        return ReadRow(sent, facts, digest, self._card_fault(sent, facts, now))

    def _card_fault(self, sent: SentRow, facts: JournalFacts, now: datetime) -> str | None:
        if sent.card_jws is None and facts.assurance in SIGNED_BY_CARD:
            return "card_signature_missing"
        if sent.card_jws is None:
            return "card_signature_missing" if facts.card_jws_sha256 is not None else None
        if facts.card_jws_sha256 != hashlib.sha256(sent.card_jws.encode()).hexdigest():
            return "card_signature_other"
        try:
            chain, key = _card(tuple(sent.card_chain or ()))
            verified = jose.verify(sent.card_jws, jose.Kind.TAP, key)
            signed = msgspec.convert(verified.claims, TapFacts)
        except (jose.JwsInvalid, msgspec.ValidationError, ValueError, IndexError):
            return "card_signature_bad"
        if verified.header.get("x5t#S256") != jose.x5t_s256(chain[0]) or not _agree(signed, facts, chain[0]):
            return "card_signature_other"
        return self._trust_fault(chain, facts, now)

    def _trust_fault(
        self, chain: Sequence[x509.Certificate], facts: JournalFacts, now: datetime
    ) -> str | None:
        """The card is judged at the row's own time; a list knows a revocation whenever it comes."""
        authority = self._pki.staff_ca
        anchors, others = (authority.root,), (*chain[1:], authority.issuing)
        try:
            verify_path(chain[0], others, anchors, _purpose(facts), min(facts.wall_utc, now))
        except card_errors.CardError as error:
            return f"card_{error.code}"[:32]
        verdict = self._revocations.verdict(chain[0])
        revoked = verdict.status is RevocationStatus.REVOKED and (verdict.since or now) <= facts.wall_utc
        return "card_revoked" if revoked else None


@lru_cache(maxsize=REMEMBERED)
def _terminal_key(jwk: tuple[tuple[str, str], ...]) -> jose.VerifyKey:
    """A terminal's key; it signs thousands of rows."""
    return jose.import_jwk(dict(jwk))


@lru_cache(maxsize=REMEMBERED)
def _card(listed: tuple[str, ...]) -> tuple[tuple[x509.Certificate, ...], jose.VerifyKey]:
    """A card's chain and its key; whether they are to be trusted is asked for every row."""
    chain = jose.read_x5c(listed, MAX_CHAIN)
    return chain, jose.certificate_key(chain[0])


def _purpose(facts: JournalFacts) -> Purpose:
    """A tap is signed without PIN by the card's own key; what takes a PIN, by the key for signing in."""
    return Purpose.CARD_AUTHENTICATION if facts.assurance is Assurance.CARD_KEY else Purpose.STAFF_SIGN_IN


def _agree(signed: TapFacts, facts: JournalFacts, leaf: x509.Certificate) -> bool:
    """Tell whether card and terminal signed the same row, with this card."""
    same = all(getattr(signed, name) == getattr(facts, name) for name in _SHARED)
    digest = hashlib.sha256(leaf.public_bytes(Encoding.DER)).hexdigest()
    return same and signed.terminal == facts.terminal_id and signed.card_cert_sha256 == digest
