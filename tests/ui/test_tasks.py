"""Work runs elsewhere, its result arrives on the main thread, and a dead receiver is left alone."""

import threading
from concurrent.futures import Future
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tasks import Tasks


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[threading.Thread] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(threading.current_thread())


def test_work_runs_off_and_lands_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    receiver = Receiver()
    tasks.run(lambda: threading.current_thread().name, receiver.done, receiver.failed)
    qtbot.waitUntil(lambda: bool(receiver.results))
    assert str(receiver.results[0]).startswith("task")
    assert receiver.threads == [threading.main_thread()]


def test_an_error_is_delivered_as_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    receiver = Receiver()
    error = ValueError("nine")

    def work() -> None:
        raise error

    tasks.run(work, receiver.done, receiver.failed)
    qtbot.waitUntil(lambda: bool(receiver.errors))
    assert receiver.errors == [error]
    assert receiver.threads == [threading.main_thread()]


def test_a_future_of_another_thread_is_watched(tasks: Tasks, qtbot: QtBot) -> None:
    receiver, future = Receiver(), Future[int]()
    tasks.watch(future, receiver.done, receiver.failed)
    threading.Thread(target=future.set_result, args=(7,)).start()
    qtbot.waitUntil(lambda: receiver.results == [7])
    assert receiver.threads == [threading.main_thread()]


def test_nothing_is_delivered_to_a_deleted_receiver(tasks: Tasks, qtbot: QtBot) -> None:
    gone, alive, future = Receiver(), Receiver(), Future[int]()
    tasks.watch(future, gone.done, gone.failed)
    tasks.watch(future, alive.done, alive.failed)
    shiboken6.delete(gone)
    future.set_result(1)
    qtbot.waitUntil(lambda: alive.results == [1])
    assert gone.results == []


def test_nor_to_a_function_that_closes_over_one(tasks: Tasks, qtbot: QtBot) -> None:
    gone, alive, future, called = Receiver(), Receiver(), Future[int](), list[str]()
    answer = gone.done
    tasks.watch(future, lambda _value: called.append(f"closed over {gone}"), gone.failed)
    tasks.watch(future, lambda _value: called.append(f"closed over {answer}"), gone.failed)
    tasks.watch(future, partial(lambda _gone, _value: called.append("partly"), gone), gone.failed)
    tasks.watch(future, partial(lambda here, value: here.done(value), alive), alive.failed)
    shiboken6.delete(gone)
    future.set_result(1)
    qtbot.waitUntil(lambda: alive.results == [1])
    assert called == []


def test_a_cancelled_future_calls_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    receiver, cancelled, after = Receiver(), Future[int](), Future[int]()
    tasks.watch(cancelled, receiver.done, receiver.failed)
    tasks.watch(after, receiver.done, receiver.failed)
    cancelled.cancel()
    cancelled.set_running_or_notify_cancel()
    after.set_result(2)
    qtbot.waitUntil(lambda: receiver.results == [2])
    assert receiver.errors == []


def test_after_the_end_nothing_is_begun(tasks: Tasks, qtbot: QtBot) -> None:
    receiver, begun = Receiver(), list[int]()
    tasks.stop()
    tasks.run(lambda: begun.append(1), receiver.done, receiver.failed)
    tasks.watch(_settled(3), receiver.done, receiver.failed)
    qtbot.waitUntil(lambda: receiver.results == [3])
    assert (begun, receiver.errors) == ([], [])


def _settled(value: int) -> Future[int]:
    future = Future[int]()
    future.set_result(value)
    return future
