"""Each field with its provenance; entry and chip side by side where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardio.cccd.provenance import Source
from cardio.document_errors import DataGroupAltered, DataGroupUnsigned, OtherPerson
from cardio.emrtd.verdict import Proof, Verdict
from cardio.errors import CardError
from desktop_app.reception import chip, identity
from desktop_app.reception.fields import Field, Line, Provenance, Text
from desktop_app.reception.intake import understand
from tests.support.virtual_documents import document

TODAY = date(2026, 3, 2)
QR = "046199012345|191234567|TRẦN  THỊ BÍCH|17051999|Nữ|Phường Thuận Hóa,  Thành phố Huế|01062024"
READ = chip.read(document().groups, TODAY)
ALL = frozenset(Proof)


def verdict(*faults: CardError, proved: frozenset[Proof] = ALL) -> Verdict:
    """A verdict of a citizen card."""
    return Verdict("pace", proved, faults=faults)


def lines(
    text: str = QR, found: Verdict | None = None, source: Source = Source.SERIAL_SCANNER
) -> dict[Field, Line]:
    """The lines by field."""
    made = identity.lines(understand(text, source, TODAY), READ, found)
    return {line.field: line for line in made}


def test_the_entry_alone_until_the_chip_answers() -> None:
    made = identity.lines(understand(QR, Source.SERIAL_SCANNER, TODAY), chip.ChipFields(), None)
    assert {line.value.provenance for line in made} == {Provenance.QR}
    assert [line.field for line in made] == [one for one in Field if one in {line.field for line in made}]


def test_nothing_at_all() -> None:
    assert identity.lines(None, chip.ChipFields(), None) == ()


def test_the_chip_counts_and_the_same_words_do_not_contradict() -> None:
    made = lines(found=verdict())
    assert made[Field.NAME].value.text == "Trần Thị Bích"
    assert made[Field.OLD_NUMBER].value.provenance is Provenance.QR, "the chip does not know it"
    assert not any(line.contradicting for line in made.values())


def test_what_differs_stands_beside_it() -> None:
    made = lines(QR.replace("Thuận Hóa", "Vỹ Dạ"), verdict())
    line = made[Field.RESIDENCE]
    assert line.value.provenance is Provenance.VERIFIED
    assert [(text.text, text.provenance) for text in line.contradicting] == [
        ("Phường Vỹ Dạ,  Thành phố Huế", Provenance.QR)
    ]


def test_a_name_without_marks_contradicts_nobody() -> None:
    zone_only = chip.read({1: document().groups[1]}, TODAY)
    made = identity.lines(understand(QR, Source.SERIAL_SCANNER, TODAY), zone_only, None)
    assert not any(line.contradicting for line in made)


@pytest.mark.parametrize(
    ("entered", "contradicts"),
    [
        ("TRAN THI BICH", False),
        ("Tran Thi Bich", False),
        ("Trần Thị Bích", False),
        ("Trần Thi Bích", True),
        ("TRAN THI BINH", True),
        ("TRAN THI", True),
    ],
)
def test_a_name_as_a_zone_writes_it_contradicts_only_another(entered: str, contradicts: bool) -> None:
    entry = replace(
        understand(QR, Source.SERIAL_SCANNER, TODAY), texts={Field.NAME: Text(entered, Provenance.QR)}
    )
    made = {line.field: line for line in identity.lines(entry, READ, verdict())}
    assert bool(made[Field.NAME].contradicting) is contradicts


def test_a_zone_too_short_for_a_name_cuts_it_off() -> None:
    long = "Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên"
    assert identity._same_name(long, "CONG TANG TON NU HOANG THI PHU")
    assert not identity._same_name(long, "CONG TANG TON NU HOANG THI PHX")


def test_provenance_follows_the_verdict() -> None:
    signed = verdict(proved=ALL - {Proof.ISSUER})
    for found, expected in (
        (None, Provenance.CHIP),
        (signed, Provenance.CHIP),
        (verdict(), Provenance.VERIFIED),
        (verdict(DataGroupUnsigned(11)), Provenance.CHIP),
        (verdict(OtherPerson()), Provenance.REFUSED),
        (verdict(DataGroupAltered(13)), Provenance.REFUSED),
        (verdict(DataGroupAltered(2)), Provenance.CHIP),
        (verdict(DataGroupAltered(2), OtherPerson()), Provenance.REFUSED),
    ):
        assert identity.provenance_of(13, found) is expected


def test_a_reading_that_no_honest_chip_gives() -> None:
    made = identity.lines(None, READ, None, distrusted=True)
    assert {line.value.provenance for line in made} == {Provenance.REFUSED}


def test_an_altered_group_gives_way_to_one_that_is_signed() -> None:
    made = lines(found=verdict(DataGroupAltered(13)))
    assert made[Field.NAME].value.text == "TRAN THI BICH"
    assert made[Field.NAME].value.provenance is Provenance.CHIP
    assert made[Field.RESIDENCE].value.provenance is Provenance.QR, "what was entered is not pushed aside"
    alone = {line.field: line for line in identity.lines(None, READ, verdict(DataGroupAltered(13)))}
    assert alone[Field.RESIDENCE].value.provenance is Provenance.REFUSED, "nobody else knows it"
