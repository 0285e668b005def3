"""The real card service for a bar: a private pcscd, a virtual card behind it, our pool and others at it."""

from __future__ import annotations

import os
import queue
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

from cardio.events import CardEvent, ReaderAdded
from cardio.readers import ReaderPool
from cardio.simulator import VpcdLink
from tests.support.pcscd import READERS, SOCKET_VARIABLE, PrivatePcscd, private_folder, socket_in

READER = READERS[0]
PATIENCE = 20.0


class Told:
    """What the pool publishes, with the moment; nothing is kept that has been asked for."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[tuple[int, CardEvent]] = queue.SimpleQueue()

    def publish(self, event: CardEvent) -> None:
        """Take an event over; the pool calls it on its threads."""
        self._events.put((time.perf_counter_ns(), event))

    def moment(self, kind: type[CardEvent]) -> int:
        """Wait for the next event of a kind, others dropped; return its ``perf_counter_ns``.

        Raises ``queue.Empty``.
        """
        while True:
            at, event = self._events.get(timeout=PATIENCE)
            if isinstance(event, kind):
                return at


@dataclass(frozen=True)
class RealStack:
    """The service, the way into its first reader, and our pool at it."""

    daemon: PrivatePcscd
    link: VpcdLink
    pool: ReaderPool
    told: Told

    @property
    def environment(self) -> dict[str, str]:
        """What another program at these readers is started with."""
        return {**os.environ, **self.daemon.environment()}

    def run(self, command: Sequence[str]) -> None:
        """Run another program at the readers to its end; raise ``CalledProcessError``."""
        subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE, check=True)


@contextmanager
def real_stack() -> Iterator[RealStack]:
    """Start everything, the reader empty; raise ``StackMissing`` where there is no pcscd."""
    from cardio.pcsc import PcscSource

    told = Told()
    socket = {SOCKET_VARIABLE: str(socket_in(private_folder()))}  # before the first call of our own
    with mock.patch.dict(os.environ, socket), PrivatePcscd() as daemon:
        link, pool = VpcdLink(daemon.port, connect=daemon.connect), ReaderPool([PcscSource()], told.publish)
        link.start()
        pool.start()
        try:
            told.moment(ReaderAdded)
            yield RealStack(daemon, link, pool, told)
        finally:
            pool.stop()
            link.stop()
