"""One reader's thread: order, errors, dead connections, overdue calls."""

from __future__ import annotations

import threading
import time

import pytest

from cardio.errors import (
    CardHeldElsewhere,
    CardRemoved,
    CardWasReset,
    NoReader,
    PinWrong,
    ReaderNotAnswering,
)
from cardio.transport import Card
from cardio.worker import CardWorker
from tests.support.reader_desk import FAR, Desk, in_transaction
from tests.support.reader_events import SOON, eventually


def test_tasks_share_a_connection(desk: Desk, worker: CardWorker) -> None:
    results = [worker.submit(in_transaction).result(SOON) for _ in range(2)]
    assert results == [b"\x00", b"\x00"]
    assert desk.happened == ["connect", "begin", "transmit", "end", "begin", "transmit", "end"]


def test_what_a_task_gets(worker: CardWorker) -> None:
    def look(card: Card) -> tuple[object, ...]:
        return card.reader, card.atr, card.contactless, card.max_apdu, threading.current_thread().name

    assert worker.submit(look).result(SOON) == ("R", b"\x3b", False, 261, "card-R")


def test_errors_come_through_the_future(desk: Desk, worker: CardWorker) -> None:
    desk.faults["transmit"] = PinWrong(2)
    with pytest.raises(PinWrong):
        worker.submit(in_transaction).result(SOON)
    worker.submit(in_transaction).result(SOON)
    assert desk.happened.count("connect") == 1
    assert desk.happened.count("end") == 2


@pytest.mark.parametrize("fault", [CardRemoved(), CardWasReset(), NoReader("R")])
def test_a_dead_connection_is_dropped(desk: Desk, worker: CardWorker, fault: Exception) -> None:
    desk.faults["transmit"] = fault
    with pytest.raises(type(fault)):
        worker.submit(in_transaction).result(SOON)
    worker.submit(in_transaction).result(SOON)
    assert desk.happened.count("connect") == 2


def test_a_card_just_put_in_is_waited_for_while_it_is_prepared(desk: Desk, worker: CardWorker) -> None:
    desk.faults["connect"] = CardHeldElsewhere()
    worker.card_changed()
    assert worker.submit(in_transaction).result(SOON) == b"\x00"
    assert desk.happened.count("connect") == 2
    assert desk.told == [True, False]


def test_a_card_held_for_longer_is_told_at_once(
    desk: Desk, worker: CardWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.worker.PREPARING", -1.0)
    worker.card_changed()
    desk.faults["connect"] = CardHeldElsewhere()
    assert isinstance(worker.submit(in_transaction).exception(SOON), CardHeldElsewhere)
    assert desk.happened.count("connect") == 1
    assert desk.told == []


def test_a_changed_card_gets_a_new_connection(desk: Desk, worker: CardWorker) -> None:
    worker.submit(in_transaction).result(SOON)
    worker.card_changed()
    worker.submit(in_transaction).result(SOON)
    assert desk.happened.count("connect") == 2


def test_an_overdue_call_fails_all_that_wait_and_may_come_back(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    futures = [worker.submit(in_transaction) for _ in range(3)]
    assert desk.entered.wait(SOON)
    assert worker.overdue(time.monotonic()) is None, "not yet"
    assert isinstance(worker.overdue(FAR), ReaderNotAnswering)
    assert worker.overdue(FAR) is None, "told once"
    for future in [*futures, worker.submit(in_transaction)]:
        assert isinstance(future.exception(SOON), ReaderNotAnswering)
    desk.block.set()
    eventually(lambda: desk.revived == 1)
    assert worker.submit(in_transaction).result(SOON) == b"\x00"
    assert desk.happened.count("transmit") == 1, "the overdue task went no further"


def test_waiting_for_another_programs_transaction_is_not_the_readers_fault(
    desk: Desk, worker: CardWorker
) -> None:
    worker.submit(lambda card: card.atr).result(SOON)
    desk.block = threading.Event()
    future = worker.submit(in_transaction)
    assert desk.entered.wait(SOON)
    assert isinstance(worker.overdue(FAR), CardHeldElsewhere)
    assert isinstance(future.exception(SOON), CardHeldElsewhere)
    desk.block.set()
    eventually(
        lambda: "close" in desk.happened
    )  # the transaction that began too late goes with the connection


def test_retired_workers_refuse(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    first, second = worker.submit(in_transaction), worker.submit(in_transaction)
    assert desk.entered.wait(SOON)
    worker.retire()
    assert isinstance(second.exception(SOON), NoReader)
    assert isinstance(worker.submit(in_transaction).exception(SOON), NoReader)
    desk.block.set()
    assert first.result(SOON) == b"\x00", "the one under way ends in peace"


def test_a_retired_worker_that_was_overdue_ends(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    future = worker.submit(in_transaction)
    assert desk.entered.wait(SOON)
    worker.retire()
    assert isinstance(worker.overdue(FAR), ReaderNotAnswering)
    assert isinstance(future.exception(SOON), ReaderNotAnswering)
    desk.block.set()
    assert worker.join(time.monotonic() + SOON)
    assert desk.revived == 0, "nobody waits for this one any more"


def test_a_cancelled_task_is_not_run(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    worker.submit(in_transaction)
    waiting = worker.submit(in_transaction)
    assert desk.entered.wait(SOON)
    assert waiting.cancel()
    desk.block.set()
    worker.submit(in_transaction).result(SOON)
    assert desk.happened.count("transmit") == 2


def test_a_callback_may_submit(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    answers: list[BaseException | None] = []
    future = worker.submit(in_transaction)
    future.add_done_callback(lambda _: answers.append(worker.submit(in_transaction).exception(SOON)))
    assert desk.entered.wait(SOON)
    worker.overdue(FAR)
    assert isinstance(answers[0], ReaderNotAnswering)
