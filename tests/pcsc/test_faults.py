"""Cards torn off, cards that hang, services that are killed: recovery without restart."""

from __future__ import annotations

import threading

import pytest
from smartcard import scard

from cardio import events
from cardio.errors import (
    CardRemoved,
    NoReader,
    NoService,
    ReaderNotAnswering,
)
from cardio.events import ReaderAdded, ServiceBack, ServiceLost
from cardio.pcsc import (
    PcscSource,
)
from cardio.piv import Piv
from cardio.readers import Condition, ReaderPool
from cardio.simulator import VirtualPivCard, VpcdLink
from cardio.transport import Card
from tests.pcsc.conftest import READER, inserted
from tests.support import virtual_cards
from tests.support.card_flows import sign_in, tap
from tests.support.pcscd import READERS, PrivatePcscd
from tests.support.reader_events import SOON, EventLog

pytestmark = pytest.mark.pcsc


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


class SlowCard(VirtualPivCard):
    """A card that answers nothing until it may."""

    def __init__(self) -> None:
        super().__init__(virtual_cards.card_file())
        self.may_answer = threading.Event()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Wait, then answer."""
        self.may_answer.wait(SOON)
        return super().transmit(command)


def test_a_card_that_does_not_answer_for_long(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    card = SlowCard()
    link.insert(card)
    inserted(log)
    assert isinstance(pool.submit(READER, sign_in).exception(SOON), ReaderNotAnswering)
    log.wait_for(events.ReaderNotAnswering(READER))
    assert pool.readers()[0].condition is Condition.NOT_ANSWERING
    card.may_answer.set()
    log.wait_for(events.ReaderRevived(READER))
    assert card.pin_tries_left == 3
    assert len(pool.submit(READER, sign_in).result(SOON)) == 64


def test_another_reader_goes_on_while_one_hangs(
    pool: ReaderPool, link: VpcdLink, log: EventLog, daemon: PrivatePcscd
) -> None:
    other = VpcdLink(daemon.port + 1, connect=lambda: daemon.connect(1))
    other.start()
    card = SlowCard()
    link.insert(card)
    inserted(log)
    other.insert(virtual_cards.card())
    log.wait_for(events.CardInserted(READERS[1], card.power_on()))
    hanging = pool.submit(READER, tap)
    assert len(pool.submit(READERS[1], sign_in).result(SOON)) == 64, "at once, while the first one hangs"
    assert not hanging.done()
    assert isinstance(hanging.exception(SOON), ReaderNotAnswering)
    assert len(pool.submit(READERS[1], tap).result(SOON)) == 64
    card.may_answer.set()
    log.wait_for(events.ReaderRevived(READER))
    other.stop()
    log.wait_for_kind(events.CardRemoved)


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
