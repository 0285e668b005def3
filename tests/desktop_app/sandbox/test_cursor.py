"""Cursors: what was sealed comes back, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.sandbox.cursor import CursorInvalid, Cursors, Position

CURSORS = Cursors(b"k" * 32)
POSITION = Position("o-handler", "e-1", 7, 3, caught_up=True)


@given(st.text(max_size=40), st.integers(0, 2**62), st.integers(0, 2**62), st.booleans())
def test_a_position_comes_back(person: str, seq: int, began: int, caught_up: bool) -> None:
    position = Position(person, "e", seq, began, caught_up)
    assert CURSORS.open(CURSORS.seal(position)) == position


def test_two_cursors_for_one_place_look_different() -> None:
    assert CURSORS.seal(POSITION) != CURSORS.seal(POSITION)


@given(st.text(max_size=600))
def test_nonsense_is_no_cursor(text: str) -> None:
    with pytest.raises(CursorInvalid):
        CURSORS.open(text)


def test_a_cursor_of_another_server_is_none() -> None:
    with pytest.raises(CursorInvalid):
        CURSORS.open(Cursors(b"x" * 32).seal(POSITION))


def test_a_changed_cursor_is_none() -> None:
    sealed = CURSORS.seal(POSITION)
    for place in range(0, len(sealed), 5):
        changed = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        with pytest.raises(CursorInvalid):
            CURSORS.open(changed)
