"""`CardWorker`: the thread `card-<reader>`, which owns that reader's channel and runs its tasks.

A driver may hang for ever and no call can be taken back. So every call into the source is stamped; somebody
else (`readers.ReaderPool`) reads the stamp and calls `overdue`, which fails what waits. When the call returns
after all, the worker goes on; when the reader is replugged first, the thread is left to its fate.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import Any, Final, Literal, Protocol, TypeVar

from cardio.errors import (
    CardError,
    CardHeldElsewhere,
    CardRemoved,
    CardWasReset,
    NoReader,
    NoService,
    ReaderFault,
    ReaderNotAnswering,
)
from cardio.keep_awake import KeepAwake
from cardio.live_card import LiveCard
from cardio.source import CardConnection, ReaderChannel
from cardio.transport import Card

T = TypeVar("T")
SLOWEST_CALL: Final = 1.85
"""Seconds: with the pause between two looks at the calls, a hang is told within two."""

SLOWEST_ENTRY: Final = 100.0
"""Seconds for three entries on a reader's keys: old PIN, new one, new one again."""
PREPARING = 3.0
"""Seconds after insertion in which another program, as a rule the system's own certificate reader, may hold
the card before it is told as held. Who photographs that moment stretches it."""
_ASK_AGAIN: Final = 0.1

_STALE: Final = (CardRemoved, CardWasReset, NoService, NoReader, ReaderFault, ReaderNotAnswering)


class Supervisor(Protocol):
    """Who is told about a worker's fortunes; called on the worker's thread."""

    def busy(self) -> None:
        """A task begins: the stamps are worth reading from now on."""
        ...

    def returned(self, worker: CardWorker) -> None:
        """An overdue call came back: the reader answers again."""
        ...

    def preparing(self, worker: CardWorker, *, begins: bool) -> None:
        """Another program holds a card that was just put in; we wait for it, or wait no longer."""
        ...


_Job = tuple["Future[Any]", Callable[[Card], Any]]
_CARD_CHANGED: Final = "card changed"
_END: Final = "end"
_Order = _Job | Literal["card changed", "end"]


