"""What the issuer's signature over a card's identifier (CHUID) proves, judged by the bundle's anchors.

It tells who wrote the identifier, not that the chip is no copy: that only a key of the card proves. The
identifier is read where *My card* is opened; signing in and tapping do without it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from cryptography import x509

from cardio.errors import CardError, Revoked, UnsupportedKey
from cardio.redaction import holder_name
from cardio.trust import Purpose, RevocationStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardio.piv.chuid import Chuid
    from desktop_app.trust.cards import CardTrust


class Proof(Enum):
    """How far the proof goes; only the first says that the installed CA had the identifier written."""

    VOUCHED = "vouched"  # the signature holds, and its signer leads to an installed anchor
    UNJUDGED = "unjudged"  # the signature holds; no anchor is here to judge its signer by
    DISTRUSTED = "distrusted"  # the signature holds, its signer may not vouch: `problem`
    OTHER_CARD = "other_card"  # the signature holds, over the identifier of another card
    WRONG = "wrong"  # the signature does not hold: `problem`
    UNSIGNED = "unsigned"  # the issuer signed nothing
    UNREADABLE = "unreadable"  # identifier or signature cannot be read here: `problem`


@dataclass(frozen=True, slots=True)
class IssuerSignature:
    """`signer` is redacted, empty where none is known; `chain` leads from it to the root where it holds."""

    proof: Proof
    signer: str = ""
    problem: CardError | None = None
    chain: tuple[x509.Certificate, ...] = field(default=(), repr=False)


def issuer_signature(
    chuid: Chuid | CardError | None,
    certificates: Sequence[x509.Certificate],
    trust: CardTrust | None,
    now: datetime,
) -> IssuerSignature:
    """Judge the identifier of a card that holds `certificates`, at `now` (aware); raises nothing.

    `chuid` is the error with which it was read where it is malformed, None where the card has none.
    """
    from cardio.trust import piv_data  # with the ASN.1 library

    if isinstance(chuid, CardError):
        return IssuerSignature(Proof.UNREADABLE, problem=chuid)
    if chuid is None or not chuid.signature:
        return IssuerSignature(Proof.UNSIGNED)
    try:
        signer, carried = piv_data.signer_of(chuid)
    except UnsupportedKey as unknown:
        return IssuerSignature(Proof.UNREADABLE, problem=unknown)
    except CardError as broken:
        return IssuerSignature(Proof.WRONG, problem=broken)
    name = holder_name(signer)
    if any(piv_data.is_of_another_card(one, chuid) for one in certificates):
        return IssuerSignature(Proof.OTHER_CARD, name)
    if trust is None:
        return IssuerSignature(Proof.UNJUDGED, name)
    return _judged(name, signer, carried, trust, now)


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
