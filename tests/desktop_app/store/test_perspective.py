"""What marks depend on besides a report is asked when it is needed, not when the store was opened."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.roles import Actor
from desktop_app.store.perspective import Perspective
from desktop_app.store.projection import Circumstance
from tests.support.clock import NOON, ManualClock

ACTOR = Actor("o-1", "u-1", frozenset())


def test_it_tells_the_person_and_the_hour_of_when_it_is_asked(clock: ManualClock) -> None:
    people = [frozenset({"o-1"})]
    perspective = Perspective(lambda: ACTOR, clock.now, lambda: people[-1])
    clock.advance(timedelta(hours=1))
    people.append(frozenset())
    around = perspective.around(unseen=True, conflict=True)
    assert around == Circumstance(ACTOR, NOON + timedelta(hours=1), True, False, True, frozenset())
