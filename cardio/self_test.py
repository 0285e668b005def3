"""`try_keys`: each key of a card used once on random data, so that a doubt about a card ends in facts.

Without PIN only the card authentication key is tried. The PIN is presented once, and forgotten before the
transaction ends; nothing that the keys made leaves this module.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from cardio.errors import CardError, UnsupportedKey, WrongKey
from cardio.piv import Piv, Slot
from cardio.tap import supported_key
from cardio.transport import Card

_SECRET: Final = 32
_ENDS_THE_TEST: Final = frozenset(
    {"card_removed", "card_was_reset", "card_mute", "no_reader", "reader_not_answering", "no_service"}
)


@dataclass(frozen=True, slots=True)
class KeyTest:
    """One slot's outcome: `error` is the code of what failed, `None` when the key did its work."""

    slot: Slot
    error: str | None = None


def try_keys(card: Card, pin: bytearray | None) -> tuple[KeyTest, ...]:
    """Use the keys, in one transaction; the caller wipes `pin`.

    Raises PinFormat, PinWrong, PinBlocked, UnknownCard and what ends the conversation; faults of one key are
    told as its outcome.
    """
    with card.transaction():
        piv = Piv.select(card)
        tests = [_try(piv, Slot.CARD_AUTHENTICATION)]
        if pin is not None:
            with piv.unlocked(pin):
                # The signature key wants the PIN immediately before: it goes first.
                tests += [
                    _try(piv, slot) for slot in (Slot.SIGNATURE, Slot.AUTHENTICATION, Slot.KEY_MANAGEMENT)
                ]
        return tuple(sorted(tests, key=lambda test: test.slot))


def _try(piv: Piv, slot: Slot) -> KeyTest:
    try:
        if slot is Slot.KEY_MANAGEMENT:
            _open(piv, slot)
        else:
            piv.sign(slot, supported_key(piv.certificate(slot)), os.urandom(_SECRET))
    except CardError as error:
        if error.code in _ENDS_THE_TEST:
            raise
        return KeyTest(slot, error.code)
    return KeyTest(slot)


def _open(piv: Piv, slot: Slot) -> None:
    """Seal a secret to the key and let the card open it; raises WrongKey when it cannot."""
    key, secret = supported_key(piv.certificate(slot)), os.urandom(_SECRET)
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
