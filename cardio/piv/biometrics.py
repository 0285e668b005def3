"""Face and fingerprint containers: a CBEFF record (SP 800-76-2, section 9) with its issuer's signature.

Both are behind the PIN. Only the header is understood; the record is carried as it is and never shown in a
`repr`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects

RECORD: Final = 0xBC
FACE: Final = 0x000002
FINGERPRINT: Final = 0x000008
_HEADER: Final = struct.Struct(">BBIHHH8s8s8s3sBb18s25s4s")  # 88 bytes, table 13
_VERSION: Final = 3
_OWNER_INCITS: Final = 0x001B
_FORMAT: Final = {FACE: 0x0501, FINGERPRINT: 0x0201}
_SIGNED: Final = 0x0D  # integrity, signature, plain


@dataclass(frozen=True, slots=True)
class BiometricRecord:
    """`kind` is FACE or FINGERPRINT; `signature` (CMS) covers `signed`, which is header and record."""

    kind: int
    record: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    signature: bytes = field(repr=False)


def read(content: bytes) -> BiometricRecord:
    """The record in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    cbeff = tlv.require(content, RECORD)
    if len(cbeff) < _HEADER.size:
        raise ProtocolViolation("biometrics")
    version, _options, size, signature_size, *rest = _HEADER.unpack_from(cbeff)
    end = _HEADER.size + size
    if version != _VERSION or len(cbeff) != end + signature_size:
        raise ProtocolViolation("biometrics")
    kind = int.from_bytes(rest[5], "big")
    return BiometricRecord(kind, cbeff[_HEADER.size : end], cbeff[:end], cbeff[end:])


def signed_part(kind: int, record: bytes, fasc_n: bytes, signature_size: int) -> bytes:
    """Header and record as an issuer signs them; the header names the size of the signature to come."""
    never = bytes(8)
    header = _HEADER.pack(
        _VERSION,
        _SIGNED,
        len(record),
        signature_size,
        _OWNER_INCITS,
        _FORMAT[kind],
        never,
        never,
        never,
        kind.to_bytes(3, "big"),
        0x20,  # processed
        100,
        b"ioc-desk",
        fasc_n,
        bytes(4),
    )
    return header + record


def write(signed: bytes, signature: bytes) -> bytes:
    """The value of the data object (without tag 53)."""
    return tlv.encode(RECORD, signed + signature) + tlv.encode(objects.ERROR_DETECTION, b"")
