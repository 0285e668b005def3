"""Every PIV flow on the real stack: torn off at every APDU, the service killed in its middle, by T=0 too."""

from __future__ import annotations

import threading

import pytest

from cardio import events
from cardio.errors import CardRemoved, NoReader, NoService
from cardio.readers import ReaderPool
from cardio.registry import CardTraits
from cardio.simulator import KeyKind, RareKeyKind, VirtualPivCard, VpcdLink
from cardio.simulator.iso7816 import is_extended
from tests.hostile_cards.torn import FLOWS, sign_in, tap
from tests.hostile_cards.watched import Flow, WatchedCard, assert_no_try_spent, in_transaction
from tests.pcsc.conftest import READER, inserted
from tests.support import virtual_cards
from tests.support.pcscd import PrivatePcscd
from tests.support.reader_events import SOON, EventLog

pytestmark = pytest.mark.pcsc


DAILY = (tap, sign_in)
"""What happens all day, with every kind of key."""

EVERY = [(flow, KeyKind.P256) for flow in FLOWS]
EVERY += [(flow, kind) for flow in DAILY for kind in KeyKind if kind is not KeyKind.P256]


def named(value: object) -> str:
    """A parameter's name in the report."""
    return str(value.value) if isinstance(value, KeyKind) else str(getattr(value, "__name__", value))


class Kill:
    """Kills the service, on the card's own thread; whoever starts it again waits until it is quite dead."""

    def __init__(self, daemon: PrivatePcscd) -> None:
        self._daemon, self._done = daemon, threading.Event()

    def __call__(self) -> None:
        """Kill it."""
        self._daemon.kill()
        self._done.set()

    def restart(self) -> None:
        """Start it again."""
        assert self._done.wait(SOON)
        self._daemon.start()


def whole(
    pool: ReaderPool, link: VpcdLink, log: EventLog, flow: Flow, times: int, kind: KeyKind = KeyKind.P256
) -> WatchedCard:
    """The flow done twice with a new card, which keeps the APDUs of the second time.

    The first may take one more: the first logout of a kind of card is proved.
    """
    card = WatchedCard(kind=kind)
    link.insert(card)
    inserted(log, times)
    for _ in range(2):
        card.apdus.clear()
        pool.submit(READER, in_transaction(flow)).result(SOON)
    return card


@pytest.mark.parametrize(("flow", "kind"), EVERY, ids=named)
def test_torn_off_at_every_apdu(
    pool: ReaderPool, link: VpcdLink, log: EventLog, flow: Flow, kind: KeyKind
) -> None:
    count, times = len(whole(pool, link, log, flow, 1, kind).apdus), 1
    for apdus in range(count):
        link.remove()
        log.wait_for_kind(events.CardRemoved, times)
        card, times = WatchedCard(kind=kind), times + 1
        card.happens = apdus, link.remove
        link.insert(card)
        inserted(log, times)
        error = pool.submit(READER, in_transaction(flow)).exception(SOON)
        assert isinstance(error, CardRemoved), f"after {apdus} APDUs: {error!r}"
        assert_no_try_spent(card, FLOWS[flow])
    log.wait_for_kind(events.CardRemoved, times)
    whole(pool, link, log, flow, times + 1, kind)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_the_service_is_killed_in_the_middle(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd, flow: Flow
) -> None:
    middle = len(whole(pool, link, log, flow, 1).apdus) // 2
    link.remove()
    log.wait_for_kind(events.CardRemoved)
    card = WatchedCard()
    kill = Kill(daemon)
    card.happens = middle, kill
    link.insert(card)
    inserted(log, 2)
    error = pool.submit(READER, in_transaction(flow)).exception(SOON)
    assert isinstance(error, NoService | NoReader | CardRemoved), repr(error)
    assert_no_try_spent(card, FLOWS[flow])
    card.happens = None
    log.wait_for(events.ReaderRemoved(READER))
    kill.restart()
    inserted(log, 3)
    card.presented = 0
    if flow.__name__ != "change_and_back":  # between its two changes the PIN is the new one
        pool.submit(READER, in_transaction(flow)).result(SOON)
        assert_no_try_spent(card, FLOWS[flow])


@pytest.mark.parametrize("kind", KeyKind, ids=named)
@pytest.mark.parametrize("flow", DAILY, ids=named)
def test_the_service_is_killed_at_every_apdu(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd, flow: Flow, kind: KeyKind
) -> None:
    count = len(whole(pool, link, log, flow, 1, kind).apdus)
    link.remove()
    log.wait_for_kind(events.CardRemoved)
    card = WatchedCard(kind=kind)
    link.insert(card)
    for apdus in range(count):
        inserted(log, 2 + apdus)
        card.apdus.clear()
        kill = Kill(daemon)
        card.presented, card.happens = 0, (apdus, kill)
        error = pool.submit(READER, in_transaction(flow)).exception(SOON)
        assert isinstance(error, NoService | NoReader | CardRemoved), f"after {apdus} APDUs: {error!r}"
        assert_no_try_spent(card, FLOWS[flow])
        card.happens = None
        log.wait_for(events.ReaderRemoved(READER), 1 + apdus)
        kill.restart()
    inserted(log, 2 + count)
    card.presented = 0
    pool.submit(READER, in_transaction(flow)).result(SOON)
    assert_no_try_spent(card, FLOWS[flow])


@pytest.mark.parametrize("kind", [*KeyKind, RareKeyKind.RSA3072], ids=lambda kind: str(kind.value))
def test_every_flow_by_t0(
    pool: ReaderPool, link: VpcdLink, log: EventLog, kind: KeyKind | RareKeyKind
) -> None:
    CardTraits.forget()
    card = WatchedCard(t0=True, kind=kind)
    link.insert(card)
    inserted(log)
    for flow, entered in FLOWS.items():
        card.presented = 0
        pool.submit(READER, in_transaction(flow)).result(SOON)
        assert_no_try_spent(card, entered)
    assert not any(is_extended(raw) for raw in card.apdus)
    with_data = [raw for raw in card.apdus if len(raw) > 5]
    assert all(len(raw) == 5 + raw[4] for raw in with_data), "by T=0 no Le beside data"
    assert any(raw[1] == 0xC0 for raw in card.apdus), "what follows is fetched"


def test_a_t0_card_is_known_by_its_answer_to_reset() -> None:
    assert VirtualPivCard(virtual_cards.card_file(), t0=True).power_on().hex().upper() == "3B15138073C02180"
