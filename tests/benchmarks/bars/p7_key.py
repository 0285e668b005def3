"""P7, a key: from its event to the end of the paint it led to, in the real program, after any commit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.enrolled_home import EnrolledHome, enrolled_home
from tests.benchmarks.figures import Line, Samples, milliseconds

REPORTS: Final = (1_000, 10_000)
STEPS, COMMANDS = 200, 100
"""A hundred is the fewest of which a p99 is not the maximum."""
KEY_MS: Final = 16.0
TARGET: Final = f"≤ {KEY_MS:.0f} ms p99, less the fsync floor"
_PATIENCE_SECONDS: Final = 180


def lines() -> Iterator[Line]:
    """Measure a step and a command among a thousand reports and among many."""
    for reports in REPORTS:
        with tempfile.TemporaryDirectory() as folder:
            home = enrolled_home(Path(folder), reports)
            times = day(home, STEPS, COMMANDS)
            steps, commands = Samples(tuple(times["steps"])), Samples(tuple(times["commands"]))
            floor = Samples(tuple(times["floors"]))
        yield _line(f"arrow down → row and report painted, {reports:,} reports", steps, None)
        yield _line(f"accept by key → committed, row painted, {reports:,} reports", commands, floor)


def day(home: EnrolledHome, steps: int, commands: int) -> dict[str, Any]:
    """Run the program on ``home`` with a person inside; return the times, see ``person``."""
    found: dict[str, Any] = home.errand("day", steps, commands, seconds=_PATIENCE_SECONDS)
    return found


def _line(what: str, keys: Samples, floor: Samples | None) -> Line:
    """Tell median and p99 of the keys, less what a bare write to the disk took in the same moments."""
    ours = keys.less(floor.median) if floor else keys
    peer = (
        f"fsync in turn {milliseconds(floor.median)} median, {milliseconds(floor.percentile(99))} p99"
        if floor
        else "–"
    )
    worst = ours.percentile(99)
    return Line(
        "P7",
        what,
        f"{milliseconds(ours.median)} median, {milliseconds(worst)} p99",
        peer,
        TARGET,
        met=worst <= KEY_MS,
    )
