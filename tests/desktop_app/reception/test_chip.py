"""Data groups as fields: national letters before the zone's, private ones only on purpose."""

from __future__ import annotations

from datetime import date

import pytest

from cardio import tlv
from cardio.cccd import dg13
from cardio.cccd.dg13 import Field as ChipField
from cardio.emrtd import groups
from cardio.errors import ProtocolViolation
from cardio.simulator.emrtd import Profile
from desktop_app.reception import chip
from desktop_app.reception.fields import Field
from tests.support.virtual_documents import PERSON, document

TODAY = date(2026, 3, 2)


def texts(found: chip.ChipFields) -> dict[Field, tuple[str, int]]:
    """Text and group of each field's most telling group."""
    return {name: (texts[0].text, texts[0].group) for name, texts in found.texts.items()}


def test_a_citizen_card() -> None:
    found = texts(chip.read(document().groups, TODAY))
    assert found[Field.NAME] == ("Trần Thị Bích", 13)
    assert found[Field.SEX] == ("F", 13)
    assert found[Field.RESIDENCE] == (PERSON.residence, 13)
    assert found[Field.EXPIRY] == ("17/05/2039", 13)
    assert Field.DOCUMENT not in found


def test_the_zone_alone_at_first() -> None:
    found = texts(chip.read({1: document().groups[1]}, TODAY))
    assert found[Field.NAME] == ("TRAN THI BICH", 1)
    assert found[Field.BIRTH] == ("17/05/1999", 1)


def test_a_passport_with_details() -> None:
    held = dict(document(Profile.passport()).groups)
    held[11] = tlv.encode(
        groups.TAGS[11],
        tlv.encode(0x5F0E, "NGUYỄN<<VĂN AN".encode())
        + tlv.encode(0x5F2B, b"19990517")
        + tlv.encode(0x5F42, "5 LÊ LỢI<HUẾ".encode()),
    )
    held[12] = tlv.encode(groups.TAGS[12], tlv.encode(0x5F26, b"20240601"))
    found = texts(chip.read(held, TODAY))
    assert found[Field.DOCUMENT] == ("C1234567", 1)
    assert found[Field.NAME] == ("NGUYỄN VĂN AN", 11)
    assert found[Field.RESIDENCE] == ("5 LÊ LỢI HUẾ", 11)
    assert found[Field.ISSUED] == ("01/06/2024", 12)


def test_a_broken_group_is_named_and_the_rest_is_there() -> None:
    found = chip.read({1: document().groups[1], 13: b"\x6d\x00"}, TODAY)
    assert found.unreadable == (13,)
    assert Field.NAME in found.texts


def test_an_expiry_without_limit_is_kept_as_it_stands() -> None:
    held = {13: dg13.write({ChipField.EXPIRY: (dg13.UNLIMITED,)})}
    assert chip.read(held, TODAY).texts[Field.EXPIRY][0].text == dg13.UNLIMITED


def test_private_fields_only_on_purpose() -> None:
    held = document().groups
    shown = " ".join(text for text, _ in texts(chip.read(held, TODAY)).values())
    assert "Cha" not in shown
    assert chip.private_text(held, ChipField.PARENTS) == "Cha, Mẹ"
    assert chip.private_text(held, ChipField.SPOUSE) is None
    assert chip.private_text({}, ChipField.RELIGION) is None
    with pytest.raises(ValueError, match=str(int(ChipField.NAME))):
        chip.private_text(held, ChipField.NAME)
    with pytest.raises(ProtocolViolation):
        chip.private_text({13: b"\x6d\x00"}, ChipField.RELIGION)
