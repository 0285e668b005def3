"""What Windows' service answers, fed at the `smartcard` boundary: each code ends in a state of ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from smartcard import scard

from cardio import events, pcsc
from cardio.errors import (
    CardError,
    CardHeldElsewhere,
    CardMute,
    CardRemoved,
    CardWasReset,
    NoReader,
    NoService,
    PinEntryCancelled,
    PinPadFailed,
    ReaderFault,
    ReaderNotAnswering,
)
from cardio.events import CardInserted, ReaderAdded, ReaderRemoved, ServiceBack, ServiceLost
from cardio.pcsc import PcscSource
from cardio.piv import Piv, Slot
from cardio.readers import Condition, ReaderPool
from cardio.simulator import VirtualPivCard
from cardio.simulator.pad import VirtualPad
from cardio.transport import Card
from tests.support import virtual_cards
from tests.support.card_flows import sign_in, tap
from tests.support.reader_events import SOON, EventLog, eventually
from tests.support.virtual_cards import PIN, public_key
from tests.support.windows_service import READER, WindowsService

AT_THE_CARD = [
    (scard.SCARD_E_UNKNOWN_READER, NoReader),
    (scard.SCARD_E_READER_UNAVAILABLE, NoReader),
    (scard.SCARD_E_NO_READERS_AVAILABLE, NoReader),
    (433, NoReader),
    (1167, NoReader),
    (scard.SCARD_W_REMOVED_CARD, CardRemoved),
    (scard.SCARD_E_NO_SMARTCARD, CardRemoved),
    (scard.SCARD_E_NOT_TRANSACTED, CardRemoved),
    (scard.SCARD_W_UNRESPONSIVE_CARD, CardMute),
    (scard.SCARD_W_UNSUPPORTED_CARD, CardMute),
    (scard.SCARD_E_PROTO_MISMATCH, CardMute),
    (scard.SCARD_E_COMM_DATA_LOST, CardMute),
    (scard.SCARD_E_TIMEOUT, ReaderNotAnswering),
    (scard.SCARD_F_INTERNAL_ERROR, ReaderFault),
    (31, ReaderFault),  # ERROR_GEN_FAILURE, of drivers
]
SERVICE_GONE = [
    scard.SCARD_E_NO_SERVICE,
    scard.SCARD_E_SERVICE_STOPPED,
    scard.SCARD_E_SERVER_TOO_BUSY,
    scard.SCARD_E_SYSTEM_CANCELLED,
    scard.SCARD_F_COMM_ERROR,
    scard.SCARD_E_INVALID_HANDLE,
    6,
    109,  # a remote desktop's redirected readers, whose session ended
    1722,
]
BEING_PREPARED = [scard.SCARD_E_SHARING_VIOLATION, scard.SCARD_E_NOT_READY]
WITHOUT_STATE = [scard.SCARD_W_RESET_CARD, scard.SCARD_W_UNPOWERED_CARD]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the service and for a held card without long pauses."""
    monkeypatch.setattr("cardio.watcher.RETRY_SERVICE", 0.02)
    monkeypatch.setattr("cardio.worker._ASK_AGAIN", 0.01)


@pytest.fixture
def card() -> VirtualPivCard:
    """The card in the reader."""
    return virtual_cards.card()


@pytest.fixture
def service(card: VirtualPivCard, monkeypatch: pytest.MonkeyPatch) -> WindowsService:
    """A service with a reader and a card in it."""
    service = WindowsService(card)
    service.install(monkeypatch)
    return service


@pytest.fixture
def log() -> EventLog:
    """What the pool publishes."""
    return EventLog()


@pytest.fixture
def pool(service: WindowsService, log: EventLog) -> Iterator[ReaderPool]:
    """A pool over the service, started by the test."""
    pool = ReaderPool([PcscSource(service.is_resting)], log.add)
    yield pool
    pool.stop()


def started(pool: ReaderPool, log: EventLog) -> ReaderPool:
    """The pool, once it knows the card."""
    pool.start()
    log.wait_for_kind(CardInserted)
    return pool


