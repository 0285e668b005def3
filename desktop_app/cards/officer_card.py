"""An officer's card with its PIN, for an act beside any session: who may is said by the trust bundle.

The card is judged and the duty looked up before the PIN is presented; what is signed is built here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cryptography import x509

from cardio.errors import ReaderNotAnswering
from cardio.piv import Piv, Slot, jose_algorithm
from cardio.piv.pin import check_pin_format
from cardio.tap import supported_key
from cardio.trust import Purpose
from desktop_app import jose
from desktop_app.vault.slots import certificate_sha256

if TYPE_CHECKING:
    from cardio.piv.algorithms import PublicKey
    from cardio.readers import ReaderPool
    from cardio.transport import Card
    from desktop_app.trust.cards import CardTrust

PATIENCE: Final = 20.0
T = TypeVar("T")


class Duty(StrEnum):
    """What a card must be entitled to; the names under which the bundle lists certificates."""

    SITE_ADMIN = "site_admin"
    SUPERVISOR = "supervisor"


class NotEntitled(Exception):
    """The card's holder may not do this; ``duty`` is what it takes."""

    code = "officer_not_entitled"

    def __init__(self, duty: Duty) -> None:
        super().__init__(duty)
        self.duty = duty


@dataclass(frozen=True, slots=True)
class OfficerCard:
    """The officer's card, its PIN verified, inside its transaction; ``chain`` is leaf to root."""

    chain: tuple[x509.Certificate, ...]
    signing: Callable[[bytes], bytes] = field(repr=False)

    @property
    def certificate(self) -> x509.Certificate:
        """The sign-in certificate."""
        return self.chain[0]

    @property
    def public_key(self) -> PublicKey:
        """Its key."""
        return supported_key(self.certificate)

    def sign(self, message: bytes) -> bytes:
        """Return the JOSE signature by key 9A; raise ``CardError``."""
        return self.signing(message)

    def order(self, kind: jose.Kind, claims: Mapping[str, Any]) -> str:
        """Return ``claims`` signed as a compact JWS whose x5c leads to the root, without it; as ``sign``."""
        chain = [one for one in self.chain if one.issuer != one.subject]
        header = {"alg": jose_algorithm(self.public_key), "typ": str(kind), "x5c": jose.x5c(chain)}
        return jose.assemble(header, claims, self.sign)


@dataclass(frozen=True, slots=True)
class Entitled:
    """By what cards are judged, and for what."""

    trust: CardTrust
    now: datetime
    duty: Duty


def act(
    readers: ReaderPool, reader: str, pin: bytearray, entitled: Entitled, work: Callable[[OfficerCard], T]
) -> T:
    """Do ``work`` with the card in ``reader``; blocks, so never on the main thread. ``pin`` is wiped.

    One VERIFY and no more. Raises ``NotEntitled`` and path errors before it, ``CardError``, and what
    ``work`` raises.
    """
    try:
        check_pin_format(pin)
        task = readers.submit(reader, lambda card: _act(card, pin, entitled, work))
        try:
            return task.result(PATIENCE)
        except TimeoutError:
            task.cancel()
            raise ReaderNotAnswering(reader) from None
    finally:
        pin[:] = bytes(len(pin))


def _act(card: Card, pin: bytearray, entitled: Entitled, work: Callable[[OfficerCard], T]) -> T:
    with card.transaction():
        piv = Piv.select(card)
        certificate = piv.certificate(Slot.AUTHENTICATION)
        entitled.trust.check(certificate, Purpose.STAFF_SIGN_IN, entitled.now)
        chain = entitled.trust.chain(certificate, Purpose.STAFF_SIGN_IN, entitled.now)
        if certificate_sha256(certificate) not in entitled.trust.bundle.entitled(entitled.duty):
            raise NotEntitled(entitled.duty)
        key = supported_key(certificate)
        piv.find_pin()
        with piv.unlocked(pin):
            return work(OfficerCard(chain, lambda message: piv.sign(Slot.AUTHENTICATION, key, message)))
