"""One reader's thread: order, errors, stale connections, overdue calls."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from cardio.errors import (
    CardHeldElsewhere,
    CardRemoved,
    CardWasReset,
    NoReader,
    PinPadFailed,
    PinWrong,
    ReaderFault,
    ReaderNotAnswering,
)
from cardio.part10 import Pad
from cardio.source import CardConnection
from cardio.transport import Card, PadCard, Renewable
from cardio.worker import CardWorker
from tests.support.reader_events import SOON, eventually

FAR = 1e9
"""A moment at which every call under way is overdue."""


class Desk:
    """A channel, its connections and a supervisor in one; `block` holds calls back until it is set."""

    contactless = False
    max_apdu = 261
    atr = b"\x3b"
    pad: Pad | None = Pad(6, 7)

    def __init__(self) -> None:
        self.happened: list[str] = []
        self.faults: dict[str, Exception] = {}
        self.block: threading.Event | None = None
        self.entered = threading.Event()
        self.revived = 0
        self.told: list[bool] = []
        self.awoken = threading.Event()

    def _do(self, what: str) -> None:
        self.happened.append(what)
        if self.block is not None:
            self.entered.set()
            assert self.block.wait(SOON)
        if what in self.faults:
            raise self.faults.pop(what)

    def connect(self) -> CardConnection:
        """Connect."""
        self._do("connect")
        return self

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Echo."""
        self._do("transmit")
        return bytes(command)

    def control(self, code: int, data: bytes) -> bytes:
        """Answer what is in the structure."""
        self._do("control")
        return data

    def begin(self) -> None:
        """Begin."""
        self._do("begin")

    def end(self) -> None:
        """End."""
        self.happened.append("end")

    def reset(self) -> None:
        """Reset."""
        self._do("reset")

    def close(self) -> None:
        """Close the connection or the channel."""
        self.happened.append("close")

    def keep_awake(self) -> None:
        """Note it."""
        self.happened.append("awake")
        self.awoken.set()

    def preparing(self, worker: CardWorker, *, begins: bool) -> None:
        """As a supervisor: a card is waited for."""
        self.told.append(begins)

    def busy(self) -> None:
        """As a supervisor: a task began."""

    def returned(self, worker: CardWorker) -> None:
        """As a supervisor: an overdue call came back."""
        self.revived += 1


@pytest.fixture
def desk() -> Desk:
    """What the worker works with."""
    return Desk()


@pytest.fixture
def worker(desk: Desk) -> Iterator[CardWorker]:
    """A worker, retired at the end."""
    worker = CardWorker("R", desk, desk)
    yield worker
    if desk.block is not None:
        desk.block.set()
    worker.retire()
    assert worker.join(time.monotonic() + SOON)


def in_transaction(card: Card) -> bytes:
    """A task of one APDU."""
    with card.transaction():
        return card.transmit(b"\x00")


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


@pytest.mark.parametrize("fault", [CardRemoved(), CardWasReset()])
def test_a_stale_connection_is_renewed_before_anything_was_exchanged(
    desk: Desk, worker: CardWorker, fault: Exception
) -> None:
    worker.submit(in_transaction).result(SOON)
    desk.faults["begin"] = fault
    assert worker.submit(in_transaction).result(SOON) == b"\x00"
    assert desk.happened[4:] == ["begin", "close", "connect", "begin", "transmit", "end"]


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


def test_an_idle_transaction_is_kept_awake_by_another_thread(desk: Desk, worker: CardWorker) -> None:
    host_is_slow, go_on = threading.Event(), threading.Event()

    def slow_host(card: Card) -> bytes:
        with card.transaction():
            card.transmit(b"\x01")
            host_is_slow.set()
            assert go_on.wait(SOON)
            return card.transmit(b"\x02")

    future = worker.submit(slow_host)
    assert host_is_slow.wait(SOON)
    worker.keep_awake(time.monotonic())
    assert not desk.awoken.is_set(), "not idle for long yet"
    deadline = time.monotonic() + SOON
    while not desk.awoken.wait(0.01) and time.monotonic() < deadline:
        worker.keep_awake(FAR)  # not before the task's own call is over
    go_on.set()
    assert future.result(SOON) == b"\x02"
    worker.keep_awake(FAR * 2)
    assert desk.happened.count("awake") == 1, "once in a while, not at every look"
    assert desk.happened[-1] == "end", "no transaction, nothing to keep awake"


def test_a_call_under_way_is_not_disturbed(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    worker.submit(lambda card: card.transmit(b"\x00"))
    assert desk.entered.wait(SOON)
    worker.keep_awake(FAR)
    assert "awake" not in desk.happened


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
