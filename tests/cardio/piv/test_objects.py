"""Numbers of the PIV data model against the standard's tables."""

from __future__ import annotations

from cardio.piv import objects
from cardio.piv.objects import Slot


def test_certificate_objects() -> None:
    assert {f"{slot:02X}": f"{slot.certificate_tag:06X}" for slot in Slot} == {
        "9A": "5FC105",
        "9C": "5FC10A",
        "9D": "5FC10B",
        "9E": "5FC101",
    }


def test_the_name_we_select_by_is_the_truncated_one() -> None:
    assert objects.FULL_AID.hex().upper() == "A000000308000010000100"
    assert objects.FULL_AID.startswith(objects.AID)
    assert len(objects.AID) == 9