class CardWorker:
    """One reader's thread, queue, channel and connection."""

    def __init__(self, reader: str, channel: ReaderChannel, supervisor: Supervisor) -> None:
        self.reader = reader
        self._channel = channel
        self._supervisor = supervisor
        self._jobs: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._guard = threading.Lock()  # the current future and the flags below
        self._current: Future[Any] | None = None
        self._overdue: CardError | None = None
        self._retired = False
        self.pad_failed = False
        self._call: tuple[str, float] | None = None
        self.awake = KeepAwake(reader)
        self._retirement = threading.Event()
        self._prepared_by = time.monotonic() + PREPARING
        self._connection: CardConnection | None = None
        self._thread = threading.Thread(target=self._run, name=f"card-{reader}", daemon=True)
        self._thread.start()

    @property
    def contactless(self) -> bool:
        """Whether the reader talks to cards through the air."""
        return self._channel.contactless

    def submit(self, task: Callable[[Card], T]) -> Future[T]:
        """Queue a task; it fails at once when the reader does not answer or is gone."""
        future: Future[T] = Future()
        with self._guard:
            refusal = self._refusal()
            if refusal is None:
                self._jobs.put((future, task))
        if refusal is not None:
            future.set_exception(refusal)
        return future

    def overdue(self, now: float) -> CardError | None:
        """If a call takes too long, fail everything that waits by the error returned; once per call."""
        call = self._call
        if call is None or now - call[1] < (SLOWEST_ENTRY if call[0] == "pad" else SLOWEST_CALL):
            return None
        with self._guard:
            if self._overdue or self._call is not call:
                return None
            # In `begin` we wait for another program's transaction; the reader is not at fault.
            error: CardError = CardHeldElsewhere() if call[0] == "begin" else ReaderNotAnswering(self.reader)
            self._overdue = error
            current, self._current = self._current, None
            waiting = self._waiting()
            if self._retired:
                self._jobs.put(_END)  # it was in the queue too
        if current is not None:
            current.set_exception(error)
        _fail(waiting, error)
        return error

    @property
    def is_working(self) -> bool:
        """Whether a task is under way whose calls may become overdue."""
        return self._current is not None

    @property
    def is_overdue(self) -> bool:
        """Whether a call given up has not come back yet."""
        return self._overdue is not None

    def card_changed(self) -> None:
        """The card left or another one lies there: tasks queued from now on get a new connection."""
        self._prepared_by = time.monotonic() + PREPARING
        self._jobs.put(_CARD_CHANGED)

    def retire(self) -> None:
        """The reader is gone or the pool stops: no new tasks, end after the one under way."""
        self._retirement.set()
        with self._guard:
            self._retired = True
            waiting = self._waiting()
            self._jobs.put(_END)
        _fail(waiting, NoReader(self.reader))

    def join(self, deadline: float) -> bool:
        """Wait for the thread's end; whether it has ended."""
        self._thread.join(max(0.0, deadline - time.monotonic()))
        return not self._thread.is_alive()

    def _refusal(self) -> CardError | None:
        if self._retired:
            return NoReader(self.reader)
        return self._overdue

    def _waiting(self) -> list[Future[Any]]:
        """Empty the queue; the tasks that were in it."""
        found: list[Future[Any]] = []
        while True:
            try:
                order = self._jobs.get_nowait()
            except queue.Empty:
                return found
            if not isinstance(order, str):
                found.append(order[0])

    # --- on the thread

    def _run(self) -> None:
        while (order := self._jobs.get()) != _END:
            if order == _CARD_CHANGED:
                self._disconnect()
            else:
                self._perform(*order)
        self._disconnect()
        self._channel.close()

    def _perform(self, future: Future[Any], task: Callable[[Card], Any]) -> None:
        with self._guard:
            if not future.set_running_or_notify_cancel():
                return
            self._current = future
        self._supervisor.busy()
        try:
            result, error = task(self._connected()), None
        except Exception as failure:  # noqa: BLE001 — the task's owner gets it, whatever it is
            result, error = None, failure
            if isinstance(failure, _STALE):
                self._disconnect()
        self._deliver(future, result, error)

    def _deliver(self, future: Future[Any], result: object, error: Exception | None) -> None:
        with self._guard:
            if self._current is not future:  # failed meanwhile as overdue
                return
            self._current = None
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)

    def _connected(self) -> LiveCard:
        if self._connection is None:
            self._connection = self._connect()
        return LiveCard(self, self._connection)

    def _connect(self) -> CardConnection:
        """Connect; a card that was only just put in is waited for while another program prepares it."""
        waiting = False
        try:
            while True:
                try:
                    with self.call("connect"):
                        return self._channel.connect()
                except CardHeldElsewhere:
                    if time.monotonic() > self._prepared_by:
                        raise
                    if not waiting:
                        waiting = True
                        self._supervisor.preparing(self, begins=True)
                    if self._retirement.wait(_ASK_AGAIN):
                        raise
        finally:
            if waiting:
                self._supervisor.preparing(self, begins=False)

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def call(self, kind: str) -> AbstractContextManager[None]:
        """Stamp a call into the source; what returns too late is answered by ReaderNotAnswering."""
        return _Stamped(self, kind)

    def begins(self, kind: str) -> None:
        """Put the stamp on."""
        self._call = (kind, time.monotonic())
        self.awake.line.acquire()

    def ends(self) -> None:
        """Take it off again; raises ReaderNotAnswering where the call was given up meanwhile."""
        self.awake.line.release()
        if self._came_late():
            raise ReaderNotAnswering(self.reader)

    def _came_late(self) -> bool:
        """Take the stamp off; whether the call was given up meanwhile."""
        with self._guard:
            self._call = None
            late, self._overdue = self._overdue is not None, None
            gone = self._retired
        if late and not gone:
            self._supervisor.returned(self)
        return late

    def reconnect(self) -> CardConnection:
        """A new connection after the card was reset by somebody else."""
        self._disconnect()
        self._connection = self._connect()
        return self._connection


def _fail(futures: Iterable[Future[Any]], error: CardError) -> None:
    """Outside of the lock: their callbacks may do anything."""
    for future in futures:
        if future.set_running_or_notify_cancel():
            future.set_exception(error)


class _Stamped:
    """One call of a worker into its source; no generator, as every APDU that is waited for passes here."""

    def __init__(self, worker: CardWorker, kind: str) -> None:
        self._worker, self._kind = worker, kind

    def __enter__(self) -> None:
        self._worker.begins(self._kind)

    def __exit__(self, *_: object) -> None:
        self._worker.ends()
