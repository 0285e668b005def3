"""Machine-readable zones: the specimens of Doc 9303, and every wrong check digit named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio import mrz
from cardio.document_errors import MrzInvalid
from cardio.mrz import Format
from tests.support.virtual_documents import PERSON

# Doc 9303-5, appendix A and Doc 9303-4, appendix A.
TD1 = """
I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<
"""
TD3 = """
P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
"""


def test_the_specimen_of_a_card() -> None:
    zone = mrz.read(TD1)
    assert (zone.format, zone.document_code, zone.issuer) == (Format.TD1, "I", "UTO")
    assert (zone.document_number, zone.birth, zone.sex, zone.expiry) == ("D23145890", "740812", "F", "120415")
    assert (zone.surname, zone.given_names, zone.nationality) == ("ERIKSSON", "ANNA MARIA", "UTO")


def test_the_specimen_of_a_passport() -> None:
    zone = mrz.read(TD3.lower())
    assert (zone.format, zone.document_number, zone.optional) == (Format.TD3, "L898902C3", "ZE184226B")
    assert (zone.surname, zone.given_names) == ("ERIKSSON", "ANNA MARIA")


@pytest.mark.parametrize("text", [TD1, TD3])
def test_written_as_it_was_read(text: str) -> None:
    assert mrz.write(mrz.read(text)) == "".join(text.split())


@pytest.mark.parametrize("size", list(Format))
def test_a_citizen(size: Format) -> None:
    zone = PERSON.zone(size)
    assert mrz.read(mrz.write(zone)) == zone


def test_a_number_longer_than_its_field() -> None:
    zone = mrz.read(
        "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2" + "STEVENSON<<PETER".ljust(30, "<")
    )
    assert zone.document_number == "D23145890734"


@pytest.mark.parametrize(
    ("text", "at", "field"),
    [
        (TD1, 14, "document_number"),
        (TD1, 36, "birth"),
        (TD1, 44, "expiry"),
        (TD1, 59, "composite"),
        (TD3, 53, "document_number"),
        (TD3, 63, "birth"),
        (TD3, 71, "expiry"),
        (TD3, 86, "optional"),
        (TD3, 87, "composite"),
    ],
)
def test_a_wrong_check_digit_is_named(text: str, at: int, field: str) -> None:
    zone = "".join(text.split())
    wrong = zone[:at] + ("9" if zone[at] != "9" else "8") + zone[at + 1 :]
    with pytest.raises(MrzInvalid) as refusal:
        mrz.read(wrong)
    assert refusal.value.field == field


@pytest.mark.parametrize(("text", "field"), [("", "length"), ("A" * 89, "length"), ("Ă" * 88, "characters")])
def test_what_is_no_zone(text: str, field: str) -> None:
    with pytest.raises(MrzInvalid) as refusal:
        mrz.read(text)
    assert refusal.value.field == field


@given(st.text(alphabet="0123456789ABCXYZ<", min_size=88, max_size=90))
def test_nothing_else_is_raised(text: str) -> None:
    try:
        zone = mrz.read(text)
    except MrzInvalid:
        return
    assert zone.birth.isalnum()
