"""Histories one after the other for a given time, under one seed."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass

from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import Histories, Totals
from tests.model.planted import Defect
from tests.model.template import template

BATCH = 5
LONG = settings(
    max_examples=BATCH, stateful_step_count=80, deadline=None, database=None, report_multiple_bugs=False,
    phases=(Phase.generate,),
)  # fmt: skip


@dataclass(slots=True)
class Result:
    """What the histories came to; ``failure`` is the history that fails, with why."""

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
    result = _hunt(first_seed, seconds)
    if result.failure:
        print(result.failure, flush=True)
    return result


def search(defect: Defect, first_seed: int, seconds: float) -> tuple[bool, str]:
    """Let the histories look for a planted defect; return whether they found it, and one line on it.

    Raises ``RuntimeError`` where it does more than break its invariant.
    """
    template.cache_clear()  # what the desks hold before a history begins was made with the defect, too
    before, begun = Totals.histories, time.monotonic()
    with defect.planted():
        failure = _hunt(first_seed, seconds).failure
    template.cache_clear()
    spent, tried = time.monotonic() - begun, Totals.histories - before
    why = next((line for line in failure.splitlines() if line.startswith(_KINDS)), "")
    if failure and not why:
        raise RuntimeError(f"{defect.name}: no defect but a crash:\n{failure}")
    how = f"found in {spent:.0f} s, {tried} histories ({why})" if why else f"NOT found in {spent:.0f} s"
    return bool(why), f"{defect.breaks}: {defect.name}: {how}"


_KINDS = ("lost: ", "doubled: ", "diverged: ", "leaked: ", "AssertionError: it never became quiet")


def _hunt(first_seed: int, seconds: float) -> Result:
    deadline, number, failure = time.monotonic() + seconds, first_seed, ""
    while time.monotonic() < deadline and not failure:
        machine = seed(number)(type("Histories", (Histories,), {}))
        try:
            run_state_machine_as_test(machine, settings=LONG)
        except Exception:  # noqa: BLE001 - whatever it is, it is the finding
            failure = f"seed {number}:\n{traceback.format_exc()}"
        number += 1
    return Result(Totals.histories, Totals.events, Totals.kills, Totals.faults, failure)
