"""No reader, a held card, a hanging driver, a driver that is missing."""

import pytest

from cardio.readers import Condition, ReaderState
from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.readers import examine_driver, examine_readers


def state(condition: Condition, name: str = "R1") -> ReaderState:
    return ReaderState(name, None, condition)


@pytest.mark.parametrize(
    ("condition", "cause"),
    [
        (Condition.EMPTY, "reader_present"),
        (Condition.CARD, "reader_present"),
        (Condition.HELD, "card_held_elsewhere"),
    ],
)
def test_each_reader_is_told(condition: Condition, cause: str) -> None:
    (found,) = examine_readers([state(condition)], service=True)
    assert (found.cause, found.subject) == (cause, "R1")


def test_no_reader() -> None:
    (found,) = examine_readers([], service=True)
    assert (found.cause, found.verdict) == ("no_reader", Verdict.BAD)
    (found,) = examine_readers([], service=False)
    assert (found.cause, found.verdict) == ("no_service", Verdict.UNKNOWN)


@pytest.mark.parametrize("service", [True, False])
def test_a_remote_desktop_without_readers_says_so(service: bool) -> None:
    (found,) = examine_readers([], service=service, remote=True)
    assert (found.cause, found.verdict) == ("no_reader_remote", Verdict.BAD)
    (found,) = examine_readers([state(Condition.CARD)], service=True, remote=True)
    assert found.cause == "reader_present", "handed on"


def test_a_driver_that_hangs_is_named_by_its_reader() -> None:
    states = [state(Condition.NOT_ANSWERING), state(Condition.CARD, "R2")]
    (found,) = examine_driver(states, service=True, plugged_in=2)
    assert (found.cause, found.subject, found.verdict) == ("reader_not_answering", "R1", Verdict.BAD)
    (found,) = examine_driver(states[1:], service=True, plugged_in=2)
    assert found.verdict is Verdict.GOOD


@pytest.mark.parametrize(
    ("service", "plugged_in", "cause"),
    [
        (True, 1, "driver_missing"),
        (True, 0, "no_reader"),
        (True, None, "driver_unknown"),
        (False, 1, "no_service"),
        (False, None, "driver_unknown"),
    ],
)
def test_a_reader_without_a_driver(service: bool, plugged_in: int | None, cause: str) -> None:
    (found,) = examine_driver([], service=service, plugged_in=plugged_in)
    assert found.cause == cause
