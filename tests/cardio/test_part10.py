"""The bytes of PC/SC part 10: features, properties, and the two structures, each by its offsets."""

from __future__ import annotations

import pytest

from cardio import part10
from cardio.part10 import Pad

VERIFY = bytes.fromhex("00200080 08 FFFFFFFFFFFFFFFF")
CHANGE = bytes.fromhex("00240080 10 FFFFFFFFFFFFFFFF FFFFFFFFFFFFFFFF")


def test_the_structure_of_an_entry() -> None:
    """Offsets of part 10, 2.5.2: a PIN of 6 to 8 ASCII digits into a block of 8, left, ended by a key."""
    structure = part10.verify_structure(Pad(1, 2), VERIFY, 6, 8)
    assert structure.hex(" ").upper() == (
        "1E 00 "  # 30 seconds; the reader's own for the next digit
        "82 08 00 "  # bytes, left, ASCII; a block of eight; no length put in
        "08 06 "  # wPINMaxExtraDigit: most 8, least 6, little-endian
        "02 FF 09 04 00 "  # by the key; default message in English, the first
        "00 00 00 "
        "0D 00 00 00 "  # ulDataLength
        "00 20 00 80 08 FF FF FF FF FF FF FF FF"
    )


def test_the_structure_of_a_change() -> None:
    """Offsets of 2.5.3: old PIN at 0, new PIN at 8, typed twice."""
    structure = part10.modify_structure(Pad(1, 2), CHANGE, 6, 8)
    assert structure.hex(" ").upper() == (
        "1E 00 82 08 00 "
        "00 08 "  # where the old PIN and the new one go
        "08 06 "
        "03 02 03 09 04 00 01 02 "  # confirmed, current first; by the key; three messages
        "00 00 00 "
        "15 00 00 00 "
        "00 24 00 80 10 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF"
    )


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("0604 42000DB2 0704 42000DB3", {6: 0x42000DB2, 7: 0x42000DB3}),
        ("0604 42000DB2 07", {6: 0x42000DB2}),
        ("0604", {6: 0}),
        ("", {}),
    ],
)
def test_features(answer: str, codes: dict[int, int]) -> None:
    assert part10.features(bytes.fromhex(answer)) == codes


def test_properties_are_little_endian() -> None:
    told = part10.properties(bytes.fromhex("0201 07 0601 04 0701 0C 0A04 00000100"))
    assert told == {2: 7, 6: 4, 7: 12, 10: 65536}


@pytest.mark.parametrize(
    ("codes", "told", "pad"),
    [
        ({}, {}, None),
        ({7: 2}, {}, None),
        ({6: 1}, {}, Pad(1, None)),
        ({6: 1, 7: 2}, {2: 7, 6: 4, 7: 12}, Pad(1, 2, 2, 4, 12)),
        ({6: 1, 7: 2}, {2: 1}, Pad(1, 2, 1)),  # a reader that ends an entry by its length only
    ],
)
def test_pads(codes: dict[int, int], told: dict[int, int], pad: Pad | None) -> None:
    assert part10.pad_of(codes, told) == pad


def test_a_pad_for_shorter_pins_only_is_not_used() -> None:
    assert Pad(1, 2, 2, 4, 12).takes(6, 8)
    assert not Pad(1, 2, 2, 4, 6).takes(6, 8)
    assert not Pad(1, 2, 2, 8, 12).takes(6, 8)
