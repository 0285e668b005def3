"""Active authentication (Doc 9303-11, 6.1): the chip signs a challenge with the key of DG15.

RSA signatures give part of the message back (ISO/IEC 9796-2, scheme 1); ECDSA ones are r ‖ s (TR-03111).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from cardio import apdu
from cardio.apdu import Command
from cardio.document_errors import ChipNotGenuine
from cardio.emrtd import groups
from cardio.emrtd.files import Send
from cardio.emrtd.symmetric import same
from cardio.errors import ApduError
from cardio.trust.curve_signature import CurvePublicKey
from cardio.trust.explicit_curves import public_key

INTERNAL_AUTHENTICATE: Final = 0x88
CHALLENGE_LENGTH: Final = 8
_PLAIN_ECDSA: Final = "0.4.0.127.0.7.1.1.4.1."
_ECDSA_HASHES: Final[dict[str, hashes.HashAlgorithm]] = {
    "1": hashes.SHA1(),  # noqa: S303 — the card chooses
    "2": hashes.SHA224(),
    "3": hashes.SHA256(),
    "4": hashes.SHA384(),
    "5": hashes.SHA512(),
}
_TRAILERS: Final = {
    b"\xbc": "sha1",
    b"\x33\xcc": "sha1",
    b"\x34\xcc": "sha256",
    b"\x35\xcc": "sha512",
    b"\x36\xcc": "sha384",
    b"\x38\xcc": "sha224",
}
_PARTIAL_RECOVERY: Final = 0x6A
_LAST_NIBBLE: Final = 0x0C  # of every trailer


def authenticate(
    send: Send,
    dg15: bytes,
    algorithm: str | None,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> None:
    """Make the chip sign a fresh challenge; `algorithm` is DG14's (dotted) for an elliptic key.

    Raises ChipNotGenuine when the signature is not one of the challenge, and what reading the key raises.
    """
    key = public_key(groups.content(15, dg15))
    challenge = random(CHALLENGE_LENGTH)
    answer = send(Command(INTERNAL_AUTHENTICATE, data=challenge, le=apdu.SHORT_ANSWER))
    if answer.sw != apdu.OK:
        raise ApduError(answer.sw, INTERNAL_AUTHENTICATE)
    if isinstance(key, rsa.RSAPublicKey):
        valid = _is_recovered(key, challenge, answer.data)
    else:
        valid = _is_signed(key, challenge, answer.data, algorithm)
    if not valid:
        raise ChipNotGenuine("active_authentication")


def _is_signed(
    key: ec.EllipticCurvePublicKey | CurvePublicKey, challenge: bytes, signature: bytes, algorithm: str | None
) -> bool:
    half = len(signature) // 2
    if not half or len(signature) % 2:
        return False
    r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
    chosen = _ECDSA_HASHES.get((algorithm or "").removeprefix(_PLAIN_ECDSA), hashes.SHA256())
    if isinstance(key, CurvePublicKey):
        return key.is_valid(r, s, hashlib.new(chosen.name, challenge, usedforsecurity=False).digest())
    try:
        key.verify(encode_dss_signature(r, s), challenge, ec.ECDSA(chosen))
    except InvalidSignature:
        return False
    return True


def _is_recovered(key: rsa.RSAPublicKey, challenge: bytes, signature: bytes) -> bool:
    """Open the signature and compare the hash over the recovered part and the challenge."""
    numbers, size = key.public_numbers(), (key.key_size + 7) // 8
    value = int.from_bytes(signature, "big")
    if len(signature) != size or value >= numbers.n:
        return False
    message = pow(value, numbers.e, numbers.n)
    if message & 0x0F != _LAST_NIBBLE:  # the chip gave the lesser of s and n − s (9796-2, B.6)
        message = numbers.n - message
    opened = message.to_bytes(size, "big")
    trailer = opened[-1:] if opened.endswith(b"\xbc") else opened[-2:]
    name = _TRAILERS.get(trailer)
    if opened[0] != _PARTIAL_RECOVERY or name is None:
        return False
    length = hashlib.new(name, usedforsecurity=False).digest_size
    end = size - len(trailer) - length
    recovered, digest = opened[1:end], opened[end : size - len(trailer)]
    return same(hashlib.new(name, recovered + challenge, usedforsecurity=False).digest(), digest)