@pytest.mark.parametrize("code", [scard.SCARD_E_NO_SERVICE, scard.SCARD_E_SERVICE_STOPPED])
def test_without_a_reader_a_stopped_service_is_no_fault(
    service: WindowsService, pool: ReaderPool, log: EventLog, code: int
) -> None:
    service.unplug()
    service.lay_up("EstablishContext", *(code,) * 3)
    pool.start()
    eventually(lambda: service.asked["EstablishContext"] > 3)
    assert (log.events, pool.readers()) == ([], ()), "no reader is plugged in, and that is all"
    service.plug_in()
    log.wait_for_kind(CardInserted)
    assert len(pool.submit(READER, tap).result(SOON)) == 64
    assert log.events[0] == ReaderAdded(READER)


def test_the_last_reader_takes_the_service_with_it(
    service: WindowsService, pool: ReaderPool, log: EventLog
) -> None:
    started(pool, log)
    service.unplug()
    log.wait_for(ReaderRemoved(READER))
    service.plug_in()
    log.wait_for_kind(CardInserted, 2)
    assert len(pool.submit(READER, tap).result(SOON)) == 64
    assert not [event for event in log.events if isinstance(event, ServiceLost)]


def test_a_service_that_stops_with_a_reader_plugged_in_is_told(
    service: WindowsService, pool: ReaderPool, log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.watcher.SERVICE_STARTS", 0.0)
    started(pool, log)
    service.running = False
    assert log.wait_for_kind(ServiceLost).reason_code in {0x8010001D, 0x8010001E}
    log.wait_for(ReaderRemoved(READER))
    service.running = True
    log.wait_for(ServiceBack())
    log.wait_for_kind(CardInserted, 2)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_a_service_lost_and_then_left_without_readers_is_at_rest(
    service: WindowsService, pool: ReaderPool, log: EventLog
) -> None:
    service.running = False
    pool.start()
    log.wait_for_kind(ServiceLost)
    service.plugged = False
    log.wait_for(ServiceBack())
    assert pool.readers() == ()


@pytest.mark.parametrize("code", BEING_PREPARED)
def test_a_card_just_put_in_is_being_prepared(
    service: WindowsService, pool: ReaderPool, log: EventLog, code: int
) -> None:
    service.lay_up("Connect", *(code,) * 5)
    task = started(pool, log).submit(READER, sign_in)
    log.wait_for(events.CardPreparing(READER))
    assert len(task.result(SOON)) == 64
    assert service.asked["Connect"] == 6


def test_a_card_held_for_longer_than_that_is_told_as_held(
    service: WindowsService, pool: ReaderPool, log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.worker.PREPARING", 0.1)
    service.lay_up("Connect", *(scard.SCARD_E_SHARING_VIOLATION,) * 1000)
    task = started(pool, log).submit(READER, sign_in)
    assert isinstance(task.exception(SOON), CardHeldElsewhere)
    service.faults.clear()
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


def test_every_code_that_has_a_meaning_is_fired_here() -> None:
    fired = {code for code, _ in AT_THE_CARD} | {*SERVICE_GONE, *WITHOUT_STATE, *BEING_PREPARED}
    assert set(pcsc.MEANINGS) <= fired


@pytest.mark.parametrize("transmitted", [0, 1, 3, 4])
@pytest.mark.parametrize(("code", "kind"), AT_THE_CARD)
def test_a_code_in_the_middle_ends_the_flow_and_not_the_program(
    service: WindowsService,
    pool: ReaderPool,
    log: EventLog,
    card: VirtualPivCard,
    code: int,
    kind: type[CardError],
    transmitted: int,
) -> None:
    service.lay_up("Transmit", *(0,) * transmitted, code)
    assert type(started(pool, log).submit(READER, sign_in).exception(SOON)) is kind
    assert card.pin_tries_left == 3
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64, "connected anew, without a restart"


@pytest.mark.parametrize("call", ["Connect", "Status", "BeginTransaction"])
@pytest.mark.parametrize(("code", "kind"), AT_THE_CARD)
def test_a_code_before_anything_was_sent(
    service: WindowsService, pool: ReaderPool, log: EventLog, call: str, code: int, kind: type[CardError]
) -> None:
    started(pool, log)
    service.lay_up(call, code, code)
    found = pool.submit(READER, sign_in).exception(SOON)
    assert type(found) is kind
    service.faults.clear()
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


@pytest.mark.parametrize("code", SERVICE_GONE)
def test_a_service_that_goes_in_the_middle(
    service: WindowsService, pool: ReaderPool, log: EventLog, card: VirtualPivCard, code: int
) -> None:
    service.lay_up("Transmit", 0, 0, code)
    assert isinstance(started(pool, log).submit(READER, sign_in).exception(SOON), NoService)
    assert card.pin_tries_left == 3
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


@pytest.mark.parametrize("code", SERVICE_GONE)
def test_a_context_of_a_service_restarted_meanwhile_is_made_anew(
    service: WindowsService, pool: ReaderPool, log: EventLog, code: int
) -> None:
    started(pool, log)
    service.lay_up("Connect", code)
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


@pytest.mark.parametrize("code", WITHOUT_STATE)
@pytest.mark.parametrize("call", ["Connect", "Status", "BeginTransaction"])
def test_a_card_without_power_is_connected_anew(
    service: WindowsService, pool: ReaderPool, log: EventLog, call: str, code: int
) -> None:
    started(pool, log)
    service.lay_up(call, code)
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


@pytest.mark.parametrize("code", WITHOUT_STATE)
def test_a_card_reset_after_the_pin_is_told(
    service: WindowsService, pool: ReaderPool, log: EventLog, card: VirtualPivCard, code: int
) -> None:
    service.lay_up("Transmit", 0, 0, 0, 0, code)  # SELECT, certificate, tries, VERIFY, and then
    assert isinstance(started(pool, log).submit(READER, sign_in).exception(SOON), CardWasReset)
    assert card.pin_tries_left == 3
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


@pytest.mark.parametrize("code", WITHOUT_STATE)
def test_a_card_reset_while_it_is_read_is_read_again(
    service: WindowsService, pool: ReaderPool, log: EventLog, code: int
) -> None:
    service.lay_up("Transmit", 0, code)  # SELECT, and at the certificate
    assert len(started(pool, log).submit(READER, tap).result(SOON)) == 64


@pytest.mark.parametrize("code", [scard.SCARD_E_UNSUPPORTED_FEATURE, 1, 50, scard.SCARD_E_TIMEOUT, 31])
def test_a_refused_question_for_features_is_no_fault(
    service: WindowsService, pool: ReaderPool, log: EventLog, code: int
) -> None:
    service.lay_up("Control", *(code,) * 5)
    assert len(started(pool, log).submit(READER, sign_in).result(SOON)) == 64
    assert pool.readers()[0].condition is Condition.CARD


def by_pad(card: Card) -> bytes:
    """Sign in with the PIN typed on the reader's keys."""
    with card.transaction():
        piv = Piv.select(card)
        with piv.unlocked_on_pad():
            return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), b"challenge")


def test_a_reader_with_keys_has_the_pin_typed_there(
    service: WindowsService, pool: ReaderPool, log: EventLog, card: VirtualPivCard
) -> None:
    service.pad = VirtualPad()
    service.pad.type(PIN)
    assert len(started(pool, log).submit(READER, by_pad).result(SOON)) == 64
    assert (service.pad.entries, card.pin_tries_left) == (1, 3)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (scard.SCARD_W_CANCELLED_BY_USER, PinEntryCancelled),
        (scard.SCARD_W_REMOVED_CARD, CardRemoved),
        (scard.SCARD_E_SERVICE_STOPPED, NoService),
        (scard.SCARD_E_UNSUPPORTED_FEATURE, PinPadFailed),
        (1, PinPadFailed),
    ],
)
def test_an_entry_that_the_service_answers_by_a_code(
    service: WindowsService,
    pool: ReaderPool,
    log: EventLog,
    card: VirtualPivCard,
    code: int,
    kind: type[CardError],
) -> None:
    service.pad = VirtualPad()
    service.lay_up("Control", 0, code)  # the question for the features, and then
    assert type(started(pool, log).submit(READER, by_pad).exception(SOON)) is kind
    assert card.pin_tries_left == 3
