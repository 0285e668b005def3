"""One card transaction: PIN verified, our statement signed, the vault opened, logged out again.

A card or token without a key of its own for the vault signs all the same; what then opens the store, if
anything, is decided outside this transaction (``store_opening``).

The statement is always built here, never taken from a server: with a nonce, the assertion for the
token endpoint; without one, a random challenge of our own under a label of its own.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography import x509

from cardio.errors import TokenCannot
from cardio.keys import SlotKeys
from cardio.piv import PinReference, Piv, RetiredSlot, Slot, jose_algorithm
from cardio.tap import supported_key
from cardio.transport import Card
from desktop_app.api.auth import Assertion
from desktop_app.cards.presented_card import PresentedCard
from desktop_app.cards.token_card import TokenCard, TokenKeys
from desktop_app.vault.slots import VaultError
from desktop_app.vault.vault import CardKeys, CardUnsuitable, Vault, check_suitable, retired_keys

if TYPE_CHECKING:
    from cardio.pkcs11 import TokenModule

OFFLINE_LABEL: Final = b"ioc-offline-sign-in-v1\x00"
CHALLENGE_BYTES: Final = 32
Retired = dict[RetiredSlot, x509.Certificate]


@dataclass(frozen=True, slots=True)
class CardProof:
    """A card that signed with its PIN verified: the key it unwrapped, and the assertion if one was asked.

    ``data_key`` is None where the card was not asked for it, or proved that it cannot. ``next_key`` is the
    one that shall take its place, while a rotation is under way.
    """

    data_key: bytes | None = field(repr=False)
    assertion: str = field(repr=False)
    next_key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Errand:
    """What is wanted of the card: ``assertion`` None for an offline sign-in.

    ``chain`` is leaf and intermediates for ``x5c``; ``check_path`` raises where a certificate that
    shall wrap the vault's key leads to no anchor; ``opens_vault``: the vault is the card's to open;
    ``rotates``: its key has served long enough.
    """

    seen: PresentedCard
    assertion: Assertion | None
    chain: Sequence[x509.Certificate]
    vault: Vault
    check_path: Callable[[x509.Certificate], object]
    opens_vault: bool = True
    rotates: bool = False


def has_vault_key(card: PresentedCard) -> bool:
    """Tell whether the card has a 9D key that is fit to open a vault."""
    if card.key_management is None:
        return False
    try:
        check_suitable(CardKeys(card.authentication, card.key_management))
    except CardUnsuitable:
        return False
    return True


@contextmanager
def unlocked_keys(
    card: Card,
    pin: bytearray | None,
    reference: PinReference,
    first: Callable[[Piv], object] = lambda _piv: None,
) -> Iterator[SlotKeys]:
    """The card's keys behind one VERIFY, inside one transaction; logged out whatever happens.

    ``pin`` None has it typed on the reader's keys; ``reference`` is which of the card's PINs it is, as read
    at insertion. ``first`` reads what is wanted besides: after VERIFY nothing is asked of the card but its
    keys, for some cards forget the PIN at anything else. Raises ``CardError``.
    """
    with card.transaction():
        piv = Piv.select(card)
        piv.pin = reference
        first(piv)
        with piv.unlocked_on_pad() if pin is None else piv.unlocked(pin):
            yield piv


def prove(card: Card, pin: bytearray | None, errand: Errand) -> CardProof:
    """Carry out the errand; runs on the reader's thread. ``pin`` None has it typed on the reader's keys.

    One VERIFY and no more. Raises ``CardError`` (``WrongKey`` where the card is not the one that was
    read), ``VaultError``.
    """
    retired: Retired = {}

    def look_for_retired(piv: Piv) -> None:
        if _may_inherit(errand):
            retired.update(retired_keys(piv))

    with unlocked_keys(card, pin, errand.seen.pin, look_for_retired) as keys:
        return _carry_out(keys, errand, retired)


def prove_by_token(module: TokenModule, card: TokenCard, pin: bytearray | None, errand: Errand) -> CardProof:
    """Carry out the errand with a token: one login and no more; ``pin`` None has it typed on the token.

    Raises as ``prove``.
    """
    with module.unlocked(card.token.slot, pin) as token:
        return _carry_out(TokenKeys(token, card.key_ids), errand, {})


def _carry_out(keys: SlotKeys, errand: Errand, retired: Retired) -> CardProof:
    assertion = _sign(keys, errand)
    inherited, key = _data_key(keys, errand, retired)
    if key is None or not (inherited or errand.rotates or errand.vault.successor.exists):
        return CardProof(key, assertion)
    return CardProof(key, assertion, _next_key(keys, errand))


def _sign(keys: SlotKeys, errand: Errand) -> str:
    key = supported_key(errand.seen.authentication)
    if errand.assertion is None:
        keys.sign(Slot.AUTHENTICATION, key, OFFLINE_LABEL + secrets.token_bytes(CHALLENGE_BYTES))
        return ""
    return errand.assertion.signed(
        errand.chain, jose_algorithm(key), lambda message: keys.sign(Slot.AUTHENTICATION, key, message)
    )


def _may_inherit(errand: Errand) -> bool:
    """Whether a card signs in here for the first time, beside vaults that it may have opened before."""
    wanted = errand.opens_vault and errand.seen.key_management is not None
    return wanted and not errand.vault.exists and bool(errand.vault.others())


def _inherited(
    keys: SlotKeys, errand: Errand, certificate: x509.Certificate, retired: Retired
) -> tuple[bytes, bytes | None] | None:
    """The key of the store that this very card opened before it was renewed, if there is one here.

    And the one that was taking its place, None where none was: the store is under either.
    """
    if not isinstance(keys, Piv):
        return None
    for vault in errand.vault.others():
        key = _kept_before(keys, vault, certificate, retired)
        if key is not None:
            return key, _kept_before(keys, vault.successor, certificate, retired)
    return None


def _kept_before(piv: Piv, vault: Vault, certificate: x509.Certificate, retired: Retired) -> bytes | None:
    try:
        return vault.unlock_as_successor(piv, certificate, retired)
    except VaultError:  # another account's trouble is none of this card's
        return None


def _data_key(keys: SlotKeys, errand: Errand, retired: Retired) -> tuple[bool, bytes | None]:
    """The key that the vault holds for this card; a first sign-in makes it, proved by unwrapping.

    And whether it served another card before. A token may list a mechanism that it then refuses: it opens
    no vault.
    """
    certificate = errand.seen.key_management
    if certificate is None or not errand.opens_vault:
        return False, None
    if errand.vault.exists:
        return False, errand.vault.unlock_with_card(keys, certificate)
    inherited = _inherited(keys, errand, certificate, retired)
    key, follows = inherited or (errand.vault.create(), None)
    if follows is not None:  # first: once the vault itself is there, nothing is inherited any more
        _kept(keys, errand, errand.vault.successor, certificate, follows)
    return inherited is not None, key if _kept(keys, errand, errand.vault, certificate, key) else None


def _next_key(keys: SlotKeys, errand: Errand) -> bytes | None:
    """The key that takes over: begun before and not finished, else made now. None where it cannot be."""
    certificate, successor = errand.seen.key_management, errand.vault.successor
    if certificate is None:
        return None
    try:
        if successor.exists:
            return successor.unlock_with_card(keys, certificate)
        key = successor.create()
        return key if _kept(keys, errand, successor, certificate, key) else None
    except VaultError:  # the present key opens the store: nobody is kept out by a rotation
        return None


def _kept(keys: SlotKeys, errand: Errand, vault: Vault, certificate: x509.Certificate, key: bytes) -> bool:
    """Keep ``key`` in ``vault`` for this card, proved; False for a token that refuses the mechanism."""
    own = CardKeys(errand.seen.authentication, certificate)
    try:
        vault.add_card_slot(key, keys, own, errand.check_path)
    except TokenCannot:
        return False
    return True
