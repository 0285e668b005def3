"""A reader's channel, its connections and a supervisor in one, for tests of the thread that works there."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cardio.part10 import Pad
from cardio.source import CardConnection
from cardio.transport import Card
from cardio.worker import CardWorker
from tests.support.reader_events import SOON

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


@contextmanager
def at_work(desk: Desk) -> Iterator[CardWorker]:
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
