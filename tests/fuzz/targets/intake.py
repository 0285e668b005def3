"""What a person types or a scanner sends: machine-readable zones, citizen numbers, QR codes.

A zone is mostly check digits, which no mutation gets right by itself: with a low first byte they are made
right before the parser sees the zone, so that what lies behind them is reached too.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final

from cardio import citizen_number, mrz
from cardio.cccd import qr
from cardio.cccd.provenance import Source
from cardio.citizen_number import CitizenNumber
from cardio.errors import CardError
from desktop_app.reception.intake import understand
from desktop_app.reception.scanner_line import ScannerLine
from tests.fuzz.target import Target
from tests.support import virtual_documents

_TODAY: Final = date(2026, 3, 2)
_TD1: Final = ((5, 14, 14), (30, 36, 36), (38, 44, 44))
_TD3: Final = ((44, 53, 53), (57, 63, 63), (65, 71, 71), (72, 86, 86))


def _mrz(data: bytes) -> None:
    text = data[1:].decode("latin-1")
    zone = mrz.read(_right(text) if data[:1] < b"\x80" else text)
    citizen = citizen_number.of_zone(zone)
    if citizen is not None:
        citizen.check_zone(zone)
    mrz.read(mrz.write(zone))


def _right(text: str) -> str:
    """The text with the check digits of its fields, and the composite one, made right."""
    characters = list("".join(text.split()).upper())
    fields, composite = (_TD1, 59) if len(characters) == 90 else (_TD3, 87)
    if len(characters) not in {90, 88}:
        return text
    for start, end, at in fields:
        characters[at] = mrz.check_digit("".join(characters[start:end]))
    whole = "".join(characters)
    td1 = whole[5:30] + whole[30:37] + whole[38:45] + whole[48:59]
    td3 = whole[44:54] + whole[57:64] + whole[65:87]
    characters[composite] = mrz.check_digit(td1 if composite == 59 else td3)
    return "".join(characters)


def _entry(data: bytes) -> None:
    """What a scanner's port brings, line by line, or what a clerk types, as the counter takes it."""
    source = Source.WEDGE_SCANNER if data[:1] < b"\x40" else Source.SERIAL_SCANNER
    line = ScannerLine()
    for text in (*line.feed(data[1:20]), *line.feed(data[20:] + b"\r"), data[1:].decode("utf-8", "replace")):
        with suppress(CardError):
            understand(text, source, _TODAY)


def _number(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    with suppress(CardError):
        understand(text, Source.TYPED, _TODAY)
    citizen = CitizenNumber(text)
    _ = citizen.sex, citizen.birth_year, citizen.can, citizen.document_number
    citizen.check(virtual_documents.PERSON.birth)


def _qr(data: bytes) -> None:
    source = Source.WEDGE_SCANNER if data[:1] < b"\x40" else Source.SERIAL_SCANNER
    qr.read(data[1:].decode("utf-8", "replace"), source)


def _zones() -> list[bytes]:
    person = virtual_documents.PERSON
    return [b"\x00" + mrz.write(person.zone(size)).encode() for size in mrz.Format]


_CODES: Final = (
    "046199012345|191234567|Trần Thị Bích|17051999|Nữ|Huế|01062024",
    "046085054321||Lê Văn An|02011985|Nam|Huế|01062024|A|B|C",
)

TARGETS: Final[dict[str, Target]] = {
    "mrz": Target(_mrz, (CardError,), _zones, ("cardio.mrz",), 128),
    "entry": Target(
        _entry,
        (),
        lambda: [
            *_zones(),
            *(b"\xff" + code.encode() for code in _CODES),
            b"\x00046199012345",
            b"\xff012345",
        ],
        ("desktop_app.reception.intake", "desktop_app.reception.scanner_line", "cardio.mrz"),
        256,
    ),
    "citizen_number": Target(
        _number,
        (CardError,),
        lambda: [virtual_documents.PERSON.number.encode()],
        ("cardio.citizen_number", "desktop_app.reception.intake"),
        32,
    ),
    "qr": Target(
        _qr,
        (CardError,),
        lambda: [lead + code.encode() for code in _CODES for lead in (b"\x00", b"\xff")],
        ("cardio.cccd.qr", "cardio.citizen_number"),
        256,
    ),
}
