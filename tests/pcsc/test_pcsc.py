"""Readers and cards over the real pcscd and the real virtual driver."""

from __future__ import annotations

import threading
import time

import pytest
from smartcard import scard

from cardio import events, watcher
from cardio.errors import (
    CardHeldElsewhere,
    CardMute,
    CardRemoved,
    CardWasReset,
    NoReader,
    NoService,
    PinWrong,
    ReaderFault,
)
from cardio.events import CardInserted, ReaderAdded, ServiceBack, ServiceLost
from cardio.pcsc import PNP_READER, PcscSource, error_of, sighting, without_le
from cardio.piv import Piv, Slot
from cardio.readers import Condition, ReaderPool
from cardio.simulator import KeyKind, VirtualPivCard, VpcdLink
from cardio.source import Sighting
from cardio.tap import read_tap
from cardio.transport import Card
from tests.pcsc.conftest import READER, Other, inserted
from tests.support import virtual_cards
from tests.support.pcscd import READERS, PrivatePcscd
from tests.support.reader_events import SOON, EventLog, eventually
from tests.support.virtual_cards import WRONG_PIN, pin, public_key

pytestmark = pytest.mark.pcsc

MESSAGE = b"event"
SELECT = "00A4040009A0000003080000100000"
SIGN_WITH_9A = "0087119A267C24820081" + "20" + "55" * 32 + "00"


def tap(card: Card) -> bytes:
    """A check-in's part on the card."""
    with card.transaction():
        return read_tap(card).sign(MESSAGE)


def sign_in(card: Card) -> bytes:
    """The whole sign-in flow."""
    with card.transaction():
        piv = Piv.select(card)
        piv.certificate(Slot.AUTHENTICATION)
        piv.tries_left()
        with piv.unlocked(pin()):
            return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), MESSAGE)


# --- what a card can do ---


@pytest.mark.parametrize("extended", [True, False])
@pytest.mark.parametrize("kind", list(KeyKind))
def test_a_tap(pool: ReaderPool, link: VpcdLink, log: EventLog, kind: KeyKind, extended: bool) -> None:
    link.insert(virtual_cards.card(kind, extended=extended))
    inserted(log)
    assert pool.submit(READER, tap).result(SOON)


