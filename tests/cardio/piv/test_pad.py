"""PIN and PUK on the reader's keys, through the pool and a virtual reader with a pad."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from cardio.errors import (
    CardError,
    ConditionsNotSatisfied,
    PinBlocked,
    PinEntryCancelled,
    PinEntryDiffers,
    PinEntryTimedOut,
    PinFormat,
    PinPadFailed,
    PinWrong,
    PukWrong,
)
from cardio.events import CardInserted
from cardio.piv import Piv, Slot
from cardio.readers import ReaderPool
from cardio.simulator import VirtualPivCard, VirtualReaders
from cardio.simulator.pad import VirtualPad
from cardio.transport import Card
from tests.support import virtual_cards
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_cards import PIN, PUK, WRONG_PIN, public_key

T = TypeVar("T")
R = "Reader with keys"
NEW = "271828"


@pytest.fixture
def card() -> VirtualPivCard:
    """The card in the reader."""
    return virtual_cards.card()


@pytest.fixture
def readers(card: VirtualPivCard) -> VirtualReaders:
    """The reader, without its keys yet."""
    readers = VirtualReaders()
    readers.add_reader(R)
    readers.insert(R, card)
    return readers


@pytest.fixture
def pad(readers: VirtualReaders) -> VirtualPad:
    """The reader's keys."""
    pad = VirtualPad()
    readers.give_pad(R, pad)
    return pad


@pytest.fixture
def pool(readers: VirtualReaders) -> Iterator[ReaderPool]:
    """A pool that knows the card."""
    log = EventLog()
    pool = ReaderPool([readers], log.add)
    pool.start()
    log.wait_for_kind(CardInserted)
    yield pool
    pool.stop()


def on_card(pool: ReaderPool, use: Callable[[Piv], T]) -> T:
    """Use the application in a transaction."""

    def task(card: Card) -> T:
        with card.transaction():
            return use(Piv.select(card))

    return pool.submit(R, task).result(SOON)


def sign(piv: Piv) -> bytes:
    """The sign-in flow with the PIN on the pad."""
    with piv.unlocked_on_pad():
        return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), b"challenge")


def test_sign_in_by_the_pad_and_logged_out(pad: VirtualPad, pool: ReaderPool, card: VirtualPivCard) -> None:
    pad.type(PIN)
    assert len(on_card(pool, sign)) == 64
    assert pad.entries == 1
    assert on_card(pool, Piv.tries_left) == 3, "nothing stayed verified"


@pytest.mark.parametrize(
    ("typed", "error", "left"),
    [
        (VirtualPad.CANCEL, PinEntryCancelled, 3),
        (VirtualPad.NOTHING, PinEntryTimedOut, 3),
        ("12345", PinFormat, 3),
        (WRONG_PIN, PinWrong, 2),
    ],
)
def test_what_may_come_of_an_entry(
    pad: VirtualPad, pool: ReaderPool, card: VirtualPivCard, typed: str, error: type[CardError], left: int
) -> None:
    pad.type(typed)
    with pytest.raises(error):
        on_card(pool, sign)
    assert card.pin_tries_left == left, "only a whole entry spends a try"


def test_a_blocked_card(pad: VirtualPad, pool: ReaderPool) -> None:
    pad.type(*(WRONG_PIN,) * 3)
    for error in (PinWrong, PinWrong, PinBlocked):
        with pytest.raises(error):
            on_card(pool, sign)


def test_change_and_unblock(pad: VirtualPad, pool: ReaderPool, card: VirtualPivCard) -> None:
    pad.type(PIN, NEW, NEW)
    on_card(pool, Piv.change_pin_on_pad)
    pad.type(NEW)
    assert on_card(pool, sign)
    pad.type(PUK, PIN, PIN)
    on_card(pool, Piv.unblock_on_pad)
    pad.type(PIN)
    assert on_card(pool, sign)
    assert (card.pin_tries_left, card.puk_tries_left) == (3, 3)


def test_a_new_pin_typed_in_two_ways(pad: VirtualPad, pool: ReaderPool, card: VirtualPivCard) -> None:
    pad.type(PIN, NEW, "314159")
    with pytest.raises(PinEntryDiffers):
        on_card(pool, Piv.change_pin_on_pad)
    assert card.pin_tries_left == 3


def test_a_wrong_puk(pad: VirtualPad, pool: ReaderPool, card: VirtualPivCard) -> None:
    pad.type("00000000", NEW, NEW)
    with pytest.raises(PukWrong) as wrong:
        on_card(pool, Piv.unblock_on_pad)
    assert wrong.value.tries_left == card.puk_tries_left == 2


def test_a_pad_that_refuses_gives_way_to_the_keyboard(
    readers: VirtualReaders, pool: ReaderPool, card: VirtualPivCard
) -> None:
    readers.give_pad(R, VirtualPad(works=False))
    with pytest.raises(PinPadFailed):
        on_card(pool, sign)
    assert on_card(pool, lambda piv: piv.pad) is None
    assert card.pin_tries_left == 3


def test_without_keys_nothing_is_asked_of_the_reader(pool: ReaderPool) -> None:
    assert on_card(pool, lambda piv: piv.pad) is None
    with pytest.raises(ConditionsNotSatisfied):
        on_card(pool, sign)


def test_keys_that_cannot_change_a_pin(readers: VirtualReaders, pool: ReaderPool) -> None:
    readers.give_pad(R, VirtualPad(modify=False))
    with pytest.raises(ConditionsNotSatisfied):
        on_card(pool, Piv.change_pin_on_pad)
