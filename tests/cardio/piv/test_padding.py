"""The host's RSA paddings against `cryptography`'s."""

from __future__ import annotations

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from hypothesis import given
from hypothesis import strategies as st

from cardio.errors import WrongKey
from cardio.piv.padding import emsa_pkcs1_v1_5, mgf1_sha256, oaep_sha256_unpad

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OAEP = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)


def raw(operand: bytes) -> bytes:
    """The bare operation of the private key, as a card does it."""
    numbers = KEY.private_numbers()
    return pow(int.from_bytes(operand, "big"), numbers.d, numbers.public_numbers.n).to_bytes(256, "big")


def test_signature_padding() -> None:
    signature = raw(emsa_pkcs1_v1_5(sha256(b"message").digest(), 256))
    assert signature == KEY.sign(b"message", padding.PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize("message", [b"", b"\x01", b"\x00\x00\x01", bytes(190), b"k" * 32])
def test_unpadding(message: bytes) -> None:
    assert oaep_sha256_unpad(raw(KEY.public_key().encrypt(message, OAEP))) == message


def test_any_changed_bit_is_noticed() -> None:
    encoded = raw(KEY.public_key().encrypt(b"secret", OAEP))
    for at in range(0, 256, 5):
        damaged = bytearray(encoded)
        damaged[at] ^= 0x80
        with pytest.raises(WrongKey):
            oaep_sha256_unpad(bytes(damaged))


@given(st.binary(min_size=256, max_size=256))
def test_any_block_is_refused_by_one_error(block: bytes) -> None:
    with pytest.raises(WrongKey):
        oaep_sha256_unpad(block)


def test_mask_generation() -> None:
    assert mgf1_sha256(b"bar", 50).hex() == (  # the vector that MGF1 implementations share
        "382576a7841021cc28fc4c0948753fb8312090cea942ea4c4e735d10dc724b155f9f6069f289d61daca0cb814502ef04eae1"
    )
