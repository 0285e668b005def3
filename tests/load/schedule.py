"""Sends by the clock; latency counts from the scheduled moment, so that all who waited in a stall show it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """Latencies in milliseconds, what failed, and the share of one core that the generator itself used."""

    latencies: tuple[float, ...]
    failures: tuple[str, ...]
    own_cpu: float

    def percentile(self, share: float) -> float:
        """The time that ``share`` of the sends stay within."""
        ranked = sorted(self.latencies)
        return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def run(acts: Sequence[Callable[[], None]], per_second: float, lanes: int = 64) -> Outcome:
    """Start ``acts`` at a steady rate (0: all at once), never waiting for an answer before the next."""
    latencies: list[float] = []
    failures: list[str] = []
    begun, spent = time.perf_counter(), time.process_time()
    never = threading.Event()

    def one(act: Callable[[], None], due: float) -> None:
        try:
            act()
        except (OSError, AssertionError) as failure:
            failures.append(f"{type(failure).__name__}: {failure}"[:200])
        latencies.append((time.perf_counter() - due) * 1000)

    with ThreadPoolExecutor(lanes) as threads:
        for number, act in enumerate(acts):
            due = begun + (number / per_second if per_second else 0.0)
            if (left := due - time.perf_counter()) > 0:
                never.wait(left)
            threads.submit(one, act, due)
    wall = time.perf_counter() - begun
    return Outcome(tuple(latencies), tuple(failures), (time.process_time() - spent) / wall)
