"""Virtual readers: what their objects see, each on its own."""

from __future__ import annotations

import threading

import pytest

from cardio.errors import CardHeldElsewhere, CardRemoved, CardWasReset, NoReader
from cardio.simulator import VirtualReaders
from cardio.source import Sighting
from tests.support import virtual_cards
from tests.support.reader_events import SOON

SELECT = bytes.fromhex("00A4040009A0000003080000100000")


@pytest.fixture
def readers() -> VirtualReaders:
    """One reader with a card."""
    readers = VirtualReaders()
    readers.add_reader("R")
    readers.insert("R", virtual_cards.card())
    return readers


def test_a_watch_sees_each_change_once(readers: VirtualReaders) -> None:
    watch = readers.watch()
    atr = virtual_cards.card().power_on()
    assert watch.wait(SOON) == {"R": Sighting(atr, 1)}
    readers.remove("R")
    assert watch.wait(SOON) == {"R": Sighting(None, 1)}
    readers.insert("R", virtual_cards.card())
    assert watch.wait(SOON) == {"R": Sighting(atr, 2)}
    readers.remove_reader("R")
    assert watch.wait(SOON) == {}
    assert watch.wait(0) == {}
    watch.close()


def test_a_wait_can_be_cancelled(readers: VirtualReaders) -> None:
    watch = readers.watch()
    watch.wait(SOON)
    ended = threading.Event()

    def wait() -> None:
        watch.wait(SOON)
        ended.set()

    thread = threading.Thread(target=wait)
    thread.start()
    watch.cancel()
    assert ended.wait(SOON)
    thread.join(SOON)


def test_a_connection_belongs_to_one_insertion(readers: VirtualReaders) -> None:
    connection = readers.channel("R").connect()
    assert connection.transmit(SELECT)[-2:] == b"\x90\x00"
    readers.insert("R", virtual_cards.card())
    for use in (connection.reset, connection.begin, lambda: connection.transmit(SELECT)):
        with pytest.raises(CardRemoved):
            use()


def test_connections_to_what_is_gone(readers: VirtualReaders) -> None:
    channel = readers.channel("R")
    readers.remove("R")
    with pytest.raises(CardRemoved):
        channel.connect()
    readers.remove_reader("R")
    with pytest.raises(NoReader):
        channel.connect()
    with pytest.raises(NoReader):
        readers.channel("never").connect()


def test_a_torn_card(readers: VirtualReaders) -> None:
    readers.tear_after("R", 1)
    connection = readers.channel("R").connect()
    connection.transmit(SELECT)
    with pytest.raises(CardRemoved):
        connection.transmit(SELECT)
    assert readers.apdu_count == {"R": 1}


def test_a_slow_card_answers_all_the_same(readers: VirtualReaders) -> None:
    readers.delay("R", 0.001)
    assert readers.channel("R").connect().transmit(SELECT)[-2:] == b"\x90\x00"


def test_a_hanging_reader_ends_when_unplugged(readers: VirtualReaders) -> None:
    readers.hang("R")
    connection = readers.channel("R").connect()
    met: list[Exception] = []

    def use() -> None:
        try:
            connection.transmit(SELECT)
        except NoReader as error:
            met.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    readers.remove_reader("R")
    thread.join(SOON)
    assert len(met) == 1


def test_transactions_exclude_each_other(readers: VirtualReaders) -> None:
    first, second = (readers.channel("R").connect() for _ in range(2))
    first.begin()
    began = threading.Event()

    def wait() -> None:
        second.begin()
        began.set()

    thread = threading.Thread(target=wait)
    thread.start()
    assert not began.is_set()
    first.close()
    assert began.wait(SOON)
    second.end()
    second.end()  # once is enough
    thread.join(SOON)


def test_the_reader_makes_the_card_contactless() -> None:
    readers = VirtualReaders()
    readers.add_reader("air", contactless=True)
    card = virtual_cards.card()
    readers.insert("air", card)
    assert card.contactless
    assert readers.channel("air").contactless


def test_a_card_held_by_another_program(readers: VirtualReaders) -> None:
    readers.hold("R", 1)
    with pytest.raises(CardHeldElsewhere):
        readers.channel("R").connect()
    assert readers.channel("R").connect().transmit(SELECT)[-2:] == b"\x90\x00"


def test_a_card_that_leaves_a_slow_reader_answers_no_more(readers: VirtualReaders) -> None:
    connection, same = readers.channel("R").connect(), virtual_cards.card()
    readers.delay("R", 0.2)
    swapped = threading.Timer(0.05, readers.insert, ("R", same))
    swapped.start()
    with pytest.raises(CardRemoved):
        connection.transmit(SELECT)
    swapped.join()


def test_a_card_another_program_keeps(readers: VirtualReaders) -> None:
    readers.occupy("R")
    readers.insert("R", virtual_cards.card())
    assert readers.look(-1, 0)[1]["R"].held
    for _ in range(2):
        with pytest.raises(CardHeldElsewhere):
            readers.channel("R").connect()
    readers.occupy("R", occupied=False)
    assert not readers.look(-1, 0)[1]["R"].held
    assert readers.channel("R").connect().transmit(SELECT)[-2:] == b"\x90\x00"


def test_a_card_reset_by_another_program_is_told_once_a_transaction_begins(readers: VirtualReaders) -> None:
    connection = readers.channel("R").connect()
    connection.transmit(SELECT)
    readers.reset_card("R")
    with pytest.raises(CardWasReset):
        connection.begin()
    fresh = readers.channel("R").connect()
    fresh.begin()
    assert fresh.transmit(bytes.fromhex("00200080")) == bytes.fromhex("6D00"), "nothing is selected any more"
    fresh.end()


def test_an_idle_transaction_loses_the_card_unless_it_is_kept_awake(readers: VirtualReaders) -> None:
    connection = readers.channel("R").connect()
    connection.begin()
    readers.reset_when_idle("R", SOON)
    connection.transmit(SELECT)
    readers.reset_when_idle("R", -1.0)
    connection.keep_awake()
    with pytest.raises(CardWasReset):
        connection.transmit(SELECT)
    connection.end()
