"""Kinds of key: each makes new keys of what it is called."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from cardio.simulator.key_kinds import KeyKind, RareKeyKind
from cardio.simulator.piv_applet import PrivateKey


def described(key: PrivateKey) -> str:
    match key:
        case rsa.RSAPrivateKey():
            return f"RSA-{key.key_size}"
        case ec.EllipticCurvePrivateKey():
            return {"secp256r1": "P-256", "secp384r1": "P-384"}[key.curve.name]
        case ed25519.Ed25519PrivateKey():
            return "Ed25519"
        case _:
            raise TypeError(key)


@pytest.mark.parametrize("kind", [*KeyKind, RareKeyKind.RSA3072, RareKeyKind.ED25519])
def test_a_key_is_of_its_kind(kind: KeyKind | RareKeyKind) -> None:
    assert described(kind.generate()) == kind.value


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.P384, RareKeyKind.ED25519])
def test_keys_are_new_each_time(kind: KeyKind | RareKeyKind) -> None:
    assert kind.generate().public_key() != kind.generate().public_key()
