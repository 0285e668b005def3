"""Keys to algorithms, card answers to JOSE signatures."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa, x25519
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes

from cardio.errors import ProtocolViolation, UnsupportedKey, WrongKey
from cardio.piv import Piv, Slot, jose_algorithm
from cardio.piv.algorithms import card_input, jose_signature, key_algorithm
from cardio.simulator import KeyKind, RareKeyKind, VirtualPivCard
from cardio.tap import supported_key
from tests.support import virtual_cards


@pytest.mark.parametrize(
    ("kind", "piv", "jose"),
    [(KeyKind.RSA2048, 0x07, "RS256"), (KeyKind.P256, 0x11, "ES256"), (KeyKind.P384, 0x14, "ES384")],
)
def test_rows(kind: KeyKind, piv: int, jose: str) -> None:
    key = virtual_cards.public_key(Slot.AUTHENTICATION, kind)
    assert (key_algorithm(key).piv, jose_algorithm(key)) == (piv, jose)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key(), "RSA-1024"),
        (ec.generate_private_key(ec.SECP521R1()).public_key(), "secp521r1"),
        (x25519.X25519PrivateKey.generate().public_key(), "X25519"),
        (dsa.generate_private_key(1024).public_key(), "DSA"),
    ],
    ids=["small", "curve", "kind", "old"],
)
def test_other_keys_are_refused_by_name(key: PublicKeyTypes, name: str) -> None:
    with pytest.raises(UnsupportedKey) as refusal:
        jose_algorithm(key)
    assert refusal.value.name == name


@pytest.mark.parametrize(
    ("kind", "piv", "jose", "size"),
    [
        (RareKeyKind.RSA3072, 0x05, "RS256", 384),
        (RareKeyKind.RSA4096, 0x16, "RS256", 512),
        (RareKeyKind.ED25519, 0xE0, "EdDSA", 64),
    ],
)
def test_keys_that_some_cards_have(kind: RareKeyKind, piv: int, jose: str, size: int) -> None:
    card = VirtualPivCard(virtual_cards.rare_card_file(kind))
    application = Piv.select(card)
    key = supported_key(application.certificate(Slot.CARD_AUTHENTICATION))
    assert (key_algorithm(key).piv, jose_algorithm(key)) == (piv, jose)
    assert len(application.sign(Slot.CARD_AUTHENTICATION, key, b"message")) == size


def test_short_coordinates_are_padded() -> None:
    key = ec.derive_private_key(1, ec.SECP256R1())
    signatures = iter(lambda: key.sign(b"m", ec.ECDSA(hashes.SHA256())), None)
    short = next(answer for answer in signatures if answer[3] < 0x20)  # one in 512: r of 31 bytes or fewer
    joined = jose_signature(key.public_key(), b"m", short)
    assert len(joined) == 64
    assert joined[0] == 0


def test_what_the_card_gets() -> None:
    assert len(card_input(virtual_cards.public_key(Slot.SIGNATURE, KeyKind.P384), b"m")) == 48
    padded = card_input(virtual_cards.public_key(Slot.SIGNATURE, KeyKind.RSA2048), b"m")
    assert (len(padded), padded[:3]) == (256, b"\x00\x01\xff")


def test_a_signature_of_another_key_is_refused() -> None:
    mine, another = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    with pytest.raises(WrongKey):
        jose_signature(mine.public_key(), b"m", another.sign(b"m", ec.ECDSA(hashes.SHA256())))


def test_a_replayed_signature_is_refused() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(WrongKey):
        jose_signature(key.public_key(), b"today", key.sign(b"yesterday", ec.ECDSA(hashes.SHA256())))


@pytest.mark.parametrize("answer", [b"", b"\x30\x80", b"\x00" * 70])
def test_what_is_no_signature_is_refused(answer: bytes) -> None:
    for kind in KeyKind:
        with pytest.raises((WrongKey, ProtocolViolation)):
            jose_signature(virtual_cards.public_key(Slot.AUTHENTICATION, kind), b"m", answer)
