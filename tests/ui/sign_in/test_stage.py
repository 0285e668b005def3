"""Where a person stands, from what the readers say."""

import pytest

from cardio.readers import Condition, ReaderState
from ui.sign_in.stage import (
    STEPS,
    Stage,
    mute_reader,
    places_with_card,
    staff_readers,
    stage_without_card,
)


def reader(name: str, condition: Condition = Condition.EMPTY, *, contactless: bool = False) -> ReaderState:
    return ReaderState(name, b"\x3b" if condition is Condition.CARD else None, condition, contactless)


def test_readers_of_other_roles_are_left_alone() -> None:
    roles = {"kiosk": "attendance", "counter": "citizen", "mine": "staff"}
    names = [each.name for each in staff_readers(map(reader, ("kiosk", "counter", "mine", "new")), roles)]
    assert names == ["mine", "new"]


def test_the_slot_comes_before_the_antenna() -> None:
    both = [reader("antenna", contactless=True), reader("slot")]
    assert [each.name for each in staff_readers(both, {})] == ["slot", "antenna"]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Condition.CARD, ["r"]),
        (Condition.HELD, ["r"]),
        (Condition.EMPTY, []),
        (Condition.NOT_ANSWERING, []),
    ],
)
def test_a_card_in_use_elsewhere_is_a_card_too(condition: Condition, found: list[str]) -> None:
    assert places_with_card([reader("r", condition)], ()) == found
    assert places_with_card([reader("r", condition)], ("z", "a")) == [*found, "a", "z"]


def test_what_is_missing_is_named() -> None:
    assert stage_without_card([], service=False) is Stage.NO_SERVICE
    assert stage_without_card([], service=True) is Stage.NO_READER
    assert stage_without_card([reader("r")], service=True) is Stage.NO_CARD


def test_a_silent_reader_is_noticed() -> None:
    assert mute_reader([reader("r", Condition.NOT_ANSWERING)])
    assert not mute_reader([reader("r")])


def test_every_stage_has_its_step() -> None:
    assert set(STEPS) == set(Stage)
    assert STEPS[Stage.DONE] == 3
