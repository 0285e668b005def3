"""Cards of every kind do their work over the real pcscd and the real virtual driver."""

from __future__ import annotations

import pytest

from cardio.errors import (
    PinWrong,
)
from cardio.events import CardInserted
from cardio.piv import Piv
from cardio.readers import ReaderPool
from cardio.registry import CardTraits
from cardio.simulator import KeyKind, VirtualPivCard, VpcdLink
from cardio.simulator.iso7816 import is_extended
from cardio.transport import Card
from tests.pcsc.conftest import READER, inserted
from tests.support import virtual_cards
from tests.support.card_flows import sign_in, tap
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_cards import WRONG_PIN, pin

pytestmark = pytest.mark.pcsc

SELECT = "00A4040009A0000003080000100000"


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


class OddCard(VirtualPivCard):
    """A card with another answer to reset, that counts its APDUs."""

    def __init__(self, atr: str, *, extended: bool) -> None:
        super().__init__(virtual_cards.card_file(KeyKind.RSA2048), extended=extended)
        self._odd_atr = bytes.fromhex(atr)
        self.apdus: list[bytes] = []

    def power_on(self) -> bytes:
        """The other ATR."""
        super().power_on()
        return self._odd_atr

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Keep the command."""
        self.apdus.append(bytes(command))
        return super().transmit(command)


def test_a_card_that_speaks_t0(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    card = OddCard("3B00", extended=False)
    link.insert(card)
    inserted(log)
    assert len(pool.submit(READER, tap).result(SOON)) == 256
    assert card.apdus[0].hex().upper() == SELECT[:-2], "by T=0 a command with data has no Le"
    assert not any(is_extended(apdu) for apdu in card.apdus)


@pytest.mark.parametrize(("extended", "apdus"), [(True, [3, 3]), (False, [8, 7])])
def test_a_card_that_does_not_say_what_it_takes(
    pool: ReaderPool, link: VpcdLink, log: EventLog, extended: bool, apdus: list[int]
) -> None:
    CardTraits.forget()
    card = OddCard("3BF01300008131FE45E8", extended=extended)
    link.insert(card)
    inserted(log)
    counts = []
    for _ in apdus:
        card.apdus.clear()
        assert len(pool.submit(READER, tap).result(SOON)) == 256
        counts.append(len(card.apdus))
    assert counts == apdus, "found out once, then remembered"
    CardTraits.forget()
