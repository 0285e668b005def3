"""The printed information (SP 800-73-5 part 1, 3.2.3): what stands on the card's face. Behind the PIN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects

_TAGS: Final = {
    "name": 0x01,
    "affiliation": 0x02,
    "expires": 0x04,
    "serial_number": 0x05,
    "issuer": 0x06,
    "organisation": 0x07,
    "organisation_2": 0x08,
}


@dataclass(frozen=True, slots=True)
class PrintedInformation:
    """The fields as text; empty where the card has none. `expires` as printed (2029MAR02)."""

    name: str = ""
    affiliation: str = ""
    expires: str = ""
    serial_number: str = ""
    issuer: str = ""
    organisation: str = ""
    organisation_2: str = ""


def read(content: bytes) -> PrintedInformation:
    """The fields in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    try:
        return PrintedInformation(
            **{name: fields.get(tag, b"").decode("utf-8").strip() for name, tag in _TAGS.items()}
        )
    except UnicodeDecodeError:
        raise ProtocolViolation("printed") from None


def write(printed: PrintedInformation) -> bytes:
    """The value of the data object (without tag 53); empty fields are left out."""
    texts = ((tag, str(getattr(printed, name)).encode()) for name, tag in _TAGS.items())
    return b"".join(tlv.encode(tag, text) for tag, text in texts if text) + tlv.encode(
        objects.ERROR_DETECTION, b""
    )
