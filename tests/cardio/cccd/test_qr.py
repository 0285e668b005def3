"""The printed code: six to many fields, cross-checked, and letters never taken from a wedge scanner."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio.cccd import qr
from cardio.cccd.provenance import Source
from cardio.citizen_number import Sex
from cardio.document_errors import NumberInvalid, QrInvalid

SERIAL, WEDGE = Source.SERIAL_SCANNER, Source.WEDGE_SCANNER
CODE = "046199012345|191234567|Trần Thị Bích|17051999|Nữ|Thuận Hóa, Huế|01062024"


def test_the_whole_code_from_a_serial_scanner() -> None:
    found = qr.read(CODE, SERIAL)
    assert (found.number.digits, found.old_number) == ("046199012345", "191234567")
    assert (found.name, found.address) == ("Trần Thị Bích", "Thuận Hóa, Huế")
    assert (found.birth, found.sex, found.issued) == (date(1999, 5, 17), Sex.FEMALE, date(2024, 6, 1))


def test_a_wedge_gives_digits_and_dates_only() -> None:
    damaged = CODE.replace("Trần Thị Bích", "Tran Thij Bisch").replace("Nữ", "Nuwx")
    found = qr.read(damaged, WEDGE)
    assert (found.name, found.address, found.further) == (None, None, ())
    assert (found.number.digits, found.birth, found.sex) == ("046199012345", date(1999, 5, 17), Sex.FEMALE)
    assert found.issued == date(2024, 6, 1)


def test_six_fields_and_many() -> None:
    assert qr.read(CODE.rpartition("|")[0], SERIAL).issued is None
    assert qr.read(CODE + "|Cha|Mẹ||", SERIAL).further == ("Cha", "Mẹ", "", "")
    assert qr.read(CODE.replace("191234567", ""), SERIAL).old_number is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("|Thuận Hóa, Huế|01062024", "", "fields"),
        ("046199012345", "04619901234", "number"),
        ("17051999", "31021999", "birth"),
        ("17051999", "1705199", "birth"),
        ("01062024", "00002024", "issued"),
        ("Nữ", "?", "sex"),
        ("Bích", "B\ufffdch", "encoding"),
    ],
)
def test_what_cannot_be_right_is_named(old: str, new: str, field: str) -> None:
    with pytest.raises(QrInvalid) as refusal:
        qr.read(CODE.replace(old, new), SERIAL)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("17051999", "17051998", "birth"), ("17051999", "17052099", "century"), ("Nữ", "Nam", "sex")],
)
def test_contradictions_with_the_number(old: str, new: str, field: str) -> None:
    with pytest.raises(NumberInvalid) as refusal:
        qr.read(CODE.replace(old, new), SERIAL)
    assert refusal.value.field == field


@given(st.text(alphabet="0123456789|NamỮữ ", max_size=90), st.sampled_from([SERIAL, WEDGE]))
def test_nothing_else_is_raised(text: str, source: Source) -> None:
    try:
        found = qr.read(text, source)
    except (QrInvalid, NumberInvalid):
        return
    assert found.source is source


def test_no_person_in_a_repr() -> None:
    shown = repr(qr.read(CODE, SERIAL))
    assert not any(part in shown for part in ("046199012345", "191234567", "Trần", "Thuận", "1999"))
