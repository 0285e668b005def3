"""The card of one task: stale connections, cards reset and swapped, entries on the reader's keys."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from cardio.errors import CardRemoved, CardWasReset, PinPadFailed, ReaderFault, ReaderNotAnswering
from cardio.transport import Card, PadCard, Renewable
from cardio.worker import CardWorker
from tests.support.reader_desk import FAR, Desk, in_transaction
from tests.support.reader_events import SOON


@pytest.mark.parametrize("fault", [CardRemoved(), CardWasReset()])
def test_a_stale_connection_is_renewed_before_anything_was_exchanged(
    desk: Desk, worker: CardWorker, fault: Exception
) -> None:
    worker.submit(in_transaction).result(SOON)
    desk.faults["begin"] = fault
    assert worker.submit(in_transaction).result(SOON) == b"\x00"
    assert desk.happened[4:] == ["begin", "close", "connect", "begin", "transmit", "end"]


def test_a_card_that_was_reset_is_spoken_to_again_in_the_same_transaction(
    desk: Desk, worker: CardWorker
) -> None:
    def renewed(card: Card) -> bytes:
        assert isinstance(card, Renewable)
        with card.transaction():
            card.renew()
            return card.transmit(b"\x01")

    assert worker.submit(renewed).result(SOON) == b"\x01"
    assert desk.happened == ["connect", "begin", "close", "connect", "begin", "transmit", "end"]


def test_another_card_is_not_taken_for_the_one_that_was_reset(desk: Desk, worker: CardWorker) -> None:
    def swapped(card: Card) -> None:
        assert isinstance(card, Renewable)
        with card.transaction():
            desk.atr = b"\x3c"
            card.renew()

    assert isinstance(worker.submit(swapped).exception(SOON), CardRemoved)


def typing(structure: bytes) -> Callable[[Card], bytes]:
    """A task that has something typed on the pad."""

    def task(card: Card) -> bytes:
        assert isinstance(card, PadCard)
        assert card.pad is not None
        return card.type_on_pad(6, structure)

    return task


def test_an_entry_on_the_pad_may_take_a_person_s_time(desk: Desk, worker: CardWorker) -> None:
    worker.submit(lambda card: card.atr).result(SOON)
    desk.block = threading.Event()
    future = worker.submit(typing(b"\x90\x00"))
    assert desk.entered.wait(SOON)
    assert worker.overdue(time.monotonic() + 10) is None, "a person is typing"
    desk.block.set()
    assert future.result(SOON) == b"\x90\x00"


def test_an_entry_that_never_ends_is_overdue_too(desk: Desk, worker: CardWorker) -> None:
    worker.submit(lambda card: card.atr).result(SOON)
    desk.block = threading.Event()
    future = worker.submit(typing(b"\x90\x00"))
    assert desk.entered.wait(SOON)
    assert isinstance(worker.overdue(FAR), ReaderNotAnswering)
    assert isinstance(future.exception(SOON), ReaderNotAnswering)


@pytest.mark.parametrize("answer", [b"\x6b\x80", b"\x6d\x00", b"", None])
def test_a_pad_that_refuses_is_not_asked_again(desk: Desk, worker: CardWorker, answer: bytes | None) -> None:
    if answer is None:
        desk.faults["control"] = ReaderFault("R", 1)
    assert isinstance(worker.submit(typing(answer or b"")).exception(SOON), PinPadFailed)
    assert worker.submit(lambda card: isinstance(card, PadCard) and card.pad is None).result(SOON)
