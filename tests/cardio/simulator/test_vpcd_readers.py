"""Several readers of the driver, by their names: a card goes into the one that was named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cardio.simulator import VpcdReaders
from tests.cardio.simulator.test_vpcd import ATR, Driver
from tests.support import virtual_cards


@pytest.fixture
def drivers() -> Iterator[dict[str, Driver]]:
    """Two listening drivers."""
    made = {"desk": Driver(), "kiosk": Driver()}
    yield made
    for driver in made.values():
        driver.close()


@pytest.fixture
def readers(drivers: dict[str, Driver]) -> Iterator[VpcdReaders]:
    """Readers over both."""
    made = VpcdReaders({name: driver.port for name, driver in drivers.items()})
    yield made
    made.stop()


def test_a_card_goes_into_the_reader_that_was_named(drivers: dict[str, Driver], readers: VpcdReaders) -> None:
    card = virtual_cards.card()
    readers.insert("kiosk", card)
    drivers["kiosk"].accept()
    assert drivers["kiosk"].ask(ATR) == card.power_on()
    drivers["desk"].listener.settimeout(0.2)
    with pytest.raises(TimeoutError):
        drivers["desk"].accept()


def test_a_card_taken_out_hangs_up(drivers: dict[str, Driver], readers: VpcdReaders) -> None:
    readers.insert("desk", virtual_cards.card())
    drivers["desk"].accept()
    readers.remove("desk")
    assert drivers["desk"].card.recv(1) == b""


def test_only_the_drivers_own_readers_are_there(readers: VpcdReaders) -> None:
    readers.plug_in("desk", contactless=False)
    with pytest.raises(KeyError):
        readers.plug_in("another", contactless=False)
