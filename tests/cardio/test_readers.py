"""The pool over virtual readers: what it publishes, and every fault a reader can have."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from cardio import events, keep_awake, readers, worker
from cardio.emrtd import reading
from cardio.errors import CardRemoved, CardWasReset, NoReader, ReaderNotAnswering
from cardio.events import CardInserted, ReaderAdded, ReaderRemoved, ReaderRevived
from cardio.piv import Piv, Slot
from cardio.readers import Condition, ReaderPool
from cardio.registry import CardTraits
from cardio.simulator import VirtualPivCard, VirtualReaders
from cardio.simulator.emrtd import VirtualDocument
from cardio.simulator.readers import VirtualConnection
from cardio.source import Sighting
from cardio.transport import Card
from cardio.trust.csca import DocumentKind
from tests.support import virtual_cards, virtual_documents
from tests.support.card_flows import sign_in, tap
from tests.support.reader_events import SOON, EventLog, eventually
from tests.support.virtual_cards import pin, public_key

R = "Đầu đọc 1"


@pytest.fixture
def virtual() -> VirtualReaders:
    """One empty reader."""
    virtual = VirtualReaders()
    virtual.add_reader(R)
    return virtual


@pytest.fixture
def log() -> EventLog:
    """What the pool publishes."""
    return EventLog()


@pytest.fixture
def pool(virtual: VirtualReaders, log: EventLog) -> Iterator[ReaderPool]:
    """A started pool that knows the reader."""
    pool = ReaderPool([virtual], log.add)
    pool.start()
    log.wait_for(ReaderAdded(R))
    yield pool
    virtual.hang(R, hanging=False) if any(state.name == R for state in pool.readers()) else None
    pool.stop()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls are overdue soon, so that nobody waits for the real two seconds."""
    monkeypatch.setattr(worker, "SLOWEST_CALL", 0.2)
    monkeypatch.setattr(readers, "LOOK_AT_CALLS", 0.02)


def insert(virtual: VirtualReaders, log: EventLog, card: VirtualPivCard, times: int = 1) -> None:
    """Put the card in and wait until the pool has seen it so many times."""
    virtual.insert(R, card)
    log.wait_for(CardInserted(R, card.power_on()), times)


