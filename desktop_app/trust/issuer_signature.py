"""What the issuer signed of a card proves: its identifier (CHUID), and what the security object hashes.

Judged by the bundle's anchors. It tells who wrote the data, not that the chip is no copy: that only a key of
the card proves. They are read where *My card* is opened; signing in and tapping do without.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from cryptography import x509

from cardio.errors import CardError, Revoked, UnsupportedKey
from cardio.piv.issued import GUARDED
from cardio.piv.security_object import SecurityObject
from cardio.redaction import holder_name
from cardio.trust import Purpose, RevocationStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardio.piv.issued import Issued
    from desktop_app.trust.cards import CardTrust


class Proof(Enum):
    """How far the proof goes; only the first says that the installed CA had the identifier written."""

    VOUCHED = "vouched"  # the signature holds, and its signer leads to an installed anchor
    UNJUDGED = "unjudged"  # the signature holds; no anchor is here to judge its signer by
    DISTRUSTED = "distrusted"  # the signature holds, its signer may not vouch: `problem`
    OTHER_CARD = "other_card"  # the signature holds, over the identifier of another card
    WRONG = "wrong"  # the signature does not hold: `problem`
    ALTERED = "altered"  # it holds, another object is not as the same hand signed it: `problem`
    UNSIGNED = "unsigned"  # the issuer signed nothing
    UNREADABLE = "unreadable"  # identifier or signature cannot be read here: `problem`


@dataclass(frozen=True, slots=True)
class IssuerSignature:
    """`signer` is redacted, empty where none is known; `chain` leads from it to the root where it holds.

    `signed`: the tags of the objects that are as it signed them, the identifier's among them; `guarded`: of
    those that it signed as well and that want the PIN.
    """

    proof: Proof
    signer: str = ""
    problem: CardError | None = None
    chain: tuple[x509.Certificate, ...] = field(default=(), repr=False)
    signed: frozenset[int] = frozenset()
    guarded: frozenset[int] = frozenset()


def issuer_signature(
    issued: Issued,
    certificates: Sequence[x509.Certificate],
    trust: CardTrust | None,
    now: datetime,
) -> IssuerSignature:
    """Judge what was read of a card that holds `certificates`, at `now` (aware); raises nothing."""
    from cardio.trust import piv_data  # with the ASN.1 library

    chuid = issued.chuid
    if isinstance(chuid, CardError):
        return IssuerSignature(Proof.UNREADABLE, problem=chuid)
    if chuid is None or not chuid.signature:
        return IssuerSignature(Proof.UNSIGNED)
    try:
        signer, carried = piv_data.signer_of(chuid)
    except CardError as fault:
        return _unsound(Proof.WRONG, fault)
    name = holder_name(signer)
    if any(piv_data.is_of_another_card(one, chuid) for one in certificates):
        return IssuerSignature(Proof.OTHER_CARD, name)
    try:
        signed = piv_data.as_signed(issued, signer)
    except CardError as fault:
        return _unsound(Proof.ALTERED, fault, name)
    found = (
        IssuerSignature(Proof.UNJUDGED, name) if trust is None else _judged(name, signer, carried, trust, now)
    )
    return replace(found, signed=signed, guarded=_guarded(issued))


def _unsound(proof: Proof, fault: CardError, signer: str = "") -> IssuerSignature:
    """What is told of a signature that does not hold; one of a kind not known here is nobody's fault."""
    return IssuerSignature(Proof.UNREADABLE if isinstance(fault, UnsupportedKey) else proof, signer, fault)


def _guarded(issued: Issued) -> frozenset[int]:
    if not isinstance(issued.security, SecurityObject):
        return frozenset()
    return frozenset(issued.security.tags.values()).intersection(GUARDED).difference(issued.contents)


def _judged(
    name: str,
    signer: x509.Certificate,
    carried: Sequence[x509.Certificate],
    trust: CardTrust,
    now: datetime,
) -> IssuerSignature:
    revocation = trust.verdict(signer, now)
    if revocation.status is RevocationStatus.REVOKED:
        taken_back = Revoked(revocation.since or now, revocation.reason or "")
        return IssuerSignature(Proof.DISTRUSTED, name, taken_back)
    try:
        chain = trust.chain(signer, Purpose.CONTENT_SIGNING, now, carried)
    except CardError as problem:
        return IssuerSignature(Proof.DISTRUSTED, name, problem)
    return IssuerSignature(Proof.VOUCHED, name, chain=chain)
