"""DG13 of the citizen card: numbered fields, read by number because cards leave some out.

Religion, parents and spouse are not decoded unless somebody asks for them on purpose, and are never stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from cardio import der, tlv
from cardio.emrtd import groups
from cardio.errors import ProtocolViolation

STRUCTURE: Final = "1.0.10646.1.0.8"
_STRINGS: Final = frozenset({0x0C, 0x13, 0x16, 0x1E})  # UTF8, printable, IA5, BMP
_BMP: Final = 0x1E
_CONSTRUCTED: Final = frozenset({der.SEQUENCE, der.SET})
_DEEPEST: Final = 3


class Field(IntEnum):
    """The fields, as observed; 15 and 16 are disputed."""

    NUMBER = 1
    NAME = 2
    BIRTH = 3
    SEX = 4
    NATIONALITY = 5
    ETHNICITY = 6
    RELIGION = 7
    ORIGIN = 8
    RESIDENCE = 9
    MARKS = 10
    ISSUED = 11
    EXPIRY = 12
    PARENTS = 13
    SPOUSE = 14
    OLD_NUMBER = 15
    CHIP_ID = 16


ON_PURPOSE: Final = frozenset({Field.RELIGION, Field.PARENTS, Field.SPOUSE})
UNLIMITED: Final = "Không thời hạn"


@dataclass(frozen=True, slots=True)
class CitizenDetails:
    """The fields present; a field of several parts (parents) keeps them apart."""

    values: dict[Field, tuple[str, ...]] = field(repr=False)

    def text(self, wanted: Field) -> str | None:
        """A field's text; `None` when the card leaves it out or it was not asked for."""
        parts = self.values.get(wanted)
        return None if parts is None else ", ".join(parts)


def read(data: bytes, on_purpose: frozenset[Field] = frozenset()) -> CitizenDetails:
    """The fields of DG13, without those of `ON_PURPOSE` that are not named; raises ProtocolViolation."""
    parts = list(tlv.elements(tlv.require(groups.content(13, data), der.SEQUENCE)))
    fields = next((value for tag, value in parts if tag == der.SET), None)
    if fields is None:
        raise ProtocolViolation("dg13")
    left_out = ON_PURPOSE - on_purpose
    values: dict[Field, tuple[str, ...]] = {}
    for _, entry in tlv.elements(fields):
        number, rest = _numbered(entry)
        if number is not None and number not in left_out:
            values.setdefault(number, _texts(rest, _DEEPEST))
    return CitizenDetails(values)


def write(values: dict[Field, tuple[str, ...]]) -> bytes:
    """A whole DG13: the reverse of `read`, with every field."""
    entries = (
        der.sequence(der.integer(number), *(tlv.encode(0x0C, part.encode()) for part in parts))
        for number, parts in values.items()
    )
    body = der.sequence(der.integer(1), der.oid(STRUCTURE), tlv.encode(der.SET, b"".join(entries)))
    return tlv.encode(groups.TAGS[13], body)


def _numbered(entry: bytes) -> tuple[Field | None, list[tuple[int, bytes]]]:
    parts = list(tlv.elements(entry))
    if not parts or parts[0][0] != der.INTEGER:
        raise ProtocolViolation("dg13")
    number = int.from_bytes(parts[0][1], "big")
    return (Field(number) if number in Field._value2member_map_ else None), parts[1:]


def _texts(parts: list[tuple[int, bytes]], depth: int) -> tuple[str, ...]:
    found: list[str] = []
    for tag, value in parts:
        if tag in _STRINGS:
            found.append(_decoded(tag, value))
        elif tag in _CONSTRUCTED and depth:
            found += _texts(list(tlv.elements(value)), depth - 1)
    return tuple(text for text in found if text)


def _decoded(tag: int, value: bytes) -> str:
    try:
        return value.decode("utf-16-be" if tag == _BMP else "utf-8").strip()
    except UnicodeDecodeError:
        raise ProtocolViolation("dg13") from None
