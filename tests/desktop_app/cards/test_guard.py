"""The card leaves: lock, unless it only bounced."""

from __future__ import annotations

import threading

import pytest

from cardio import events
from desktop_app.cards import guard as card_guard
from desktop_app.cards.guard import CardGuard
from desktop_app.cards.presented_card import read_card
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until
from tests.support.virtual_cards import card_file


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_guard, "DEBOUNCE_SECONDS", 0.3)


@pytest.fixture
def locked() -> list[LockReason]:
    return []


@pytest.fixture
def guard(bench: Workbench, locked: list[LockReason]) -> CardGuard:
    """A guard over the card in the desk's reader."""
    bench.insert(card_file())
    account = bench.core.readers.submit(DESK, read_card).result(30).account_id
    made = CardGuard(
        bench.core.bus, lambda reader: bench.core.readers.submit(reader, read_card), locked.append
    )
    made.watch(DESK, account)
    return made


def test_a_card_that_leaves_locks_once(bench: Workbench, guard: CardGuard, locked: list[LockReason]) -> None:
    bench.readers.remove(DESK)
    until(lambda: locked)
    bench.core.bus.publish(events.CardRemoved(DESK, b""))
    assert guard.at_rest
    assert locked == [LockReason.CARD_REMOVED]


def test_another_reader_is_nobodys_business(
    bench: Workbench, guard: CardGuard, locked: list[LockReason]
) -> None:
    bench.core.bus.publish(events.CardRemoved(KIOSK, b""))
    assert guard.at_rest
    assert locked == []


def test_a_reader_unplugged_says_so(bench: Workbench, guard: CardGuard, locked: list[LockReason]) -> None:
    bench.readers.remove_reader(DESK)
    until(lambda: locked)
    assert locked == [LockReason.READER_LOST]
    assert guard.at_rest


def test_the_same_card_back_in_time_does_not_lock(
    bench: Workbench, guard: CardGuard, locked: list[LockReason], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_guard, "DEBOUNCE_SECONDS", 20.0)
    bench.readers.remove(DESK)
    until(lambda: not guard.at_rest)
    bench.insert(card_file())
    until(lambda: guard.at_rest)
    assert locked == []


def test_nobody_signed_in_nothing_to_lock(
    bench: Workbench, guard: CardGuard, locked: list[LockReason]
) -> None:
    bench.readers.remove(DESK)
    until(lambda: not guard.at_rest)
    guard.unwatch()
    guard.unwatch()
    assert guard.at_rest
    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer) and locked]


def lent(guard: CardGuard) -> str | None:
    """The reader as it is at this moment."""
    return guard.lent


def test_suspended_a_card_may_leave_and_resumed_it_may_not(
    bench: Workbench, guard: CardGuard, locked: list[LockReason]
) -> None:
    assert lent(guard) is None
    guard.suspend()
    assert lent(guard) == DESK
    bench.core.bus.publish(events.CardRemoved(DESK, b""))
    assert guard.at_rest
    guard.resume()
    assert lent(guard) is None
    bench.readers.remove(DESK)
    until(lambda: locked)


def test_who_signed_out_is_not_watched_again(
    bench: Workbench, guard: CardGuard, locked: list[LockReason]
) -> None:
    guard.suspend()
    guard.unwatch()
    guard.resume()
    bench.core.bus.publish(events.CardRemoved(DESK, b""))
    assert guard.at_rest
    assert locked == []
