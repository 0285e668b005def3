"""Signatures over given bytes, by the algorithm that an ASN.1 structure names (RFC 4055, 5480, 5652)."""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from cardio.errors import UnsupportedKey
from cardio.trust.asn1 import algos
from cardio.trust.curve_signature import CurvePublicKey
from cardio.trust.explicit_curves import SigningKey

_HASHES: Final[dict[str, type[hashes.HashAlgorithm]]] = {
    "sha1": hashes.SHA1,
    "sha224": hashes.SHA224,
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}


def digest(name: str, data: bytes) -> bytes:
    """The hash of `data`; UnsupportedKey for an algorithm that no travel document uses."""
    _hash(name)
    return hashlib.new(name, data, usedforsecurity=False).digest()


def is_valid(
    key: SigningKey,
    algorithm: algos.SignedDigestAlgorithm,
    data: bytes,
    signature: bytes,
    hash_name: str | None = None,
) -> bool:
    """Whether `signature` is one of `data` under `key`; `hash_name` where the algorithm names none.

    Raises UnsupportedKey for algorithms that are not ours, and what asn1crypto raises for malformed ones.
    """
    kind = algorithm.signature_algo
    try:
        if isinstance(key, CurvePublicKey):
            return kind == "ecdsa" and _is_on_curve(key, _chosen(algorithm, hash_name), data, signature)
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, data, ec.ECDSA(_chosen(algorithm, hash_name)))
            return bool(kind == "ecdsa")
        key.verify(signature, data, *_rsa(kind, algorithm, hash_name))
    except InvalidSignature:
        return False
    except UnsupportedAlgorithm:
        raise UnsupportedKey(str(kind)) from None
    return True


def _is_on_curve(key: CurvePublicKey, chosen: hashes.HashAlgorithm, data: bytes, signature: bytes) -> bool:
    try:
        r, s = decode_dss_signature(signature)
    except ValueError:
        return False
    return key.is_valid(r, s, digest(chosen.name, data))


def _rsa(
    kind: str, algorithm: algos.SignedDigestAlgorithm, hash_name: str | None
) -> tuple[padding.AsymmetricPadding, hashes.HashAlgorithm]:
    if kind == "rsassa_pkcs1v15":
        return padding.PKCS1v15(), _chosen(algorithm, hash_name)
    if kind != "rsassa_pss":
        raise UnsupportedKey(str(kind))
    parameters = algorithm["parameters"]
    mask = _hash(parameters["mask_gen_algorithm"]["parameters"]["algorithm"].native)
    chosen = _hash(parameters["hash_algorithm"]["algorithm"].native)
    return padding.PSS(padding.MGF1(mask), parameters["salt_length"].native), chosen


def _chosen(algorithm: algos.SignedDigestAlgorithm, hash_name: str | None) -> hashes.HashAlgorithm:
    if algorithm["algorithm"].native in {"rsassa_pkcs1v15", "ecdsa"}:  # no hash in the name itself
        return _hash(hash_name or "")
    return _hash(algorithm.hash_algo)


def _hash(name: str) -> hashes.HashAlgorithm:
    kind = _HASHES.get(name)
    if kind is None:
        raise UnsupportedKey(name)
    return kind()
