"""What data groups say, field by field; a group that cannot be understood says nothing and is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cardio.cccd import dg13
from cardio.cccd.dg13 import CitizenDetails
from cardio.cccd.dg13 import Field as ChipField
from cardio.emrtd import details, dg1
from cardio.errors import CardError
from desktop_app.reception.fields import PRIVATE, Field
from desktop_app.reception.intake import day, zone_fields

_OF_CHIP: Final = {
    ChipField.NUMBER: Field.NUMBER,
    ChipField.NAME: Field.NAME,
    ChipField.BIRTH: Field.BIRTH,
    ChipField.SEX: Field.SEX,
    ChipField.NATIONALITY: Field.NATIONALITY,
    ChipField.RESIDENCE: Field.RESIDENCE,
    ChipField.ORIGIN: Field.ORIGIN,
    ChipField.ISSUED: Field.ISSUED,
    ChipField.EXPIRY: Field.EXPIRY,
    ChipField.OLD_NUMBER: Field.OLD_NUMBER,
}
_SEXES: Final = {"nam": "M", "nữ": "F"}
_PREFERRED: Final = (13, 11, 12, 1)
"""Groups with national letters and whole years before the zone."""


@dataclass(frozen=True, slots=True)
class ChipText:
    """A field's text and the data group that it stands in."""

    text: str = field(repr=False)
    group: int


@dataclass(frozen=True, slots=True)
class ChipFields:
    """What the groups read so far say, the most telling group first.

    ``unreadable``: groups whose content is no such group's.
    """

    texts: Mapping[Field, tuple[ChipText, ...]] = field(default_factory=dict, repr=False)
    unreadable: tuple[int, ...] = ()


def read(groups: Mapping[int, bytes], today: date) -> ChipFields:
    """Return the fields of the groups that are there."""
    readers: dict[int, Callable[[bytes], Mapping[Field, str]]] = {
        1: lambda data: zone_fields(dg1.read(data), today),
        11: _person,
        12: _document,
        13: _citizen,
    }
    texts: dict[Field, tuple[ChipText, ...]] = {}
    unreadable: list[int] = []
    for group in (number for number in _PREFERRED if number in groups):
        try:
            found = readers[group](groups[group])
        except CardError:
            unreadable.append(group)
            continue
        for name, text in found.items():
            if text:
                texts[name] = (*texts.get(name, ()), ChipText(text, group))
    return ChipFields(texts, tuple(unreadable))


def private_text(groups: Mapping[int, bytes], wanted: ChipField) -> str | None:
    """Return religion, parents or spouse, asked for on purpose; None when the chip leaves it out.

    Raises ``ProtocolViolation`` for a broken DG13, ``ValueError`` for a field that is not private.
    """
    if wanted not in PRIVATE:
        raise ValueError(wanted)
    if 13 not in groups:
        return None
    return dg13.read(groups[13], frozenset({wanted})).text(wanted)


def _citizen(data: bytes) -> dict[Field, str]:
    found: CitizenDetails = dg13.read(data)
    texts = {name: found.text(chip_field) or "" for chip_field, name in _OF_CHIP.items()}
    texts[Field.SEX] = _SEXES.get(texts[Field.SEX].casefold(), texts[Field.SEX])
    return texts


def _person(data: bytes) -> dict[Field, str]:
    person = details.read_person(data)
    name = " ".join((person.name or "").replace("<", " ").split())
    return {
        Field.NAME: name,
        Field.BIRTH: day(person.birth) if person.birth else "",
        Field.BIRTHPLACE: " ".join((person.birth_place or "").replace("<", " ").split()),
        Field.RESIDENCE: " ".join((person.address or "").replace("<", " ").split()),
    }


def _document(data: bytes) -> dict[Field, str]:
    document = details.read_document(data)
    return {Field.ISSUED: day(document.issued) if document.issued else ""}
