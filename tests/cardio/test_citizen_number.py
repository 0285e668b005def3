"""The citizen's number: its parts, and what contradicts it."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from cardio.citizen_number import CitizenNumber, Sex, of_zone
from cardio.document_errors import NumberInvalid
from cardio.mrz import Format
from tests.support.virtual_documents import PERSON


@pytest.mark.parametrize(
    ("digits", "year", "sex"),
    [
        ("046085054321", 1985, Sex.MALE),
        ("046199012345", 1999, Sex.FEMALE),
        ("001203000001", 2003, Sex.MALE),
        ("001315000001", 2015, Sex.FEMALE),
        ("001907000001", 2307, Sex.FEMALE),
    ],
)
def test_year_and_sex(digits: str, year: int, sex: Sex) -> None:
    found = CitizenNumber(digits)
    assert (found.birth_year, found.sex, found.province) == (year, sex, digits[:3])


def test_what_the_card_and_its_zone_repeat_of_it() -> None:
    found = CitizenNumber("046199012345")
    assert (found.can, found.document_number) == ("012345", "199012345")


@pytest.mark.parametrize(
    ("digits", "field"),
    [
        ("04619901234", "length"),
        ("04619901234x", "characters"),
        ("٠٤٦١٩٩٠١٢٣٤٥", "characters"),
        ("000199012345", "province"),
    ],
)
def test_what_is_no_number(digits: str, field: str) -> None:
    with pytest.raises(NumberInvalid) as refusal:
        CitizenNumber(digits)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("birth", "sex", "field"),
    [
        (date(1998, 5, 17), None, "birth"),
        (date(2099, 5, 17), None, "century"),
        (date(1999, 5, 17), Sex.MALE, "sex"),
        (None, Sex.MALE, "sex"),
    ],
)
def test_contradictions_are_named(birth: date | None, sex: Sex | None, field: str) -> None:
    with pytest.raises(NumberInvalid) as refusal:
        PERSON.citizen.check(birth, sex)
    assert refusal.value.field == field


def test_agreement() -> None:
    PERSON.citizen.check(PERSON.birth, Sex.FEMALE)
    PERSON.citizen.check_zone(PERSON.zone(Format.TD1))
    with pytest.raises(NumberInvalid, match="birth"):
        CitizenNumber("046198012345").check_zone(PERSON.zone(Format.TD1))
    with pytest.raises(NumberInvalid, match="sex"):
        CitizenNumber("046099012345").check_zone(PERSON.zone(Format.TD1))


def test_a_zone_that_does_not_know_the_birth_agrees_with_no_number() -> None:
    with pytest.raises(NumberInvalid, match="birth"):  # found by fuzzing: fillers are no number
        PERSON.citizen.check_zone(dataclasses.replace(PERSON.zone(Format.TD1), birth="<<<<<<"))


def test_the_number_in_a_zone() -> None:
    assert of_zone(PERSON.zone(Format.TD1)) == PERSON.citizen
    assert of_zone(dataclasses.replace(PERSON.zone(Format.TD1), issuer="UTO")) is None
    assert PERSON.number not in repr(PERSON.citizen)
