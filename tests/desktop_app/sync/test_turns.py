"""Whose turn it is: a file that fails waits longer each time, and nobody waits for it."""

from __future__ import annotations

from desktop_app.sync.turns import Turns


class Watch:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def certain() -> float:
    return 1.0


def test_a_file_that_fails_waits_twice_as_long_each_time_and_no_other_does() -> None:
    watch = Watch()
    turns = Turns(watch, certain)
    waits = []
    for _ in range(3):
        turns.failed(7, "server_broken")
        waits.append(turns.next_turn())
        assert turns.waiting() == (7,)
        watch.time += waits[-1] or 0.0
        assert (turns.waiting(), turns.next_turn()) == ((), None)
    assert waits == [2.0, 4.0, 8.0]


def test_the_longest_wait_is_bounded_and_chance_spreads_it() -> None:
    watch = Watch()
    turns = Turns(watch, lambda: 0.0)
    for _ in range(40):
        turns.failed(7, "server_broken")
    assert turns.next_turn() == 150.0


def test_the_first_of_several_turns_is_the_next() -> None:
    watch = Watch()
    turns = Turns(watch, certain)
    turns.failed(1, "unreachable")
    turns.failed(1, "unreachable")
    turns.failed(2, "garbage")
    assert turns.next_turn() == 2.0
    watch.time += 2.0
    assert (turns.waiting(), turns.next_turn()) == ((1,), 2.0)


def test_a_setback_says_why_how_often_and_how_long_it_waits_still() -> None:
    watch = Watch()
    turns = Turns(watch, certain)
    assert turns.setback(7) is None
    turns.failed(7, "unreachable")
    turns.failed(7, "garbage")
    watch.time += 1.0
    met = turns.setback(7)
    assert met is not None
    assert (met.failures, met.code, met.seconds) == (2, "garbage", 3.0)
    turns.over(7)
    assert (turns.setback(7), turns.waiting()) == (None, ())


def test_when_contact_is_back_nobody_waits_but_how_often_it_failed_stays_known() -> None:
    watch = Watch()
    turns = Turns(watch, certain)
    turns.failed(7, "server_broken")
    turns.all_at_once()
    assert (turns.waiting(), turns.next_turn()) == ((), None)
    turns.failed(7, "server_broken")
    assert turns.next_turn() == 4.0
