"""The code printed on a citizen card: `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy`, maybe more.

It is not signed: it fills a form, and proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from cardio.cccd.provenance import Source
from cardio.citizen_number import CitizenNumber, Sex
from cardio.document_errors import NumberInvalid, QrInvalid

SEPARATOR: Final = "|"
FEWEST: Final = 6
LONGEST: Final = 2048
_SEXES: Final = {"nam": Sex.MALE, "nữ": Sex.FEMALE}
_DATE_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class QrCard:
    """What the code says. `name`, `address` and `further` are `None` or empty from a wedge scanner."""

    source: Source
    number: CitizenNumber
    birth: date = field(repr=False)
    sex: Sex = field(repr=False)
    issued: date | None
    old_number: str | None = field(repr=False)
    name: str | None = field(repr=False)
    address: str | None = field(repr=False)
    further: tuple[str, ...] = field(default=(), repr=False)


def read(text: str, source: Source) -> QrCard:
    """The fields of a scanned code; raises QrInvalid and NumberInvalid naming what cannot be right."""
    parts = [part.strip() for part in text.strip().split(SEPARATOR)]
    if len(parts) < FEWEST or len(text) > LONGEST:
        raise QrInvalid("fields")
    if source.keeps_letters and "\N{REPLACEMENT CHARACTER}" in text:
        raise QrInvalid("encoding")
    number = _number(parts[0])
    birth = _date(parts[3], "birth")
    sex = _sex(parts[4], number, source)
    number.check(birth, sex)
    letters = source.keeps_letters
    return QrCard(
        source,
        number,
        birth,
        sex,
        issued=_date(parts[6], "issued") if len(parts) > 6 and parts[6] else None,
        old_number=parts[1] if parts[1].isascii() and parts[1].isdigit() else None,
        name=parts[2] or None if letters else None,
        address=parts[5] or None if letters else None,
        further=tuple(parts[7:]) if letters else (),
    )


def _number(digits: str) -> CitizenNumber:
    try:
        return CitizenNumber(digits)
    except NumberInvalid:
        raise QrInvalid("number") from None


def _date(digits: str, name: Literal["birth", "issued"]) -> date:
    if len(digits) != _DATE_LENGTH or not (digits.isascii() and digits.isdigit()):
        raise QrInvalid(name)
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        raise QrInvalid(name) from None


def _sex(text: str, number: CitizenNumber, source: Source) -> Sex:
    """The sex as printed; a wedge damages the word, so there the number's digit stands for it."""
    sex = _SEXES.get(text.lower())
    if sex is not None and source.keeps_letters:
        return sex
    if source.keeps_letters:
        raise QrInvalid("sex")
    return number.sex
