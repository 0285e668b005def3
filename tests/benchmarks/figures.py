"""Samples and what is told of them. All times are milliseconds."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Samples:
    """Measured times in milliseconds, at least one."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle."""
        return statistics.median(self.values)

    def percentile(self, share: int) -> float:
        """The time that ``share`` percent of the samples stay within (nearest rank)."""
        ranked = sorted(self.values)
        return ranked[max(0, -(-len(ranked) * share // 100) - 1)]

    def less(self, floor: float) -> Samples:
        """The samples with a floor taken off, never below zero."""
        return Samples(tuple(max(0.0, value - floor) for value in self.values))


@dataclass(frozen=True)
class Line:
    """One line of the table: bar, what was measured, the figure, its peer of the same run, the verdict."""

    bar: str
    what: str
    ours: str
    peer: str
    target: str
    met: bool


def timed(act: Callable[[], object]) -> float:
    """Return how long ``act`` takes."""
    begun = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - begun) / 1e6


def measure(act: Callable[[], object], times: int, *, warm_up: int = 3) -> Samples:
    """Time ``act``; the collector is kept out, as it is between a person's keystrokes."""
    for _ in range(warm_up):
        act()
    gc.collect()
    gc.disable()
    try:
        return Samples(tuple(timed(act) for _ in range(times)))
    finally:
        gc.enable()


def milliseconds(value: float) -> str:
    """Return a time as people read it."""
    return f"{value:.2f} ms" if value < 100 else f"{value:.0f} ms"
