"""The link to vpcd, against a listener that speaks the driver's side."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from cardio.simulator import VirtualPivCard, VpcdLink
from tests.support import virtual_cards
from tests.support.reader_events import SOON

SELECT = bytes.fromhex("00A4040009A0000003080000100000")
POWER_OFF, POWER_ON, RESET, ATR = b"\x00", b"\x01", b"\x02", b"\x04"


class Driver:
    """What vpcd does: listens, and sends orders and APDUs with a two-byte length."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(SOON)
        self.port = int(self.listener.getsockname()[1])
        self.card = socket.socket()

    def accept(self) -> None:
        """Wait for the card."""
        self.card.close()
        self.card, _ = self.listener.accept()
        self.card.settimeout(SOON)

    def order(self, message: bytes) -> None:
        """Send a message."""
        self.card.sendall(len(message).to_bytes(2, "big") + message)

    def ask(self, message: bytes) -> bytes:
        """Send a message and read the answer."""
        self.order(message)
        return self._read(int.from_bytes(self._read(2), "big"))

    def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            piece = self.card.recv(count - len(data))
            assert piece, "the card hung up"
            data += piece
        return data

    def close(self) -> None:
        """Hang up."""
        self.card.close()
        self.listener.close()


class LongWinded(VirtualPivCard):
    """A card whose answer no message to the driver can hold."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Too much."""
        return bytes(65536) + b"\x61\x00"


@pytest.fixture
def driver() -> Iterator[Driver]:
    """A listening driver."""
    driver = Driver()
    yield driver
    driver.close()


@pytest.fixture
def link(driver: Driver) -> Iterator[VpcdLink]:
    """A started link without a card."""
    link = VpcdLink(driver.port)
    link.start()
    yield link
    link.stop()


def test_a_card_in_the_reader(driver: Driver, link: VpcdLink) -> None:
    card = virtual_cards.card()
    link.insert(card)
    driver.accept()
    assert driver.ask(ATR) == card.power_on()
    driver.order(POWER_ON)
    assert driver.ask(SELECT)[-2:] == b"\x90\x00"
    assert driver.ask(bytes.fromhex("00200080")) == b"\x63\xc3"
    driver.order(RESET)
    assert driver.ask(bytes.fromhex("00200080")) == b"\x6d\x00", "nothing is selected after a reset"
    driver.order(POWER_OFF)
    assert driver.ask(ATR) == card.power_on()


def test_removing_hangs_up(driver: Driver, link: VpcdLink) -> None:
    link.insert(virtual_cards.card())
    driver.accept()
    driver.ask(ATR)
    link.remove()
    assert driver.card.recv(1) == b""


def test_another_card_comes_by_another_connection(driver: Driver, link: VpcdLink) -> None:
    link.insert(virtual_cards.card())
    driver.accept()
    driver.ask(ATR)
    other = virtual_cards.card(extended=False)
    link.insert(other)
    driver.accept()
    assert driver.ask(ATR) == other.power_on()


def test_a_driver_that_restarts_finds_the_card_again(driver: Driver, link: VpcdLink) -> None:
    link.insert(virtual_cards.card())
    driver.accept()
    driver.ask(ATR)
    driver.card.close()
    driver.accept()
    assert driver.ask(SELECT)[-2:] == b"\x90\x00"


def test_an_answer_that_no_reader_carries_ends_like_a_torn_card(driver: Driver, link: VpcdLink) -> None:
    link.insert(LongWinded(virtual_cards.card_file()))
    driver.accept()
    driver.order(SELECT)
    assert driver.card.recv(1) == b""
    link.insert(virtual_cards.card())
    driver.accept()
    assert driver.ask(SELECT)[-2:] == b"\x90\x00", "the next card is served"


def test_stopping_without_a_driver() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    link = VpcdLink(port)
    link.start()
    link.insert(virtual_cards.card())
    link.stop()
