"""DG1: the zone in the chip, and whether it is the typed one."""

from __future__ import annotations

import pytest

from cardio.emrtd import dg1
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.errors import ProtocolViolation
from cardio.mrz import Format
from tests.support.virtual_documents import PERSON


@pytest.mark.parametrize("size", list(Format))
def test_both_ways(size: Format) -> None:
    zone = PERSON.zone(size)
    assert dg1.read(dg1.write(zone)) == zone


@pytest.mark.parametrize(
    "data", [b"", b"\x61\x00", bytes.fromhex("61045f1f0141"), bytes.fromhex("61045f1f01ff")]
)
def test_what_is_none(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        dg1.read(data)


def test_agreement_with_what_was_typed() -> None:
    zone = PERSON.zone(Format.TD3)
    assert dg1.agrees(zone, MrzKey("c1234567<", "990517", "390517"))
    assert not dg1.agrees(zone, MrzKey("C1234568", "990517", "390517"))
    assert not dg1.agrees(zone, MrzKey("C1234567", "990518", "390517"))
    assert dg1.agrees(zone, Can("123456")), "a CAN says nothing about a passport's zone"
