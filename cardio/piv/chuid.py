"""The card holder unique identifier (SP 800-73-5 part 1, 3.1.2): it names the card, not the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects

FASC_N: Final = 0x30
GUID: Final = 0x34
EXPIRATION: Final = 0x35
SIGNATURE: Final = 0x3E
GUID_LENGTH: Final = 16
_UNSIGNED: Final = frozenset({SIGNATURE, objects.ERROR_DETECTION})


@dataclass(frozen=True, slots=True)
class Chuid:
    """`guid` is the card's UUID (16 bytes); `expires` is `None` when the card gives no readable date.

    `signature` is the issuer's (CMS, `trust.piv_data` verifies it) over `signed`; empty when there is none.
    """

    guid: bytes
    fasc_n: bytes
    expires: date | None
    signed: bytes = field(default=b"", repr=False)
    signature: bytes = field(default=b"", repr=False)


def read(content: bytes) -> Chuid:
    """The identifier in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    guid = fields.get(GUID, b"")
    if len(guid) != GUID_LENGTH:
        raise ProtocolViolation("chuid")
    signed = b"".join(tlv.encode(tag, value) for tag, value in tlv.elements(content) if tag not in _UNSIGNED)
    return Chuid(
        guid,
        fields.get(FASC_N, b""),
        _date(fields.get(EXPIRATION, b"")),
        signed=signed,
        signature=fields.get(SIGNATURE, b""),
    )


def signed_part(chuid: Chuid) -> bytes:
    """What an issuer signs: every element but the signature and the error detection code."""
    expires = chuid.expires.strftime("%Y%m%d").encode() if chuid.expires else b""
    elements = ((FASC_N, chuid.fasc_n), (GUID, chuid.guid), (EXPIRATION, expires))
    return b"".join(tlv.encode(tag, value) for tag, value in elements)


def write(chuid: Chuid) -> bytes:
    """The value of the data object (without tag 53), with the signature that `chuid` carries."""
    tail = tlv.encode(SIGNATURE, chuid.signature) + tlv.encode(objects.ERROR_DETECTION, b"")
    return signed_part(chuid) + tail


def _date(digits: bytes) -> date | None:
    try:
        return date.fromisoformat(digits.decode("ascii"))  # the basic form YYYYMMDD
    except ValueError:
        return None
