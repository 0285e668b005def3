"""Which of a token's certificates is for what, whatever its maker calls them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from cardio.errors import ObjectMissing, PinFormat, TokenCannot
from cardio.piv import Slot
from cardio.pkcs11 import Token, TokenCertificate
from cardio.simulator import KeyKind
from desktop_app.cards.token_card import TokenCard, check_token_pin, token_card
from tests.support import virtual_cards

TOKEN = Token(
    slot=3, label="T", serial="1", initialised=True, pin_pad=False, blocked=False, last_try=False,
    signs=True, agrees=True, deciphers=True,
)  # fmt: skip


def held(kind: KeyKind = KeyKind.P256, *slots: Slot) -> list[TokenCertificate]:
    """A card's certificates under a maker's numbers, the sign-in's last."""
    file = virtual_cards.card_file(kind)
    order = slots or (Slot.KEY_MANAGEMENT, Slot.CARD_AUTHENTICATION, Slot.SIGNATURE, Slot.AUTHENTICATION)
    return [TokenCertificate(bytes((7, slot)), file.certificate(slot)) for slot in order]


def chosen(token: Token = TOKEN, certificates: list[TokenCertificate] | None = None) -> TokenCard:
    return token_card(token, held() if certificates is None else certificates, lambda _certificate: True)


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_certificates_are_chosen_by_what_they_are_for(kind: KeyKind) -> None:
    card, file = chosen(certificates=held(kind)), virtual_cards.card_file(kind)
    assert card.authentication == file.certificate(Slot.AUTHENTICATION)
    assert card.key_management == file.certificate(Slot.KEY_MANAGEMENT)
    assert card.key_ids == {Slot.AUTHENTICATION: b"\x07\x9a", Slot.KEY_MANAGEMENT: b"\x07\x9d"}


def test_the_one_that_leads_to_our_anchor_goes_first() -> None:
    other = TokenCertificate(b"other", virtual_cards.card_file(KeyKind.P384).certificate(Slot.AUTHENTICATION))
    mine = held()
    card = token_card(TOKEN, [other, *mine], lambda certificate: certificate == mine[-1].certificate)
    assert card.key_ids[Slot.AUTHENTICATION] == b"\x07\x9a"
    assert token_card(TOKEN, [other], lambda _certificate: False).authentication == other.certificate


def test_another_holders_key_wraps_nothing() -> None:
    theirs = virtual_cards.card_file(KeyKind.P384).certificate(Slot.KEY_MANAGEMENT)
    card = chosen(certificates=[TokenCertificate(b"t", theirs), *held(KeyKind.P256, Slot.AUTHENTICATION)])
    assert card.key_management is None


@pytest.mark.parametrize(("kind", "lacking"), [(KeyKind.P256, "agrees"), (KeyKind.RSA2048, "deciphers")])
def test_a_mechanism_that_is_not_listed_wraps_nothing(kind: KeyKind, lacking: str) -> None:
    changes: dict[str, Any] = {lacking: False}
    token = dataclasses.replace(TOKEN, **changes)
    assert chosen(token, held(kind)).key_management is None


def test_tokens_that_cannot_sign_in() -> None:
    with pytest.raises(TokenCannot):
        chosen(dataclasses.replace(TOKEN, signs=False))
    with pytest.raises(ObjectMissing):
        chosen(certificates=held(KeyKind.P256, Slot.KEY_MANAGEMENT))


@pytest.mark.parametrize(
    ("state", "tries"), [({}, None), ({"last_try": True}, 1), ({"last_try": True, "blocked": True}, 0)]
)
def test_what_is_known_of_its_tries(state: dict[str, Any], tries: int | None) -> None:
    assert chosen(dataclasses.replace(TOKEN, **state)).tries_left == tries


@pytest.mark.parametrize("pin", [b"", b"x" * 65, "số1234".encode()])
def test_pins_that_are_none(pin: bytes) -> None:
    with pytest.raises(PinFormat):
        check_token_pin(bytearray(pin))
    check_token_pin(bytearray(b"Ab 12-4!"))
