"""The selected application: any object by its tag."""

from __future__ import annotations

import pytest

from cardio.errors import ApduError, ObjectMissing, UnknownCard
from cardio.piv import objects
from cardio.piv.application import Application
from tests.support.apdu_script import AnsweringCard, ApduScript


def test_a_tag_is_asked_for_in_its_own_length() -> None:
    script = ApduScript([("00CB3FFF035C017E00", "7E03" + "4F0101" + "9000")])
    assert Application(script).object(objects.DISCOVERY) == bytes.fromhex("4F0101")


def test_an_empty_object_is_a_missing_one() -> None:
    with pytest.raises(ObjectMissing) as refusal:
        Application(AnsweringCard("53009000")).object(objects.CCC)
    assert refusal.value.tag == objects.CCC


@pytest.mark.parametrize("answer", ["6A82", "6A88", "6A80", "6A83", "9000"])
def test_a_missing_object_is_told_in_many_ways(answer: str) -> None:
    with pytest.raises(ObjectMissing):
        Application(AnsweringCard(answer)).object(objects.CCC)


def test_a_card_that_knows_its_application_by_the_full_name_only() -> None:
    short, full = "00A4040009A0000003080000100000", "00A404000BA00000030800001000010000"
    script = ApduScript([(short, "6A82"), (full, "9000")])
    Application.select(script)
    assert script.left == []


@pytest.mark.parametrize(("sw", "error"), [("6A82", UnknownCard), ("6581", ApduError)])
def test_selection_fails_by_its_reason(sw: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        Application.select(AnsweringCard(sw))
