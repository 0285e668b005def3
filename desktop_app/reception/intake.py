"""What a scanner or the clerk entered: a citizen card's code or number, the zone of a card or passport.

Everything entered fills fields and opens the chip; it proves nothing. What cannot be right is refused by the
name of the part that is wrong (``QrInvalid``, ``NumberInvalid``, ``MrzInvalid``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from cardio import mrz
from cardio.cccd import qr
from cardio.cccd.provenance import Source
from cardio.citizen_number import LENGTH, CitizenNumber, Sex, of_zone
from cardio.document_errors import MrzInvalid, NumberInvalid
from cardio.emrtd.access_keys import CAN_LENGTH, Can, MrzKey
from cardio.mrz import Format, Mrz
from desktop_app.reception.fields import Field, Provenance, Text

SEX_CODES: Final = {Sex.MALE: "M", Sex.FEMALE: "F"}
_YEAR_SPAN: Final = 100
_UNCHECKED: Final = frozenset({Field.NAME, Field.NATIONALITY, Field.SEX})
"""Letters of a zone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that was understood: how the chip opens, and the fields it fills. ``sex`` is M or F."""

    key: Can | MrzKey
    texts: Mapping[Field, Text] = field(default_factory=dict, repr=False)


def understand(text: str, source: Source, today: date) -> Entry:
    """Return what ``text`` says; raise ``QrInvalid``, ``NumberInvalid``, ``MrzInvalid``."""
    stripped = text.strip()
    if qr.SEPARATOR in stripped:
        return _code(qr.read(stripped, source))
    digits = "".join(stripped.split()).replace(".", "")
    if digits.isascii() and digits.isdigit():
        return _digits(digits, source)
    return _zone(mrz.read(stripped), source, today)


def from_document(number: str, birth: date, expiry: date) -> Entry:
    """Return the entry of a document whose three fields were typed; raise ``MrzInvalid``."""
    key = MrzKey(number.strip().upper(), f"{birth:%y%m%d}", f"{expiry:%y%m%d}")
    shown = {Field.DOCUMENT: key.document_number, Field.BIRTH: day(birth), Field.EXPIRY: day(expiry)}
    return Entry(key, _texts(shown, Provenance.TYPED))


def typed_day(text: str, name: Literal["birth", "expiry"]) -> date:
    """Return the day in dd/mm/yyyy, with or without signs between; raise ``MrzInvalid``."""
    digits = "".join(sign for sign in text if sign.isdigit())
    try:
        return date(int(digits[4:8]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        raise MrzInvalid(name) from None


def day(moment: date) -> str:
    """Return a day as the screen writes it."""
    return f"{moment:%d/%m/%Y}"


def zone_fields(zone: Mrz, today: date) -> dict[Field, str]:
    """Return the fields of a machine-readable zone, its two-digit years completed."""
    citizen = of_zone(zone)
    shown = {
        Field.NUMBER: citizen.digits if citizen else "",
        Field.DOCUMENT: "" if citizen and zone.format is Format.TD1 else zone.document_number,
        Field.NAME: f"{zone.surname} {zone.given_names}".strip(),
        Field.BIRTH: _zone_day(zone.birth, _birth_year(zone.birth, citizen, today)),
        Field.SEX: zone.sex if zone.sex in SEX_CODES.values() else "",
        Field.NATIONALITY: zone.nationality,
        Field.EXPIRY: _zone_day(zone.expiry, 2000 + int(zone.expiry[:2]) if zone.expiry[:2].isdigit() else 0),
    }
    return {name: text for name, text in shown.items() if text}


def _code(card: qr.QrCard) -> Entry:
    shown = {
        Field.NUMBER: card.number.digits,
        Field.NAME: card.name or "",
        Field.BIRTH: day(card.birth),
        Field.SEX: SEX_CODES[card.sex],
        Field.RESIDENCE: card.address or "",
        Field.ISSUED: day(card.issued) if card.issued else "",
        Field.OLD_NUMBER: card.old_number or "",
    }
    return Entry(Can(card.number.can), _texts(shown, Provenance.QR))


def _digits(digits: str, source: Source) -> Entry:
    """A citizen number, or the six digits of a card of any state."""
    if len(digits) == CAN_LENGTH:
        return Entry(Can(digits))
    if len(digits) != LENGTH:
        raise NumberInvalid("length")
    number = CitizenNumber(digits)
    provenance = Provenance.TYPED if source is Source.TYPED else Provenance.QR
    return Entry(
        Can(number.can), _texts({Field.NUMBER: digits, Field.SEX: SEX_CODES[number.sex]}, provenance)
    )


def _zone(zone: Mrz, source: Source, today: date) -> Entry:
    _agreeing(zone, source)
    provenance = Provenance.TYPED if source is Source.TYPED else Provenance.QR
    shown = zone_fields(zone, today)
    if not source.keeps_letters:  # no check digit covers these letters
        shown = {name: text for name, text in shown.items() if name not in _UNCHECKED}
    return Entry(MrzKey.of(zone), _texts(shown, provenance))


def _agreeing(zone: Mrz, source: Source) -> None:
    """Raise ``NumberInvalid`` where a citizen card's zone contradicts the number in it.

    No check digit covers the sex or compares the year of birth with the number; of a wedge letters do not
    count.
    """
    citizen = of_zone(zone)
    if citizen is not None:
        citizen.check_zone(zone if source.keeps_letters else replace(zone, sex=""))


def _texts(shown: Mapping[Field, str], provenance: Provenance) -> dict[Field, Text]:
    return {name: Text(text, provenance) for name, text in shown.items() if text}


def _birth_year(yymmdd: str, citizen: CitizenNumber | None, today: date) -> int:
    """The number's year where it has these two digits, else the last such year that is not in the future."""
    if not yymmdd[:2].isdigit():
        return 0
    if citizen is not None and citizen.birth_year % _YEAR_SPAN == int(yymmdd[:2]):
        return citizen.birth_year
    year = today.year - today.year % _YEAR_SPAN + int(yymmdd[:2])
    return year if year <= today.year else year - _YEAR_SPAN


def _zone_day(yymmdd: str, year: int) -> str:
    """A zone's day with its whole year; what no calendar knows (unknown parts are fillers) stays out."""
    try:
        return day(date(year, int(yymmdd[2:4]), int(yymmdd[4:])))
    except ValueError:
        return ""
