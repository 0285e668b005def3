"""Codes, numbers and zones understood; what cannot be right refused by the part that is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardio import mrz
from cardio.cccd.provenance import Source
from cardio.document_errors import MrzInvalid, NumberInvalid, QrInvalid
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.mrz import Format
from desktop_app.reception.fields import Field, Provenance
from desktop_app.reception.intake import Entry, from_document, typed_day, understand
from tests.support.virtual_documents import PERSON

TODAY = date(2026, 3, 2)
QR = "046199012345|191234567|Trần Thị Bích|17051999|Nữ|Phường Thuận Hóa, Huế|01062024"
TD1, TD3 = mrz.write(PERSON.zone(Format.TD1)), mrz.write(PERSON.zone(Format.TD3))


def shown(entry: Entry) -> dict[Field, str]:
    """The texts alone."""
    return {name: text.text for name, text in entry.texts.items()}


def test_a_code_from_a_serial_scanner_fills_everything() -> None:
    entry = understand(QR, Source.SERIAL_SCANNER, TODAY)
    assert entry.key == Can("012345")
    assert shown(entry) == {
        Field.NUMBER: "046199012345",
        Field.NAME: "Trần Thị Bích",
        Field.BIRTH: "17/05/1999",
        Field.SEX: "F",
        Field.RESIDENCE: "Phường Thuận Hóa, Huế",
        Field.ISSUED: "01/06/2024",
        Field.OLD_NUMBER: "191234567",
    }
    assert {text.provenance for text in entry.texts.values()} == {Provenance.QR}


def test_of_a_wedge_only_digits_and_dates_are_taken() -> None:
    entry = understand(QR.replace("Trần", "Tràn"), Source.WEDGE_SCANNER, TODAY)
    assert set(entry.texts) == {Field.NUMBER, Field.BIRTH, Field.SEX, Field.ISSUED, Field.OLD_NUMBER}


@pytest.mark.parametrize("fields", [6, 7, 9, 30])
def test_codes_of_six_to_many_fields(fields: int) -> None:
    parts = (QR.split("|") + ["thêm"] * 30)[:fields]
    entry = understand("|".join(parts), Source.SERIAL_SCANNER, TODAY)
    assert entry.texts[Field.RESIDENCE].text.startswith("Phường")
    assert (Field.ISSUED in entry.texts) == (fields > 6)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("046199012345||Trần", "fields"),
        (QR.replace("046199012345", "04619901234"), "number"),
        (QR.replace("17051999", "31021999"), "birth"),
        (QR.replace("01062024", "99062024"), "issued"),
        (QR.replace("Nữ", "?"), "sex"),
        (QR.replace("Thị", "Th\ufffd"), "encoding"),
    ],
)
def test_a_wrong_code_is_refused_by_its_part(text: str, field: str) -> None:
    with pytest.raises(QrInvalid) as refusal:
        understand(text, Source.SERIAL_SCANNER, TODAY)
    assert refusal.value.field == field


def test_a_code_whose_dates_contradict_its_number() -> None:
    for old, new, field in (("17051999", "17052099", "century"), ("17051999", "17051998", "birth")):
        with pytest.raises(NumberInvalid) as refusal:
            understand(QR.replace(old, new), Source.SERIAL_SCANNER, TODAY)
        assert refusal.value.field == field


@pytest.mark.parametrize("text", ["046199012345", " 046 199 012 345 ", "046.199.012.345"])
def test_the_number_alone(text: str) -> None:
    entry = understand(text, Source.TYPED, TODAY)
    assert (entry.key, shown(entry)) == (Can("012345"), {Field.NUMBER: "046199012345", Field.SEX: "F"})
    assert entry.texts[Field.NUMBER].provenance is Provenance.TYPED
    assert understand(text, Source.WEDGE_SCANNER, TODAY).texts[Field.NUMBER].provenance is Provenance.QR


def test_six_digits_open_a_chip_and_say_nothing() -> None:
    entry = understand("012345", Source.TYPED, TODAY)
    assert (entry.key, entry.texts) == (Can("012345"), {})


@pytest.mark.parametrize("text", ["1", "0461990123", "0461990123456"])
def test_numbers_of_another_length(text: str) -> None:
    with pytest.raises(NumberInvalid) as refusal:
        understand(text, Source.TYPED, TODAY)
    assert refusal.value.field == "length"


def test_the_zone_of_a_card_in_three_lines() -> None:
    entry = understand("\n".join((TD1[:30], TD1[30:60], TD1[60:])), Source.TYPED, TODAY)
    assert entry.key == MrzKey("199012345", "990517", "390517")
    found = shown(entry)
    assert Field.DOCUMENT not in found, "the number of a citizen card says more"
    assert (found[Field.NUMBER], found[Field.BIRTH], found[Field.EXPIRY]) == (
        "046199012345",
        "17/05/1999",
        "17/05/2039",
    )


def test_the_zone_of_a_passport_in_two_lines() -> None:
    entry = understand(f"{TD3[:44]}\r\n{TD3[44:]}".lower(), Source.SERIAL_SCANNER, TODAY)
    found = shown(entry)
    assert (found[Field.DOCUMENT], found[Field.NAME], found[Field.NATIONALITY]) == (
        "C1234567",
        "TRAN THI BICH",
        "VNM",
    )
    assert entry.texts[Field.NAME].provenance is Provenance.QR


@pytest.mark.parametrize(("at", "field"), [(44, "document_number"), (57, "birth"), (65, "expiry")])
def test_a_wrong_digit_of_the_zone_is_named(at: int, field: str) -> None:
    wrong = TD3[:at] + ("0" if TD3[at] != "0" else "1") + TD3[at + 1 :]
    with pytest.raises(MrzInvalid) as refusal:
        understand(wrong, Source.TYPED, TODAY)
    assert refusal.value.field == field


def test_a_zone_that_contradicts_its_own_number_is_named() -> None:
    """Every check digit is right: only the citizen number in it tells."""
    wrong_sex = TD1[:37] + "M" + TD1[38:]
    wrong_year = mrz.write(replace(PERSON.zone(Format.TD1), birth="980517"))
    for text, field in ((wrong_sex, "sex"), (wrong_year, "birth")):
        with pytest.raises(NumberInvalid) as refusal:
            understand(text, Source.TYPED, TODAY)
        assert refusal.value.field == field
    assert understand(wrong_sex, Source.WEDGE_SCANNER, TODAY).key == understand(TD1, Source.TYPED, TODAY).key
    with pytest.raises(NumberInvalid):
        understand(wrong_year, Source.WEDGE_SCANNER, TODAY)


def test_birth_years_are_not_in_the_future() -> None:
    zone = mrz.write(replace(PERSON.zone(Format.TD3), birth="300101", optional=""))
    assert understand(zone, Source.TYPED, TODAY).texts[Field.BIRTH].text == "01/01/1930"


def test_three_fields_of_a_passport() -> None:
    entry = from_document(" c1234567", date(1999, 5, 17), date(2039, 5, 17))
    assert entry.key == PERSON_KEY
    assert shown(entry)[Field.DOCUMENT] == "C1234567"
    with pytest.raises(MrzInvalid) as refusal:
        from_document("C-1", date(1999, 5, 17), date(2039, 5, 17))
    assert refusal.value.field == "document_number"


@pytest.mark.parametrize("text", ["17/05/1999", "17051999", " 17-05-1999 ", "17.05.1999"])
def test_days_as_they_are_typed(text: str) -> None:
    assert typed_day(text, "birth") == date(1999, 5, 17)


@pytest.mark.parametrize("text", ["", "17/5/99", "31/02/1999", "ngày"])
def test_days_that_are_none(text: str) -> None:
    with pytest.raises(MrzInvalid) as refusal:
        typed_day(text, "expiry")
    assert refusal.value.field == "expiry"


PERSON_KEY = MrzKey("C1234567", "990517", "390517")


def test_no_identity_in_a_repr() -> None:
    text = repr(understand(QR, Source.SERIAL_SCANNER, TODAY))
    assert not any(part in text for part in ("046199012345", "012345", "Bích", "1999"))


def test_of_a_zone_by_wedge_no_letters_are_taken_that_no_check_digit_covers() -> None:
    zone = mrz.write(PERSON.zone(Format.TD3))
    whole, wedge = (
        understand(zone, source, TODAY) for source in (Source.SERIAL_SCANNER, Source.WEDGE_SCANNER)
    )
    assert whole.key == wedge.key
    assert whole.texts.keys() - wedge.texts.keys() == {Field.NAME, Field.NATIONALITY, Field.SEX}
    assert Field.DOCUMENT in wedge.texts
