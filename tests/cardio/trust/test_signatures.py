"""Signatures by named algorithms: PKCS #1, PSS, ECDSA; others refused."""

from __future__ import annotations

import pytest
from asn1crypto import algos
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from cardio.errors import UnsupportedKey
from cardio.trust import signatures

RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC = ec.generate_private_key(ec.SECP256R1())
DATA = b"data"


def algorithm(name: str, parameters: object = None) -> algos.SignedDigestAlgorithm:
    """An algorithm identifier."""
    return algos.SignedDigestAlgorithm({"algorithm": name, "parameters": parameters})


def test_pkcs1_and_ecdsa() -> None:
    signature = RSA.sign(DATA, padding.PKCS1v15(), hashes.SHA256())
    assert signatures.is_valid(RSA.public_key(), algorithm("sha256_rsa"), DATA, signature)
    assert signatures.is_valid(RSA.public_key(), algorithm("rsassa_pkcs1v15"), DATA, signature, "sha256")
    assert not signatures.is_valid(RSA.public_key(), algorithm("sha1_rsa"), DATA, signature)
    by_curve = EC.sign(DATA, ec.ECDSA(hashes.SHA384()))
    assert signatures.is_valid(EC.public_key(), algorithm("sha384_ecdsa"), DATA, by_curve)
    assert not signatures.is_valid(EC.public_key(), algorithm("sha384_ecdsa"), DATA + b".", by_curve)


def test_pss_with_its_parameters() -> None:
    mask = {"algorithm": "mgf1", "parameters": {"algorithm": "sha256"}}
    named = {"hash_algorithm": {"algorithm": "sha256"}, "mask_gen_algorithm": mask, "salt_length": 32}
    signature = RSA.sign(DATA, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
    assert signatures.is_valid(RSA.public_key(), algorithm("rsassa_pss", named), DATA, signature)
    assert not signatures.is_valid(
        RSA.public_key(), algorithm("rsassa_pss", {**named, "salt_length": 20}), DATA, signature
    )


def test_algorithms_that_are_not_ours() -> None:
    with pytest.raises(UnsupportedKey):
        signatures.is_valid(RSA.public_key(), algorithm("md5_rsa"), DATA, b"x")
    with pytest.raises(UnsupportedKey):
        signatures.is_valid(RSA.public_key(), algorithm("sha256_dsa"), DATA, b"x")
    with pytest.raises(UnsupportedKey):
        signatures.digest("md5", DATA)