def test_signing_in(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    card = virtual_cards.card()
    link.insert(card)
    assert inserted(log) == CardInserted(READER, card.power_on())
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


def test_a_wrong_pin_is_sent_once(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    def wrong(card: Card) -> None:
        with card.transaction():
            Piv.select(card).verify(pin(WRONG_PIN))

    card = virtual_cards.card()
    link.insert(card)
    inserted(log)
    error = pool.submit(READER, wrong).exception(SOON)
    assert isinstance(error, PinWrong)
    assert error.tries_left == card.pin_tries_left == 2


def test_a_reset_within_the_transaction(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    def verify_and_reset(card: Card) -> tuple[int | None, int | None]:
        with card.transaction():
            piv = Piv.select(card)
            piv.verify(pin())
            before = piv.tries_left()
            card.reset()
            return before, Piv.select(card).tries_left()

    link.insert(virtual_cards.card())
    inserted(log)
    assert pool.submit(READER, verify_and_reset).result(SOON) == (None, 3)


# --- other programs ---


def test_after_sign_in_no_other_program_can_sign(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    def left_open(card: Card) -> None:
        with card.transaction():
            Piv.select(card).verify(pin())

    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, left_open).result(SOON)
    with other_program("shared", SIGN_WITH_9A) as answers:
        assert answers[0].endswith("9000"), "the danger is real: the state of the PIN is the card's"
    pool.submit(READER, sign_in).result(SOON)
    with other_program("shared", SIGN_WITH_9A) as answers:
        assert answers == ["6982"]


def test_a_card_reset_by_another_program(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("reset", SELECT):
        pass
    assert len(pool.submit(READER, tap).result(SOON)) == 64


@pytest.fixture
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """That a card is held exclusively wakes no wait: it is seen at the next look, in five seconds at most."""
    monkeypatch.setattr(watcher, "LONGEST_WAIT", 0.2)


@pytest.mark.usefixtures("looking_often")
def test_a_card_held_exclusively(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    with other_program("exclusive"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        eventually(lambda: pool.readers()[0].condition is Condition.HELD)
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_a_card_in_anothers_transaction(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("transaction"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        assert pool.readers()[0].condition is Condition.HELD
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_other_programs_go_on_beside_our_idle_connection(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("shared", SELECT) as answers:
        assert answers[0].endswith("9000")


# --- faults ---


class TearingCard(VirtualPivCard):
    """A card that is pulled out of the reader instead of answering its nth APDU."""

    def __init__(self, link: VpcdLink, apdus: int) -> None:
        super().__init__(virtual_cards.card_file())
        self._link = link
        self._left = apdus

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer, or go."""
        if self._left == 0:
            self._link.remove()
        self._left -= 1
        return super().transmit(command)


@pytest.mark.parametrize("apdus", range(6))
def test_torn_at_each_apdu_of_sign_in(pool: ReaderPool, link: VpcdLink, log: EventLog, apdus: int) -> None:
    torn = TearingCard(link, apdus)
    link.insert(torn)
    inserted(log)
    assert isinstance(pool.submit(READER, sign_in).exception(SOON), CardRemoved)
    assert torn.pin_tries_left == 3
    log.wait_for_kind(events.CardRemoved)
    link.insert(virtual_cards.card())
    inserted(log, 2)
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


def test_the_service_is_killed_and_comes_back(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    daemon.kill()
    lost = log.wait_for_kind(ServiceLost)
    log.wait_for(events.ReaderRemoved(READER))
    assert lost.reason_code != 0
    assert pool.readers() == ()
    assert isinstance(pool.submit(READER, tap).exception(SOON), NoReader)
    daemon.start()
    log.wait_for(ServiceBack())
    log.wait_for(ReaderAdded(READER), 2)
    inserted(log, 2)
    assert len(pool.submit(READER, tap).result(SOON)) == 64
    assert len([event for event in log.events if isinstance(event, ServiceLost)]) == 1


def test_the_service_is_killed_in_the_middle_of_a_flow(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd
) -> None:
    def killed(card: Card) -> None:
        with card.transaction():
            piv = Piv.select(card)
            daemon.kill()
            piv.tries_left()

    card = virtual_cards.card()
    link.insert(card)
    inserted(log)
    assert isinstance(pool.submit(READER, killed).exception(SOON), NoService | NoReader)
    daemon.start()
    inserted(log, 2)
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64
    assert card.pin_tries_left == 3


def test_a_pool_started_before_the_service(log: EventLog, daemon: PrivatePcscd) -> None:
    daemon.kill()
    pool = ReaderPool([PcscSource()], log.add)
    pool.start()
    log.wait_for_kind(ServiceLost)
    daemon.start()
    log.wait_for(ReaderAdded(READER))
    assert log.events[:2] == [ServiceLost(scard.SCARD_E_NO_SERVICE & 0xFFFFFFFF), ServiceBack()]
    pool.stop()


def test_a_reader_is_unplugged_while_the_service_restarts(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    daemon.kill()
    daemon.unplug()
    daemon.start()
    log.wait_for(ServiceBack())
    assert pool.readers() == ()
    daemon.kill()
    daemon.plug_in()
    daemon.start()
    inserted(log, 2)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


@pytest.mark.usefixtures("daemon")
def test_a_wait_waits() -> None:
    watch = PcscSource().watch()
    watch.wait(0)
    began = time.monotonic()
    watch.wait(0.5)
    assert time.monotonic() - began > 0.4, "nothing changed, so nothing wakes it"
    watch.close()


@pytest.mark.usefixtures("daemon")
def test_without_the_pseudo_reader_the_list_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    real = scard.SCardGetStatusChange

    def like_macos(context: object, timeout: int, states: list[tuple[str, int]]) -> object:
        asked.append([name for name, _ in states])
        if PNP_READER in asked[-1]:
            return scard.SCARD_E_UNKNOWN_READER, []
        return real(context, timeout, states)

    monkeypatch.setattr(scard, "SCardGetStatusChange", like_macos)
    watch = PcscSource().watch()
    looks = [watch.wait(0) for _ in range(3)]
    watch.close()
    assert [PNP_READER in names for names in asked] == [True, False, False]
    assert [sorted(look) for look in looks] == [[], sorted(READERS), sorted(READERS)]


def test_stopping_ends_a_wait(daemon: PrivatePcscd) -> None:
    before = set(threading.enumerate())
    for _ in range(20):
        pool = ReaderPool([PcscSource()], lambda _: None)
        pool.start()
        pool.stop()
        assert set(threading.enumerate()) <= before


# --- the adapter's own tables ---


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (scard.SCARD_E_NO_SERVICE, NoService),
        (scard.SCARD_E_SERVICE_STOPPED, NoService),
        (scard.SCARD_E_INVALID_HANDLE, NoService),
        (scard.SCARD_E_UNKNOWN_READER, NoReader),
        (scard.SCARD_W_REMOVED_CARD, CardRemoved),
        (scard.SCARD_E_NO_SMARTCARD, CardRemoved),
        (scard.SCARD_W_RESET_CARD, CardWasReset),
        (scard.SCARD_E_SHARING_VIOLATION, CardHeldElsewhere),
        (scard.SCARD_W_UNRESPONSIVE_CARD, CardMute),
        (scard.SCARD_F_INTERNAL_ERROR, ReaderFault),
    ],
)
def test_every_return_code_has_an_error(code: int, kind: type[Exception]) -> None:
    assert type(error_of(code, "R")) is kind
    assert type(error_of(code & 0xFFFFFFFF, "R")) is kind, "unsigned, as on Windows"


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (scard.SCARD_STATE_EMPTY, Sighting(None)),
        (scard.SCARD_STATE_PRESENT | 3 << 16, Sighting(b"\x3b", 3)),
        (scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_MUTE, Sighting(b"")),
        (scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_EXCLUSIVE, Sighting(b"\x3b", held=True)),
    ],
)
def test_states(state: int, seen: Sighting) -> None:
    assert sighting(state, b"\x3b") == seen


@pytest.mark.parametrize(
    ("command", "sent"),
    [
        ("00A4040002A00000", "00A4040002A000"),
        ("00A4040002A000", "00A4040002A000"),
        ("00CB3FFF00", "00CB3FFF00"),
        ("00200080", "00200080"),
    ],
)
def test_le_does_not_travel_by_t0(command: str, sent: str) -> None:
    assert without_le(bytes.fromhex(command)).hex().upper() == sent


def test_detection_is_the_services_own_poll(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    link.insert(virtual_cards.card())
    began = time.monotonic()
    inserted(log)
    link.remove()
    log.wait_for_kind(events.CardRemoved)
    assert time.monotonic() - began < SOON
