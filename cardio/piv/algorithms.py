"""Keys and signatures: what a PIV card is told, what it answers, and what JOSE wants (RFC 7518, 3.1).

The card does the bare operation: the host hashes and, for RSA, pads. ECDSA answers come in DER and leave as r
‖ s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from cardio.errors import ProtocolViolation, UnsupportedKey, WrongKey
from cardio.piv.padding import emsa_pkcs1_v1_5

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class KeyAlgorithm:
    """One kind of key: `piv` is the identifier of SP 800-78-5 table 9, `size` the field or modulus.

    RSA-4096 and Ed25519 are no part of that standard: their identifiers are those of the cards that offer
    them, and `others` those of other makers.
    """

    piv: int
    jose: str
    hash: hashes.HashAlgorithm
    size: int  # bytes
    others: tuple[int, ...] = ()


RSA_2048: Final = KeyAlgorithm(0x07, "RS256", hashes.SHA256(), 256)
RSA_3072: Final = KeyAlgorithm(0x05, "RS256", hashes.SHA256(), 384, (0xE0,))
RSA_4096: Final = KeyAlgorithm(0x16, "RS256", hashes.SHA256(), 512, (0xE1,))
P_256: Final = KeyAlgorithm(0x11, "ES256", hashes.SHA256(), 32)
P_384: Final = KeyAlgorithm(0x14, "ES384", hashes.SHA384(), 48)
ED25519: Final = KeyAlgorithm(0xE0, "EdDSA", hashes.SHA512(), 32, (0x22, 0xE2))

_BY_KIND: Final = {
    "RSA-2048": RSA_2048,
    "RSA-3072": RSA_3072,
    "RSA-4096": RSA_4096,
    "secp256r1": P_256,
    "secp384r1": P_384,
    "Ed25519": ED25519,
}


def key_algorithm(public_key: PublicKeyTypes) -> KeyAlgorithm:
    """The row for `public_key`; raises UnsupportedKey."""
    name = key_name(public_key)
    algorithm = _BY_KIND.get(name)
    if algorithm is None:
        raise UnsupportedKey(name)
    return algorithm


def key_name(public_key: PublicKeyTypes) -> str:
    """A short name of the kind of key, fit for an error: `RSA-2048`, `secp256r1`, `Ed25519`."""
    if isinstance(public_key, rsa.RSAPublicKey):
        return f"RSA-{public_key.key_size}"
    if isinstance(public_key, ec.EllipticCurvePublicKey):
        return public_key.curve.name
    return type(public_key).__name__.removesuffix("PublicKey")


def jose_algorithm(public_key: PublicKeyTypes) -> str:
    """The `alg` of a JWS made with this key: RS256, ES256, ES384 or EdDSA; raises UnsupportedKey."""
    return key_algorithm(public_key).jose


def card_input(public_key: PublicKey, message: bytes) -> bytes:
    """What the card operates on to sign `message`: its hash (EC), padded (RSA), or itself (Ed25519)."""
    if isinstance(public_key, ed25519.Ed25519PublicKey):
        return message
    algorithm = key_algorithm(public_key)
    digest = hashes.Hash(algorithm.hash)
    digest.update(message)
    if isinstance(public_key, rsa.RSAPublicKey):
        return emsa_pkcs1_v1_5(digest.finalize(), algorithm.size)
    return digest.finalize()


def jose_signature(public_key: PublicKey, message: bytes, answer: bytes) -> bytes:
    """The card's `answer` in JOSE form, verified: it is this key's signature over `message`.

    Raises WrongKey when it is not, ProtocolViolation when it is no signature at all.
    """
    algorithm = key_algorithm(public_key)
    try:
        if isinstance(public_key, rsa.RSAPublicKey):
            whole = answer.rjust(algorithm.size, b"\0")  # some cards leave zeros in front out, as of a number
            public_key.verify(whole, message, padding.PKCS1v15(), algorithm.hash)
            return whole
        if isinstance(public_key, ed25519.Ed25519PublicKey):
            public_key.verify(answer, message)
            return answer
        public_key.verify(answer, message, ec.ECDSA(algorithm.hash))
    except InvalidSignature:
        raise WrongKey from None
    return _joined(answer, algorithm.size)


def _joined(der: bytes, size: int) -> bytes:
    try:
        r, s = decode_dss_signature(der)
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")
    except (ValueError, OverflowError):
        raise ProtocolViolation("signature") from None
