"""The citizen's reader by role, else the one that nobody claims."""

from __future__ import annotations

from cardio.readers import Condition, ReaderState
from desktop_app.reception.reader_choice import citizen_reader


def reader(name: str, condition: Condition = Condition.EMPTY) -> ReaderState:
    """A reader in a condition."""
    return ReaderState(name, None, condition)


def name(states: list[ReaderState], roles: dict[str, str], clerks: str | None = None) -> str | None:
    """The name of the reader chosen."""
    chosen = citizen_reader(states, roles, clerks)
    return chosen.name if chosen else None


def test_the_role_decides() -> None:
    states = [reader("a", Condition.CARD), reader("b"), reader("c")]
    assert name(states, {"b": "citizen", "a": "staff"}) == "b"
    assert name(states, {"b": "citizen"}, clerks="b") == "b", "the settings know better"


def test_without_a_role_the_one_that_nobody_claims() -> None:
    states = [reader("a", Condition.CARD), reader("b"), reader("k")]
    assert name(states, {"k": "attendance"}, clerks="a") == "b"
    assert name([reader("a")], {}, clerks="a") is None
    assert name([reader("k")], {"k": "attendance"}) is None
    assert name([], {}) is None


def test_of_several_the_one_with_a_card() -> None:
    states = [reader("a"), reader("b", Condition.HELD), reader("c")]
    assert name(states, dict.fromkeys("abc", "citizen")) == "b"
    assert name(states, {}) == "b"
