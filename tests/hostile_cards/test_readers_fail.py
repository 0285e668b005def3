"""The reader unplugged and back, the driver hanging: at every APDU of every PIV flow; others go on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from cardio import events, readers, worker
from cardio.errors import CardRemoved, NoReader, ReaderNotAnswering
from cardio.events import CardInserted, ReaderAdded, ReaderRemoved
from cardio.readers import MOST_ABANDONED, Condition, ReaderPool
from cardio.simulator import VirtualReaders
from tests.hostile_cards import torn
from tests.hostile_cards.errands import approve
from tests.hostile_cards.torn import FLOWS
from tests.hostile_cards.watched import Flow, WatchedCard, assert_no_try_spent, in_transaction
from tests.support import virtual_cards
from tests.support.card_flows import tap
from tests.support.reader_events import SOON, EventLog, eventually

R, OTHER = "Đầu đọc 1", "Đầu đọc 2"


@pytest.fixture
def virtual() -> VirtualReaders:
    """Two readers, a good card in the second."""
    virtual = VirtualReaders()
    for name in (R, OTHER):
        virtual.add_reader(name)
    virtual.insert(OTHER, virtual_cards.card())
    return virtual


@pytest.fixture
def log() -> EventLog:
    """What the pool publishes."""
    return EventLog()


@pytest.fixture
def pool(virtual: VirtualReaders, log: EventLog, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderPool]:
    """A pool that does not wait the real two seconds for a call."""
    monkeypatch.setattr(worker, "SLOWEST_CALL", 0.15)
    monkeypatch.setattr(readers, "LOOK_AT_CALLS", 0.01)
    pool = ReaderPool([virtual], log.add)
    pool.start()
    log.wait_for_kind(CardInserted)
    yield pool
    pool.stop()


def length(flow: Flow) -> int:
    """How many APDUs the flow has, once the kind of card is known."""
    virtual, log = VirtualReaders("length"), EventLog()
    virtual.add_reader(R)
    card = WatchedCard()
    virtual.insert(R, card)
    pool = ReaderPool([virtual], log.add)
    pool.start()
    log.wait_for_kind(CardInserted)
    for _ in range(2):
        card.apdus.clear()
        pool.submit(R, in_transaction(flow)).result(SOON)
    pool.stop()
    return len(card.apdus)


def hang(until: threading.Event) -> None:
    """What a driver does that does not answer."""
    until.wait(SOON)


def goes_on(pool: ReaderPool) -> None:
    """The other reader does its work meanwhile."""
    assert len(pool.submit(OTHER, tap).result(SOON)) == 64


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_unplugged_and_back_at_every_apdu(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog, flow: Flow
) -> None:
    for apdus in range(length(flow)):
        card = WatchedCard()
        card.happens = apdus, lambda: virtual.remove_reader(R)
        virtual.insert(R, card)
        log.wait_for_kind(CardInserted, 2 + 2 * apdus)
        error = pool.submit(R, in_transaction(flow)).exception(SOON)
        assert error is None or isinstance(error, NoReader | CardRemoved), f"after {apdus}: {error!r}"
        assert_no_try_spent(card, FLOWS[flow])
        log.wait_for(ReaderRemoved(R), apdus + 1)
        virtual.add_reader(R)
        log.wait_for(ReaderAdded(R), apdus + 2)
        virtual.insert(R, virtual_cards.card())
        log.wait_for_kind(CardInserted, 3 + 2 * apdus)
        assert len(pool.submit(R, tap).result(SOON)) == 64
    goes_on(pool)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_hanging_at_every_apdu(pool: ReaderPool, virtual: VirtualReaders, log: EventLog, flow: Flow) -> None:
    for apdus in range(length(flow)):
        go_on, card = threading.Event(), WatchedCard()
        card.happens = apdus, partial(hang, go_on)
        virtual.insert(R, card)
        log.wait_for_kind(CardInserted, 2 + apdus)
        error = pool.submit(R, in_transaction(flow)).exception(SOON)
        assert isinstance(error, ReaderNotAnswering), f"after {apdus}: {error!r}"
        log.wait_for(events.ReaderNotAnswering(R), apdus + 1)
        goes_on(pool)
        go_on.set()
        log.wait_for(events.ReaderRevived(R), apdus + 1)
        card.happens = None
        assert_no_try_spent(card, FLOWS[flow])


@pytest.mark.parametrize("flow", [torn.tap, torn.sign_in, approve], ids=lambda flow: flow.__name__)
def test_both_readers_torn_at_once_at_every_apdu(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog, flow: Flow
) -> None:
    for apdus in range(length(flow)):
        cards = {name: WatchedCard() for name in (R, OTHER)}
        for name, card in cards.items():
            virtual.insert(name, card)
            virtual.tear_after(name, apdus)
        eventually(lambda: all(state.atr for state in pool.readers()))
        tasks = [pool.submit(name, in_transaction(flow)) for name in cards]
        for task in tasks:
            error = task.exception(SOON)
            assert isinstance(error, CardRemoved), f"after {apdus}: {error!r}"
        for card in cards.values():
            assert_no_try_spent(card, FLOWS[flow])
        eventually(lambda: not any(state.atr for state in pool.readers()))
    virtual.insert(OTHER, virtual_cards.card())
    eventually(lambda: any(state.atr for state in pool.readers()))
    goes_on(pool)


@pytest.mark.expects_log("no thread left for reader", level="ERROR")
def test_no_more_threads_are_left_to_hanging_drivers_than_counted(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    free = threading.Event()
    for count in range(1, MOST_ABANDONED + 2):
        card = WatchedCard()
        card.happens = 0, partial(hang, free)
        virtual.insert(R, card)
        log.wait_for_kind(CardInserted, 1 + count)
        error = pool.submit(R, tap).exception(SOON)
        assert isinstance(error, ReaderNotAnswering)
        if count <= MOST_ABANDONED:
            log.wait_for(events.ReaderNotAnswering(R), count)
        virtual.remove_reader(R)
        log.wait_for(ReaderRemoved(R), count)
        virtual.add_reader(R)
        log.wait_for(ReaderAdded(R), count + 1)
        stuck = sum(thread.name == f"card-{R}" and thread.is_alive() for thread in threading.enumerate())
        assert stuck <= MOST_ABANDONED
    assert next(state for state in pool.readers() if state.name == R).condition is Condition.NOT_ANSWERING
    goes_on(pool)
    free.set()
    eventually(lambda: not [one for one in threading.enumerate() if one.name == f"card-{R}"])
