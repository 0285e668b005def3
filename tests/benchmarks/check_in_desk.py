"""An enrolled workstation whose check-in is open, with the network out: every tap takes the whole way."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.news import CardLeft, TapResult
from tests.benchmarks.watched_card import WatchedCard
from tests.journeys.workbench import KIOSK, Workbench, workbench
from tests.support.deadline import until

PATIENCE = 30.0


@dataclass(frozen=True)
class TapTimes:
    """One tap in milliseconds: from the presented card to its ``TapResult``, and the card's own part."""

    whole: float
    in_card: float
    apdus: int

    @property
    def ours(self) -> float:
        """What is left when the card's own time is taken off."""
        return self.whole - self.in_card


class CheckInDesk:
    """Presents cards and waits for what the kiosk's screen would be told."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._told: queue.SimpleQueue[tuple[int, object]] = queue.SimpleQueue()
        for kind in (TapResult, CardLeft):
            bench.core.bus.subscribe(kind, self._hear)

    def _hear(self, news: object) -> None:
        self._told.put((time.perf_counter_ns(), news))

    def tap(self, card: WatchedCard) -> TapTimes:
        """Present ``card``, wait for its durable row to be told of, and take it away."""
        begun = time.perf_counter_ns()
        self._bench.readers.insert(KIOSK, card)
        ended, told = self._told.get(timeout=PATIENCE)
        times = TapTimes((ended - begun) / 1e6, card.spent_ms, card.apdus)
        self._bench.readers.remove(KIOSK)
        _, left = self._told.get(timeout=PATIENCE)
        if not isinstance(told, TapResult) or not isinstance(left, CardLeft):
            raise TypeError(f"{told} {left}")
        return times


@contextmanager
def check_in_desk(folder: Path) -> Iterator[tuple[CheckInDesk, Workbench]]:
    """Enrol, fetch the roster, cut the network and open the check-in."""
    with workbench(folder) as bench:
        bench.enrol()
        bench.core.check_in.open([KIOSK])
        until(lambda: bench.core.terminal and bench.core.terminal.roster.issued_at(), what="the roster")
        bench.gate.refuse()
        yield CheckInDesk(bench), bench
        bench.core.check_in.close()
