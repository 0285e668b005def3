"""What opens a chip: Doc 9303-11, D.2, and keys that cannot be any."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio import mrz
from cardio.document_errors import MrzInvalid
from cardio.emrtd import dg1
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.symmetric import Suite
from cardio.mrz import Format
from tests.support import icao_examples as icao
from tests.support.virtual_documents import PERSON


def test_d2_information_and_seed() -> None:
    assert icao.BAC_KEY.information == b"L898902C<369080619406236"
    assert icao.BAC_KEY.seed.hex().upper() == "239AB9CB282DAF66231DC5A4DF6BFBAE"
    assert MrzKey("D23145890734", "340712", "950712").information == b"D23145890734934071279507122"


def test_g1_password_key() -> None:
    assert icao.PACE_KEY.pace_key(Suite.AES128).hex().upper() == "89DED1B26624EC1E634C1989302849DD"


def test_fillers_and_case_do_not_matter() -> None:
    assert MrzKey("l898902c", "690806", "940623").information == icao.BAC_KEY.information


def test_references() -> None:
    assert (Can("123456").reference, Can("123456").kind) == (2, "can")
    assert (icao.BAC_KEY.reference, icao.BAC_KEY.kind) == (1, "mrz")
    assert Can("123456").pace_key(Suite.AES256) != Can("123457").pace_key(Suite.AES256)


@pytest.mark.parametrize(
    ("digits", "field"),
    [("12345", "length"), ("1234567", "length"), ("12345a", "characters"), ("١٢٣٤٥٦", "characters")],
)
def test_what_is_no_can(digits: str, field: str) -> None:
    with pytest.raises(MrzInvalid) as refusal:
        Can(digits)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("", "690806", "940623"), "document_number"),
        (("L8-8", "690806", "940623"), "document_number"),
        (("L898902C", "69080", "940623"), "birth"),
        (("L898902C", "690806", "94O623"), "expiry"),
    ],
)
def test_what_is_no_zone_key(parts: tuple[str, str, str], field: str) -> None:
    with pytest.raises(MrzInvalid) as refusal:
        MrzKey(*parts)
    assert refusal.value.field == field


def test_never_in_a_repr() -> None:
    assert "123456" not in repr(Can("123456"))
    assert "L898902C" not in repr(icao.BAC_KEY)


def test_fillers_within_a_number_are_part_of_it() -> None:
    zone = replace(PERSON.zone(Format.TD3), document_number="AB<12<3C")
    read_back = mrz.read(mrz.write(zone))
    assert read_back.document_number == "AB 12 3C"
    assert MrzKey.of(read_back).information.startswith(b"AB<12<3C<")
    assert dg1.agrees(read_back, MrzKey("AB<12<3C", read_back.birth, read_back.expiry))
