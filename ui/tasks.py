"""Slow work off the main thread, its result back on it.

``work`` runs on a thread named ``task_n``; ``done`` or ``failed`` is called on the main thread. When the
receiver is a method of a widget that was deleted meanwhile, or a function that closes over one, the result
is dropped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from types import FunctionType, MethodType
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.crossing import Crossing

_log = logging.getLogger(__name__)
T = TypeVar("T")
WORKERS = 4


class Tasks(QObject):
    """Runs callables on a few threads; lives on the main thread and is never moved."""

    _settled = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._crossing = Crossing(self)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="task")
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Call ``work`` on a worker thread, then ``done(result)`` or ``failed(error)`` on the main thread.

        After ``stop`` nothing happens: a timer may still ask when its desk has been locked.
        """
        if not self._stopped:
            self.watch(self._pool.submit(work), done, failed)

    def watch(
        self, future: Future[T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Call ``done`` or ``failed`` on the main thread when ``future`` (of any thread) settles."""

        def settle(settled: Future[T]) -> None:
            self._crossing.carry(lambda: self._settled.emit(settled, done, failed))

        future.add_done_callback(settle)

    def stop(self) -> None:
        """Start nothing more; work that runs is left to its own time limits."""
        self._stopped = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    @Slot(object, object, object)
    def _deliver(
        self, future: Future[Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - whatever the work raised belongs to its caller
            _call(failed, error)
        else:
            _call(done, result)


def _call(receiver: Callable[[Any], None], value: object) -> None:
    if all(shiboken6.isValid(held) for held in _held(receiver)):
        receiver(value)
    else:
        _log.debug("result dropped: its widget is gone")


def _held(receiver: object) -> Iterator[QObject]:
    """Yield the objects of Qt that ``receiver`` is a method of or closes over."""
    if isinstance(receiver, partial):
        for part in (receiver.func, *receiver.args, *receiver.keywords.values()):
            yield from _held(part)
    elif isinstance(receiver, MethodType):
        yield from _held(receiver.__self__)
    elif isinstance(receiver, FunctionType):
        for cell in receiver.__closure__ or ():
            yield from _held(cell.cell_contents)
    elif isinstance(receiver, QObject):
        yield receiver