def test_what_is_published(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    card = virtual_cards.card()
    insert(virtual, log, card)
    virtual.remove(R)
    log.wait_for_kind(events.CardRemoved)
    virtual.insert(R, card)
    log.wait_for_kind(CardInserted, 2)
    virtual.remove_reader(R)
    log.wait_for(ReaderRemoved(R))
    atr = card.power_on()
    assert log.events == [
        ReaderAdded(R),
        CardInserted(R, atr),
        events.CardRemoved(R, atr),
        CardInserted(R, atr),
        events.CardRemoved(R, atr),
        ReaderRemoved(R),
    ]


def test_a_card_swapped_between_two_looks_shows(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    card = virtual_cards.card()
    insert(virtual, log, card)
    virtual.insert(R, virtual_cards.card())  # same ATR
    log.wait_for_kind(CardInserted, 2)
    assert log.wait_for_kind(events.CardRemoved) == events.CardRemoved(R, card.power_on())


def test_states(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    virtual.add_reader("Không tiếp xúc", contactless=True)
    log.wait_for(ReaderAdded("Không tiếp xúc"))
    insert(virtual, log, virtual_cards.card())
    assert [(state.name, state.condition, state.contactless) for state in pool.readers()] == [
        ("Không tiếp xúc", Condition.EMPTY, True),
        (R, Condition.CARD, False),
    ]


def test_tap_and_sign_in(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    insert(virtual, log, virtual_cards.card())
    assert len(pool.submit(R, tap).result(SOON)) == 64
    assert len(pool.submit(R, sign_in).result(SOON)) == 64


def test_unknown_and_empty_readers(pool: ReaderPool) -> None:
    assert isinstance(pool.submit("another", tap).exception(SOON), NoReader)
    assert isinstance(pool.submit(R, tap).exception(SOON), CardRemoved)


APDUS = {tap: 3, sign_in: 6}
"""How many APDUs a flow takes on an extended P-256 card."""


@pytest.mark.parametrize(
    ("flow", "apdus"), [(flow, at) for flow, count in APDUS.items() for at in range(count)]
)
def test_torn_at_each_apdu(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog, flow: Callable[[Card], bytes], apdus: int
) -> None:
    card = virtual_cards.card()
    insert(virtual, log, card)
    virtual.tear_after(R, apdus)
    assert isinstance(pool.submit(R, flow).exception(SOON), CardRemoved)
    log.wait_for_kind(events.CardRemoved)
    assert card.pin_tries_left == 3, "no try was spent"
    insert(virtual, log, card, times=2)
    assert Piv.select(card).tries_left() == 3, "nothing stayed verified"
    assert len(pool.submit(R, flow).result(SOON)) == 64, "works again without restart"


def test_apdus_of_the_flows(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    insert(virtual, log, virtual_cards.card())
    CardTraits.forget()
    pool.submit(R, tap).result(SOON)
    assert virtual.apdu_count[R] == APDUS[tap]
    for extra in (1, 0):  # the first logout of a kind of card is proved, by the question for the tries left
        before = virtual.apdu_count[R]
        pool.submit(R, sign_in).result(SOON)
        assert virtual.apdu_count[R] - before == APDUS[sign_in] + extra


@pytest.mark.usefixtures("impatient")
def test_a_hanging_reader_is_noticed_and_comes_back(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    insert(virtual, log, virtual_cards.card())
    virtual.hang(R)
    assert isinstance(pool.submit(R, tap).exception(SOON), ReaderNotAnswering)
    log.wait_for(events.ReaderNotAnswering(R))
    assert pool.readers()[0].condition is Condition.NOT_ANSWERING
    assert isinstance(pool.submit(R, tap).exception(SOON), ReaderNotAnswering), "at once"
    virtual.hang(R, hanging=False)
    log.wait_for(ReaderRevived(R))
    assert pool.readers()[0].condition is Condition.CARD
    assert len(pool.submit(R, tap).result(SOON)) == 64


@pytest.mark.usefixtures("impatient")
def test_other_readers_go_on_beside_a_hanging_one(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    virtual.add_reader("other")
    other = virtual_cards.card()
    virtual.insert("other", other)
    log.wait_for(CardInserted("other", other.power_on()))
    insert(virtual, log, virtual_cards.card())
    virtual.hang(R)
    stuck = pool.submit(R, tap)
    assert len(pool.submit("other", tap).result(SOON)) == 64
    assert isinstance(stuck.exception(SOON), ReaderNotAnswering)


@pytest.mark.usefixtures("impatient")
def test_replugging_revives(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    insert(virtual, log, virtual_cards.card())
    virtual.hang(R)
    pool.submit(R, tap).exception(SOON)
    log.wait_for(events.ReaderNotAnswering(R))
    virtual.remove_reader(R)
    log.wait_for(ReaderRemoved(R))
    virtual.add_reader(R)
    log.wait_for(ReaderAdded(R), 2)
    insert(virtual, log, virtual_cards.card(), times=2)
    assert len(pool.submit(R, tap).result(SOON)) == 64


class StuckDriver(VirtualReaders):
    """Readers whose driver does not even let go when the reader is unplugged."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def carry(self, *_args: object) -> bytes:
        """Never, until the test is over."""
        self.let_go.wait(SOON)
        raise CardRemoved


@pytest.mark.usefixtures("impatient")
@pytest.mark.expects_log("no thread left for reader", level="ERROR")
def test_at_most_three_threads_are_abandoned(log: EventLog) -> None:
    virtual = StuckDriver()
    pool = ReaderPool([virtual], log.add)
    pool.start()
    for round_ in range(1, 5):
        virtual.add_reader(R)
        log.wait_for(ReaderAdded(R), round_)
        insert(virtual, log, virtual_cards.card(), times=round_)
        assert isinstance(pool.submit(R, tap).exception(SOON), ReaderNotAnswering)
        if round_ < 4:
            log.wait_for(events.ReaderNotAnswering(R), round_)
            virtual.remove_reader(R)
            log.wait_for(ReaderRemoved(R), round_)
    assert pool.readers()[0].condition is Condition.NOT_ANSWERING
    stuck = [thread for thread in threading.enumerate() if thread.name == f"card-{R}"]
    assert len(stuck) == 3
    virtual.let_go.set()
    pool.stop()
    for thread in stuck:
        thread.join(SOON)


@pytest.mark.usefixtures("impatient")
def test_a_card_held_by_another_program(pool: ReaderPool, virtual: VirtualReaders, log: EventLog) -> None:
    insert(virtual, log, virtual_cards.card())
    other = virtual.channel(R).connect()
    other.begin()
    future = pool.submit(R, tap)
    eventually(lambda: pool.readers()[0].condition is Condition.HELD)
    assert future.exception(SOON) is not None
    other.end()
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(R, tap).result(SOON)) == 64
    assert not [event for event in log.events if isinstance(event, events.ReaderNotAnswering)]


def test_stop_is_idempotent_and_leaves_no_thread(virtual: VirtualReaders, log: EventLog) -> None:
    before = set(threading.enumerate())
    pool = ReaderPool([virtual], log.add)
    pool.stop()  # before the start: nothing to do
    pool.start()
    pool.start()
    log.wait_for(ReaderAdded(R))
    began = time.monotonic()
    pool.stop()
    pool.stop()
    assert time.monotonic() - began < SOON
    assert set(threading.enumerate()) <= before
    assert isinstance(pool.submit(R, tap).exception(SOON), NoReader)


@pytest.mark.expects_log("a subscriber failed on ReaderAdded", level="ERROR")
def test_a_failing_subscriber_does_not_end_the_watch(virtual: VirtualReaders, log: EventLog) -> None:
    def publish(event: events.CardEvent) -> None:
        log.add(event)
        if isinstance(event, ReaderAdded):
            raise ZeroDivisionError

    pool = ReaderPool([virtual], publish)
    pool.start()
    log.wait_for(ReaderAdded(R))
    insert(virtual, log, virtual_cards.card())
    pool.stop()


def with_a_slow_host(pause: threading.Event, wait: Callable[[], object]) -> Callable[[Card], bytes]:
    """The sign-in flow, with the host idle between VERIFY and the signature."""

    def flow(card: Card) -> bytes:
        with card.transaction():
            piv = Piv.select(card)
            with piv.unlocked(pin()):
                pause.set()
                wait()
                return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), b"challenge")

    return flow


def kept_awake_each(seconds: float, monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Idle transactions are kept awake that often; released each time."""
    monkeypatch.setattr(keep_awake, "LONGEST_REST", seconds)
    reminded, real = threading.Semaphore(0), VirtualConnection.keep_awake

    def reminding(connection: VirtualConnection) -> None:
        real(connection)
        reminded.release()

    monkeypatch.setattr(VirtualConnection, "keep_awake", reminding)
    return reminded


def test_a_slow_host_loses_the_card_to_windows_five_seconds(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    card, pause = virtual_cards.card(), threading.Event()
    insert(virtual, log, card)
    flow = with_a_slow_host(pause, lambda: virtual.reset_when_idle(R, 0.0))
    assert isinstance(pool.submit(R, flow).exception(SOON), CardWasReset)
    assert card.pin_tries_left == 3


def test_a_transaction_is_kept_awake_while_the_host_is_slow(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminded = kept_awake_each(0.1, monkeypatch)
    card, pause = virtual_cards.card(), threading.Event()
    insert(virtual, log, card)
    virtual.reset_when_idle(R, 1.0)
    began = time.monotonic()

    def wait() -> None:
        while time.monotonic() - began < 1.5:
            assert reminded.acquire(timeout=SOON)

    assert len(pool.submit(R, with_a_slow_host(pause, wait)).result(SOON)) == 64


def test_a_document_is_kept_awake_without_touching_its_session(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminded = kept_awake_each(0.05, monkeypatch)
    file = virtual_documents.document()
    virtual.insert(R, VirtualDocument(file))
    log.wait_for_kind(CardInserted)

    def slow(_number: int, _data: bytes) -> None:
        for _ in range(2):
            assert reminded.acquire(timeout=SOON)

    store = virtual_documents.anchors(*DocumentKind)
    task = pool.submit(R, lambda card: reading.read(card, file.mrz_key, store, arrived=slow))
    assert task.result(SOON * 2).groups == file.groups, "no counter of the session was disturbed"


def test_a_card_just_put_in_is_told_as_being_prepared(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    virtual.hold(R, 3)
    insert(virtual, log, virtual_cards.card())
    task = pool.submit(R, tap)
    log.wait_for(events.CardPreparing(R))
    assert len(task.result(SOON)) == 64
    assert not pool.readers()[0].preparing


def test_a_card_that_another_program_let_go_is_told(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    insert(virtual, log, virtual_cards.card())
    here = pool.readers()[0]
    source = virtual
    atr = here.atr
    pool.seen(source, {R: Sighting(atr, 1, held=True)})
    assert pool.readers()[0].condition is Condition.HELD
    pool.seen(source, {R: Sighting(atr, 1)})
    log.wait_for(events.CardReleased(R))
    assert pool.readers()[0].condition is Condition.CARD


def test_a_card_that_was_only_read_survives_anothers_reset(
    pool: ReaderPool, virtual: VirtualReaders, log: EventLog
) -> None:
    insert(virtual, log, virtual_cards.card())

    def read(card: Card) -> object:
        with card.transaction():
            piv = Piv.select(card)
            virtual.reset_card(R)
            return piv.certificate(Slot.AUTHENTICATION)

    assert pool.submit(R, read).result(SOON) == virtual_cards.card_file().certificate(Slot.AUTHENTICATION)
