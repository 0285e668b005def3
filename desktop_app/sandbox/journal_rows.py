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
from desktop_app.domain.ids import is_id
from desktop_app.sandbox.auth.known_keys import known_key
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.revocations import Revocations

if TYPE_CHECKING:
    from desktop_app.sandbox.pki import SandboxPki

MAX_CHAIN = 5
REMEMBERED = 16_384
"""Chains of cards that are read once for many rows: more than a city has civil servants."""
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
        fault: str | None = None
        claims: Mapping[str, Any]
        try:
            claims = jose.verify(sent.terminal_jws, jose.Kind.JOURNAL, known_key(jwk).verifies).claims
        except jose.JwsInvalid:
            fault, claims = "terminal_signature_bad", _claimed(sent.terminal_jws)
        facts = _facts(claims)
        digest = jose.sha256_hex(sent.terminal_jws)
        return ReadRow(sent, facts, digest, fault or self._card_fault(sent, facts, now))

    def _card_fault(self, sent: SentRow, facts: JournalFacts, now: datetime) -> str | None:
        if sent.card_jws is None and facts.assurance in SIGNED_BY_CARD:
            return "card_signature_missing"
        if sent.card_jws is None:
            return "card_signature_missing" if facts.card_jws_sha256 is not None else None
        if facts.card_jws_sha256 != hashlib.sha256(sent.card_jws.encode()).hexdigest():
            return "card_signature_other"
        try:
            card = _card(tuple(sent.card_chain or ()))
            verified = jose.verify(sent.card_jws, jose.Kind.TAP, card.verifies)
            signed = msgspec.convert(verified.claims, TapFacts)
        except (jose.JwsInvalid, msgspec.ValidationError, ValueError, IndexError):
            return "card_signature_bad"
        if verified.header.get("x5t#S256") != card.x5t or not _agree(signed, facts, card):
            return "card_signature_other"
        return self._trust_fault(card.chain, facts, now)

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


def _claimed(compact: str) -> Mapping[str, Any]:
    """What a row says that its terminal did not sign."""
    try:
        return jose.unverified(compact).claims
    except (jose.JwsInvalid, UnicodeEncodeError):
        raise Refused(422, "row_unreadable") from None


def _facts(claims: Mapping[str, Any]) -> JournalFacts:
    """What a row says; its id is what everybody calls it by, and no other text."""
    try:
        facts = msgspec.convert(claims, JournalFacts)
    except msgspec.ValidationError:
        raise Refused(422, "row_unreadable") from None
    if not is_id(facts.event_id):
        raise Refused(422, "row_unreadable")
    return facts


@dataclass(frozen=True, slots=True)
class _Card:
    """A card as its chain shows it: its key, and the two forms of its certificate's hash."""

    chain: tuple[x509.Certificate, ...]
    verifies: jose.VerifyKey
    x5t: str
    sha256: str


@lru_cache(maxsize=REMEMBERED)
def _card(listed: tuple[str, ...]) -> _Card:
    """A card's chain, read once; whether it is to be trusted is asked for every row."""
    chain = jose.read_x5c(listed, MAX_CHAIN)
    digest = hashlib.sha256(chain[0].public_bytes(Encoding.DER)).hexdigest()
    return _Card(chain, jose.certificate_key(chain[0]), jose.x5t_s256(chain[0]), digest)


def _purpose(facts: JournalFacts) -> Purpose:
    """A tap is signed without PIN by the card's own key; what takes a PIN, by the key for signing in."""
    return Purpose.CARD_AUTHENTICATION if facts.assurance is Assurance.CARD_KEY else Purpose.STAFF_SIGN_IN


def _agree(signed: TapFacts, facts: JournalFacts, card: _Card) -> bool:
    """Tell whether card and terminal signed the same row, with this card."""
    same = all(getattr(signed, name) == getattr(facts, name) for name in _SHARED)
    return same and signed.terminal == facts.terminal_id and signed.card_cert_sha256 == card.sha256
