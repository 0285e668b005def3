"""The tap as a bare script: the fewest APDUs that bring a certificate and a signature which it verifies.

Written from the standards (SP 800-73-5 part 2, ISO 7816-4) with nothing of ours, so that it can be a peer: no
journal, no path, no terminal's signature.
"""

from __future__ import annotations

import zlib
from typing import Final, Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

SELECT_PIV: Final = bytes.fromhex("00A404000BA00000030800001000010000")
CARD_CERTIFICATE: Final = bytes.fromhex("5C035FC101")
KEY_9E: Final = 0x9E
_SHA256_INFO: Final = bytes.fromhex("3031300d060960864801650304020105000420")


class Contacts(Protocol):
    """Where APDUs go."""

    def transmit(self, command: bytes | bytearray) -> bytes: ...


def tap(card: Contacts, message: bytes, *, extended: bool) -> bytes:
    """Return the verified signature of the card's 9E key over ``message``, as the card gave it."""
    ask(card, SELECT_PIV)
    holder = _certificate(
        _long(card, 0xCB, 0x3F, 0xFF, CARD_CERTIFICATE, extended=extended, long_answer=True)
    )
    key = holder.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        algorithm, operand = 0x07, _padded(_digest(message, hashes.SHA256()), key.key_size // 8)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        algorithm = 0x11 if key.curve.key_size == 256 else 0x14
        operand = _digest(message, _hash_for(key))
    else:
        raise TypeError(type(key).__name__)
    template = _tlv(0x7C, _tlv(0x82, b"") + _tlv(0x81, operand))
    answer = _long(
        card,
        0x87,
        algorithm,
        KEY_9E,
        template,
        extended=extended,
        long_answer=isinstance(key, rsa.RSAPublicKey),
    )
    signature = _content(_content(answer))
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    else:
        key.verify(signature, message, ec.ECDSA(_hash_for(key)))
    return signature


def _hash_for(key: ec.EllipticCurvePublicKey) -> hashes.HashAlgorithm:
    return hashes.SHA256() if key.curve.key_size == 256 else hashes.SHA384()


def _digest(message: bytes, kind: hashes.HashAlgorithm) -> bytes:
    digest = hashes.Hash(kind)
    digest.update(message)
    return digest.finalize()


def _padded(digest: bytes, size: int) -> bytes:
    """EMSA-PKCS1-v1_5 (RFC 8017, 9.2)."""
    info = _SHA256_INFO + digest
    return b"\x00\x01" + b"\xff" * (size - len(info) - 3) + b"\x00" + info


def _long(
    card: Contacts, ins: int, p1: int, p2: int, data: bytes, *, extended: bool, long_answer: bool
) -> bytes:
    """Send one command in one APDU where the card takes extended length, in a chain where it does not."""
    if extended and (long_answer or len(data) > 255):
        return ask(card, bytes((0, ins, p1, p2, 0)) + len(data).to_bytes(2, "big") + data + b"\x00\x00")
    pieces = [data[at : at + 255] for at in range(0, len(data), 255)]
    for piece in pieces[:-1]:
        ask(card, bytes((0x10, ins, p1, p2, len(piece))) + piece)
    return ask(card, bytes((0, ins, p1, p2, len(pieces[-1]))) + pieces[-1] + b"\x00")


def ask(card: Contacts, command: bytes) -> bytes:
    """Return the whole answer, fetched piece by piece; RuntimeError for any status but 9000."""
    answer = card.transmit(command)
    data = answer[:-2]
    while answer[-2] == 0x61:
        answer = card.transmit(bytes((0, 0xC0, 0, 0, answer[-1])))
        data += answer[:-2]
    if answer[-2:] != b"\x90\x00":
        raise RuntimeError(answer[-2:].hex())
    return data


def _certificate(answer: bytes) -> x509.Certificate:
    """Object 5FC101: 53 { 70 certificate, 71 whether it is compressed, FE }."""
    content = _content(answer)
    der = _content(content)
    compressed = b"\x71\x01\x01" in content[-5:]
    return x509.load_der_x509_certificate(zlib.decompress(der, 31) if compressed else der)


def _content(data: bytes) -> bytes:
    """The value of the first data object, of a tag of one byte."""
    if data[1] < 0x80:
        return data[2 : 2 + data[1]]
    size = data[1] & 0x7F
    length = int.from_bytes(data[2 : 2 + size], "big")
    return data[2 + size : 2 + size + length]


def _tlv(tag: int, value: bytes) -> bytes:
    size = len(value)
    if size < 0x80:
        return bytes((tag, size)) + value
    return (
        bytes((tag, 0x81, size)) + value
        if size < 0x100
        else bytes((tag, 0x82)) + size.to_bytes(2, "big") + value
    )
