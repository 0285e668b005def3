"""`try_card`: each key used once on random data: a doubt ends in facts.

Without PIN only the card authentication key is tried. The PIN is presented once, and forgotten before the
transaction ends; nothing that the keys made leaves this module.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from cardio import failure
from cardio.cli.pin_entry import PinEntry
from cardio.errors import CardError, ObjectMissing, UnsupportedKey, WrongKey
from cardio.piv import Piv, Slot
from cardio.piv.algorithms import PublicKey
from cardio.tap import supported_key
from cardio.transport import Card

_SECRET: Final = 32
_BY_PIN: Final = (Slot.SIGNATURE, Slot.AUTHENTICATION, Slot.KEY_MANAGEMENT)
_ENDS_THE_TEST: Final = frozenset(
    {"card_removed", "card_was_reset", "card_mute", "no_reader", "reader_not_answering", "no_service"}
)


@dataclass(frozen=True, slots=True)
class KeyTest:
    """One slot's outcome: `failed` is what went wrong, `None` when the key did its work."""

    slot: Slot
    failed: failure.Failure | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the card has nothing there: many cards leave keys out."""
        return self.failed is not None and self.failed.name == ObjectMissing.code


def try_card(card: Card, entry: PinEntry | None) -> tuple[KeyTest, ...]:
    """Use the keys, in one transaction; without a PIN only the one that needs none.

    Raises PinFormat, PinWrong, PinBlocked, UnknownCard and what ends the conversation; faults of one key are
    told as its outcome.
    """
    with card.transaction():
        piv = Piv.select(card)
        # Nothing comes between VERIFY and the keys: 9C wants it immediately before, and so goes first.
        certificates = {slot: _certificate(piv, slot) for slot in (_BY_PIN if entry else ())}
        tests = [_try(piv, Slot.CARD_AUTHENTICATION, _certificate(piv, Slot.CARD_AUTHENTICATION))]
        if entry:
            piv.find_pin()
            with entry.unlocked(piv):
                tests += [_try(piv, slot, found) for slot, found in certificates.items()]
        return tuple(sorted(tests, key=lambda test: test.slot))


def _certificate(piv: Piv, slot: Slot) -> x509.Certificate | failure.Failure:
    """The certificate of `slot`, or what reading it met."""
    try:
        return piv.certificate(slot)
    except CardError as error:
        if error.code in _ENDS_THE_TEST:
            raise
        return failure.of(error)


def _try(piv: Piv, slot: Slot, certificate: x509.Certificate | failure.Failure) -> KeyTest:
    if isinstance(certificate, failure.Failure):
        return KeyTest(slot, certificate)
    try:
        key = supported_key(certificate)
        if slot is Slot.KEY_MANAGEMENT:
            _open(piv, slot, key)
        else:
            piv.sign(slot, key, os.urandom(_SECRET))
    except CardError as error:
        if error.code in _ENDS_THE_TEST:
            raise
        return KeyTest(slot, failure.of(error))
    return KeyTest(slot)


def _open(piv: Piv, slot: Slot, key: PublicKey) -> None:
    """Seal a secret to the key and let the card open it; raises WrongKey when it cannot."""
    secret = os.urandom(_SECRET)
    if isinstance(key, rsa.RSAPublicKey):
        scheme = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
        opened, expected = piv.decipher_oaep(slot, key, key.encrypt(secret, scheme)), secret
    elif isinstance(key, ec.EllipticCurvePublicKey):
        ephemeral = ec.generate_private_key(key.curve)
        opened, expected = piv.agree(slot, ephemeral.public_key()), ephemeral.exchange(ec.ECDH(), key)
    else:
        raise UnsupportedKey(type(key).__name__)
    if opened != expected:
        raise WrongKey
