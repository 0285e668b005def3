"""Encodings of ISO 7816-4, 5.2, case by case."""

from __future__ import annotations

import pytest

from cardio.apdu import Command

CASES = [
    (Command(0x20, 0x00, 0x80), ["00200080"], "0020008000"),
    (Command(0xCB, 0x3F, 0xFF, le=256), ["00CB3FFF00"], "00CB3FFF000100"),
    (Command(0xCB, 0x3F, 0xFF, le=65536), ["00CB3FFF00"], "00CB3FFF000000"),
    (Command(0x20, 0x00, 0x80, b"\x31\x32"), ["00200080023132"], "002000800000023132"),
    (Command(0xA4, 0x04, 0x00, b"\xa0", 256), ["00A4040001A000"], "00A40400000001A00100"),
    (Command(0xCB, 0x3F, 0xFF, b"\x5c", 10), ["00CB3FFF015C0A"], "00CB3FFF0000015C000A"),
]


@pytest.mark.parametrize(("command", "short", "extended"), CASES)
def test_encodings(command: Command, short: list[str], extended: str) -> None:
    assert [frame.hex().upper() for frame in command.short()] == short
    if command.data or command.le is not None:
        assert command.extended().hex().upper() == extended


def test_long_data_is_chained() -> None:
    data = bytes(range(256)) + b"\x00\x01"
    first, last = Command(0x87, 0x07, 0x9A, data, 256).short()
    assert first == b"\x10\x87\x07\x9a\xff" + data[:255]
    assert last == b"\x00\x87\x07\x9a\x03" + data[255:] + b"\x00"


def test_what_fits_short() -> None:
    assert Command(0x87, data=bytes(255), le=256).fits_short
    assert not Command(0x87, data=bytes(256)).fits_short
    assert not Command(0xCB, le=257).fits_short


def test_data_is_not_shown() -> None:
    assert "123456" not in repr(Command(0x20, 0, 0x80, b"123456"))
