"""An idle transaction is brought to the service's mind, by another thread and never within a call."""

from __future__ import annotations

import threading
import time

from cardio.transport import Card
from cardio.worker import CardWorker
from tests.support.reader_desk import FAR, Desk
from tests.support.reader_events import SOON


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
    worker.awake.remind(time.monotonic())
    assert not desk.awoken.is_set(), "not idle for long yet"
    deadline = time.monotonic() + SOON
    while not desk.awoken.wait(0.01) and time.monotonic() < deadline:
        worker.awake.remind(FAR)  # not before the task's own call is over
    go_on.set()
    assert future.result(SOON) == b"\x02"
    worker.awake.remind(FAR * 2)
    assert desk.happened.count("awake") == 1, "once in a while, not at every look"
    assert desk.happened[-1] == "end", "no transaction, nothing to keep awake"


def test_a_call_under_way_is_not_disturbed(desk: Desk, worker: CardWorker) -> None:
    desk.block = threading.Event()
    worker.submit(lambda card: card.transmit(b"\x00"))
    assert desk.entered.wait(SOON)
    worker.awake.remind(FAR)
    assert "awake" not in desk.happened
