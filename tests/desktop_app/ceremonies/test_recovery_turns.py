"""The only reader lent to two admins: what ends the loan, and what it never lets happen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.ceremonies import recovery_turns
from desktop_app.ceremonies.recovery import NotEnrolled
from desktop_app.ceremonies.recovery_turns import RecoveryTurns
from desktop_app.triage.approval import OtherCard
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until
from tests.support.small_city import PIN

SEALED = "a.b.c.d.e"


def pin() -> bytearray:
    return bytearray(PIN.encode())


@pytest.fixture
def signed_in(enrolled: Workbench) -> Workbench:
    """Somebody is at work with their card in the one reader."""
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    return enrolled


@pytest.fixture
def turns(signed_in: Workbench) -> Iterator[RecoveryTurns]:
    """Their reader, lent."""
    made = RecoveryTurns(signed_in.core, SEALED)
    yield made
    made.close()


def swap(bench: Workbench, who: str) -> None:
    """Another's card in place of the one in the reader."""
    bench.readers.remove(DESK)
    until(lambda: bench.core.readers.readers()[0].atr is None, what="the empty reader")
    bench.insert(bench.city.card(who))


def test_nobody_is_signed_in(enrolled: Workbench) -> None:
    with pytest.raises(NotEnrolled):
        RecoveryTurns(enrolled.core, SEALED)


def test_lent_it_locks_nothing_and_another_card_takes_nothing_back(
    turns: RecoveryTurns, signed_in: Workbench
) -> None:
    assert (turns.reader, turns.minutes_left, turns.is_approved) == (DESK, 5, False)
    swap(signed_in, "o-co")
    typed = pin()
    with pytest.raises(OtherCard):
        turns.take_back(typed)
    assert not any(typed), "wiped, and never presented"
    assert signed_in.core.session is not None
    assert signed_in.core.guard.lent == DESK


def test_given_up_without_the_own_card_it_locks(turns: RecoveryTurns, signed_in: Workbench) -> None:
    swap(signed_in, "o-co")
    turns.give_up()
    turns.give_up()
    assert signed_in.core.session is None


def test_given_up_before_the_card_left_the_desk_goes_on(turns: RecoveryTurns, signed_in: Workbench) -> None:
    turns.give_up()
    assert signed_in.core.session is not None
    assert signed_in.core.guard.lent is None


def test_time_ends_it_with_a_lock(signed_in: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_turns, "LIMIT_SECONDS", 0.1)
    turns = RecoveryTurns(signed_in.core, SEALED)
    swap(signed_in, "o-co")
    until(lambda: signed_in.core.session is None, what="the lock")
    assert turns.minutes_left == 0
    turns.close()
