"""The card holder unique identifier (SP 800-73-5 part 1, 3.1.2): it names the card, not the person."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Chuid:
    """`guid` is the card's UUID (16 bytes); `expires` is `None` when the card gives no readable date."""

    guid: bytes
    fasc_n: bytes
    expires: date | None


def read(content: bytes) -> Chuid:
    """The identifier in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    guid = fields.get(GUID, b"")
    if len(guid) != GUID_LENGTH:
        raise ProtocolViolation("chuid")
    return Chuid(guid, fields.get(FASC_N, b""), _date(fields.get(EXPIRATION, b"")))


def write(chuid: Chuid) -> bytes:
    """The whole data object, tag 53 included, without an issuer's signature."""
    expires = chuid.expires.strftime("%Y%m%d").encode() if chuid.expires else b""
    content = b"".join(
        tlv.encode(tag, value)
        for tag, value in (
            (FASC_N, chuid.fasc_n),
            (GUID, chuid.guid),
            (EXPIRATION, expires),
            (SIGNATURE, b""),
            (objects.ERROR_DETECTION, b""),
        )
    )
    return tlv.encode(objects.DATA, content)


def _date(digits: bytes) -> date | None:
    try:
        return date.fromisoformat(digits.decode("ascii"))  # the basic form YYYYMMDD
    except ValueError:
        return None
