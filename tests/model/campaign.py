"""Histories one after the other for a given time, under one seed."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass

from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import Histories, Totals

BATCH = 5
LONG = settings(
    max_examples=BATCH, stateful_step_count=80, deadline=None, database=None,
    phases=(Phase.generate,),
)  # fmt: skip


@dataclass(slots=True)
class Result:
    """What the histories came to; ``failure`` is the shortest history that fails, with why."""

    histories: int
    events: int
    kills: int
    faults: int
    failure: str = ""

    @property
    def line(self) -> str:
        """The one line that sums up."""
        end = "FAILED" if self.failure else "all agree"
        return (
            f"model: histories={self.histories} events={self.events} kills={self.kills} "
            f"faults={self.faults}: {end}"
        )


def run(first_seed: int, seconds: float) -> Result:
    """Run batches until ``seconds`` are over, or one fails; a failure is printed."""
    deadline, number, failure = time.monotonic() + seconds, first_seed, ""
    while time.monotonic() < deadline and not failure:
        machine = seed(number)(type("Histories", (Histories,), {}))
        try:
            run_state_machine_as_test(machine, settings=LONG)
        except Exception:  # noqa: BLE001 - whatever it is, it is the finding
            failure = traceback.format_exc()
            print(f"seed {number}:\n{failure}", flush=True)
        number += 1
    return Result(Totals.histories, Totals.events, Totals.kills, Totals.faults, failure)
