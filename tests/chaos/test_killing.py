"""Victims are killed for real, and what they had said before counts."""

from __future__ import annotations

import itertools
import threading
from multiprocessing.connection import Connection

import pytest

from tests.chaos.killing import Fate, Victim, VictimFailed


def counts(tell: Connection) -> None:
    """Count without end."""
    for number in itertools.count():
        tell.send(("count", number))
        threading.Event().wait(0.01)


def hangs(_tell: Connection) -> None:
    """Say nothing without end."""
    threading.Event().wait()


def says(word: str, tell: Connection) -> None:
    """Say one word and end."""
    tell.send((word,))


def breaks(tell: Connection) -> None:
    """Say a word and end with a defect."""
    tell.send(("so far",))
    raise SystemExit(3)


def test_killed_after_so_many_words() -> None:
    said, alive = Victim(counts).meet(Fate(0.0, 5), "count")
    assert alive
    assert said[:5] == [("count", number) for number in range(5)]
    assert said == [("count", number) for number in range(len(said))]


def test_killed_at_its_birth() -> None:
    assert Victim(counts).meet(Fate(0.0), "count")[1]


def test_one_that_ends_by_itself_was_not_killed() -> None:
    assert Victim(says, "refused").meet(Fate(20.0, 9), "count") == ([("refused",)], False)
    assert Victim(says, "drained").finish() == [("drained",)]


def test_a_defect_is_no_kill() -> None:
    with pytest.raises(VictimFailed, match=r"exit code 3, after \[\('so far',\)\]"):
        Victim(breaks).finish()


def test_one_that_says_nothing_more_is_a_defect() -> None:
    with pytest.raises(VictimFailed, match=r"nothing said for 0.3 s"):
        Victim(hangs).finish(0.3)
