"""One card transaction: PIN verified, our statement signed, the vault opened, logged out again.

The statement is always built here, never taken from a server: with a nonce, the assertion for the
token endpoint; without one, a random challenge of our own under a label of its own.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cryptography import x509

from cardio.piv import Piv, Slot, jose_algorithm
from cardio.tap import supported_key
from cardio.transport import Card
from desktop_app.api.auth import Assertion
from desktop_app.presented_card import PresentedCard
from desktop_app.vault import CardKeys, Vault

OFFLINE_LABEL: Final = b"ioc-offline-sign-in-v1\x00"
CHALLENGE_BYTES: Final = 32


class NoVaultKey(Exception):
    """The card has no 9D key that could open a vault."""


@dataclass(frozen=True, slots=True)
class CardProof:
    """A card that signed with its PIN verified: the key it unwrapped, and the assertion if one was asked."""

    data_key: bytes = field(repr=False)
    assertion: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Errand:
    """What is wanted of the card: ``assertion`` None for an offline sign-in.

    ``chain`` is leaf and intermediates for ``x5c``; ``check_path`` raises where a certificate that
    shall wrap the vault's key leads to no anchor.
    """

    seen: PresentedCard
    assertion: Assertion | None
    chain: Sequence[x509.Certificate]
    vault: Vault
    check_path: Callable[[x509.Certificate], object]


def prove(card: Card, pin: bytearray, errand: Errand) -> CardProof:
    """Carry out the errand; runs on the reader's thread.

    One VERIFY and no more. Raises ``CardError`` (``WrongKey`` where the card is not the one that was
    read), ``NoVaultKey`` before any PIN is spent, ``VaultError``.
    """
    certificate = errand.seen.key_management
    if certificate is None:
        raise NoVaultKey
    with card.transaction():
        piv = Piv.select(card)
        with piv.unlocked(pin):
            assertion = _sign(piv, errand)
            return CardProof(_data_key(piv, errand, certificate), assertion)


def _sign(piv: Piv, errand: Errand) -> str:
    key = supported_key(errand.seen.authentication)
    if errand.assertion is None:
        piv.sign(Slot.AUTHENTICATION, key, OFFLINE_LABEL + secrets.token_bytes(CHALLENGE_BYTES))
        return ""
    return errand.assertion.signed(
        errand.chain, jose_algorithm(key), lambda message: piv.sign(Slot.AUTHENTICATION, key, message)
    )


def _data_key(piv: Piv, errand: Errand, certificate: x509.Certificate) -> bytes:
    """The key that the vault holds for this card; a first sign-in makes it, proved by unwrapping."""
    if errand.vault.exists:
        return errand.vault.unlock_with_card(piv, certificate)
    key = errand.vault.create()
    keys = CardKeys(errand.seen.authentication, certificate)
    errand.vault.add_card_slot(key, piv, keys, errand.check_path)
    return key
