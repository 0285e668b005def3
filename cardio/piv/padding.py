"""RSA paddings that the host does around the card's bare operation (RFC 8017, 9.2 and 7.1.2)."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Final

from cardio.errors import WrongKey

_SHA256_PREFIX: Final = bytes.fromhex("3031300d060960864801650304020105000420")
_HASH: Final = 32


def emsa_pkcs1_v1_5(digest: bytes, size: int) -> bytes:
    """The encoded message of `size` bytes for a SHA-256 `digest`: 00 01 FF… 00 DigestInfo."""
    info = _SHA256_PREFIX + digest
    return b"\x00\x01" + b"\xff" * (size - len(info) - 3) + b"\x00" + info


def oaep_sha256_unpad(encoded: bytes) -> bytes:
    """The message in an OAEP block (SHA-256, MGF1-SHA-256, empty label); raises WrongKey when it is none.

    Every check is made before the verdict, and the verdict does not say which one failed (RFC 8017, 7.1.2
    note).
    """
    masked_seed, masked_block = encoded[1 : 1 + _HASH], encoded[1 + _HASH :]
    seed = _xor(masked_seed, mgf1_sha256(masked_block, _HASH))
    block = _xor(masked_block, mgf1_sha256(seed, len(masked_block)))
    label, rest = block[:_HASH], block[_HASH:]
    message = rest.lstrip(b"\x00")
    good = hmac.compare_digest(label, sha256().digest()) & (encoded[:1] == b"\x00") & (message[:1] == b"\x01")
    if not good:
        raise WrongKey
    return message[1:]


def mgf1_sha256(seed: bytes, length: int) -> bytes:
    """MGF1 with SHA-256 (RFC 8017, B.2.1)."""
    rounds = -(-length // _HASH)
    return b"".join(sha256(seed + count.to_bytes(4, "big")).digest() for count in range(rounds))[:length]


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
