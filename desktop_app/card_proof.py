"""One card transaction: PIN verified, our statement signed, the vault opened, logged out again.

A card without a key of its own for the vault signs all the same; then the device opens the vault,
outside this transaction, and only where the policy lets it.

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
from desktop_app.vault import CardKeys, CardUnsuitable, Vault, check_suitable

OFFLINE_LABEL: Final = b"ioc-offline-sign-in-v1\x00"
CHALLENGE_BYTES: Final = 32


class NoVaultKey(Exception):
    """The card has no 9D key that could open a vault."""


@dataclass(frozen=True, slots=True)
class CardProof:
    """A card that signed with its PIN verified: the key it unwrapped, and the assertion if one was asked.

    ``data_key`` is None where the device is to open the vault.
    """

    data_key: bytes | None = field(repr=False)
    assertion: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Errand:
    """What is wanted of the card: ``assertion`` None for an offline sign-in.

    ``chain`` is leaf and intermediates for ``x5c``; ``check_path`` raises where a certificate that
    shall wrap the vault's key leads to no anchor; ``by_device``: the vault is not the card's to open.
    """

    seen: PresentedCard
    assertion: Assertion | None
    chain: Sequence[x509.Certificate]
    vault: Vault
    check_path: Callable[[x509.Certificate], object]
    by_device: bool = False


def has_vault_key(card: PresentedCard) -> bool:
    """Tell whether the card has a 9D key that is fit to open a vault."""
    if card.key_management is None:
        return False
    try:
        check_suitable(CardKeys(card.authentication, card.key_management))
    except CardUnsuitable:
        return False
    return True


def prove(card: Card, pin: bytearray, errand: Errand) -> CardProof:
    """Carry out the errand; runs on the reader's thread.

    One VERIFY and no more. Raises ``CardError`` (``WrongKey`` where the card is not the one that was
    read), ``NoVaultKey`` before any PIN is spent, ``VaultError``.
    """
    if errand.seen.key_management is None and not errand.by_device:
        raise NoVaultKey
    with card.transaction():
        piv = Piv.select(card)
        with piv.unlocked(pin):
            assertion = _sign(piv, errand)
            return CardProof(_data_key(piv, errand), assertion)


def _sign(piv: Piv, errand: Errand) -> str:
    key = supported_key(errand.seen.authentication)
    if errand.assertion is None:
        piv.sign(Slot.AUTHENTICATION, key, OFFLINE_LABEL + secrets.token_bytes(CHALLENGE_BYTES))
        return ""
    return errand.assertion.signed(
        errand.chain, jose_algorithm(key), lambda message: piv.sign(Slot.AUTHENTICATION, key, message)
    )


def _data_key(piv: Piv, errand: Errand) -> bytes | None:
    """The key that the vault holds for this card; a first sign-in makes it, proved by unwrapping."""
    certificate = errand.seen.key_management
    if certificate is None or errand.by_device:
        return None
    if errand.vault.exists:
        return errand.vault.unlock_with_card(piv, certificate)
    key = errand.vault.create()
    keys = CardKeys(errand.seen.authentication, certificate)
    errand.vault.add_card_slot(key, piv, keys, errand.check_path)
    return key
