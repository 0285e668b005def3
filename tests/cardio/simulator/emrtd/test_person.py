"""A virtual person's zone and fields follow from the number."""

from __future__ import annotations

import dataclasses

from cardio.cccd.dg13 import Field
from cardio.mrz import Format
from tests.support.virtual_documents import OTHER, PERSON


def test_the_zone_of_card_and_passport() -> None:
    card, passport = PERSON.zone(Format.TD1), PERSON.zone(Format.TD3)
    assert (card.document_number, card.optional) == ("199012345", PERSON.number)
    assert passport.document_number == PERSON.passport_number
    assert (card.sex, OTHER.zone(Format.TD1).sex) == ("F", "M")


def test_a_foreigner_has_no_citizen_number() -> None:
    zone = dataclasses.replace(PERSON, state="FRA").zone(Format.TD3)
    assert (zone.issuer, zone.nationality, zone.optional) == ("FRA", "FRA", "")


def test_the_fields() -> None:
    assert PERSON.fields()[Field.SEX] == ("Nữ",)
    assert PERSON.fields()[Field.NUMBER] == (PERSON.number,)
    assert PERSON.number not in repr(PERSON)
