"""DG11 and DG12: further details of the person and of the document (Doc 9303-10, 4.7.11 and 4.7.12)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cardio import tlv
from cardio.emrtd import groups
from cardio.errors import ProtocolViolation

_NAME, _NUMBER, _BIRTH, _PLACE, _ADDRESS, _PHONE = 0x5F0E, 0x5F10, 0x5F2B, 0x5F11, 0x5F42, 0x5F12
_AUTHORITY, _ISSUED, _REMARKS = 0x5F19, 0x5F26, 0x5F1B
_PACKED_DATE: Final = 4  # octets, two digits each


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """DG11; what is absent is `None`. Names in national letters, parts parted by `<`."""

    name: str | None = field(default=None, repr=False)
    personal_number: str | None = field(default=None, repr=False)
    birth: date | None = field(default=None, repr=False)
    birth_place: str | None = field(default=None, repr=False)
    address: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """DG12; what is absent is `None`."""

    authority: str | None = None
    issued: date | None = None
    remarks: str | None = None


def read_person(data: bytes) -> PersonDetails:
    """DG11; raises ProtocolViolation."""
    found = dict(tlv.elements(groups.content(11, data)))
    return PersonDetails(
        name=_text(found, _NAME),
        personal_number=_text(found, _NUMBER),
        birth=_date(found, _BIRTH),
        birth_place=_text(found, _PLACE),
        address=_text(found, _ADDRESS),
        phone=_text(found, _PHONE),
    )


def read_document(data: bytes) -> DocumentDetails:
    """DG12; raises ProtocolViolation."""
    found = dict(tlv.elements(groups.content(12, data)))
    return DocumentDetails(_text(found, _AUTHORITY), _date(found, _ISSUED), _text(found, _REMARKS))


def _text(found: dict[int, bytes], tag: int) -> str | None:
    value = found.get(tag)
    if value is None:
        return None
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        raise ProtocolViolation("text") from None


def _date(found: dict[int, bytes], tag: int) -> date | None:
    """YYYYMMDD in digits, or packed; unknown parts (zeros) leave it `None`."""
    value = found.get(tag)
    if value is None:
        return None
    digits = value.hex() if len(value) == _PACKED_DATE else value.decode("latin-1")
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        raise ProtocolViolation("date")
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
