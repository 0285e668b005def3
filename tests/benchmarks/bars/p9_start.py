"""P9, the start: process start → PIN field ready, against an empty window; unlock → first rows."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cardio.simulator import CardFile, VirtualPivCard, VpcdLink
from tests.benchmarks import floors
from tests.benchmarks.bars.p7_key import day
from tests.benchmarks.enrolled_home import EnrolledHome, enrolled_home
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.benchmarks.program import READY
from tests.support.pcscd import PrivatePcscd

STARTS: Final = 9
UNLOCKS: Final = 5
REPORTS: Final = 1_000
READY_MS, ROWS_MS, RATIO = 500.0, 300.0, 3.0


def lines() -> Iterator[Line]:
    """Measure starts in turn with empty windows, then unlocks."""
    with tempfile.TemporaryDirectory() as folder:
        home = enrolled_home(Path(folder), REPORTS)
        yield _start(home)
        yield _unlock(home)


def _start(home: EnrolledHome) -> Line:
    """The program as it is, its card behind the real card service: nothing but a stopwatch runs in it."""
    command = [sys.executable, "-m", "tests.benchmarks.program"]
    ours: list[float] = []
    empty: list[float] = []
    with PrivatePcscd() as daemon:
        link = VpcdLink(daemon.port, connect=daemon.connect)
        link.insert(VirtualPivCard(CardFile.load(home.card)))
        link.start()
        environment = {**home.environment, **daemon.environment()}
        floors.until_line(command, READY, environment)  # the disk is warm after it, as for the empty window
        for _ in range(STARTS):
            empty.append(floors.empty_window())
            ours.append(floors.until_line(command, READY, environment))
        link.stop()
    ready, window = Samples(tuple(ours)).median, Samples(tuple(empty)).median
    return Line(
        "P9",
        "process start → PIN field ready, card in a reader of pcscd",
        f"{milliseconds(ready)} median ({ready / window:.1f} ×)",
        f"empty window {milliseconds(window)}",
        f"≤ {READY_MS:.0f} ms and ≤ {RATIO:.0f} ×",
        met=ready <= READY_MS and ready <= RATIO * window,
    )


def _unlock(home: EnrolledHome) -> Line:
    unlocked = Samples(tuple(float(day(home, 0, 0)["unlock"]) for _ in range(UNLOCKS))).median
    return Line(
        "P9",
        f"PIN entered → first rows painted, {REPORTS:,} reports, offline",
        f"{milliseconds(unlocked)} median",
        "–",
        f"≤ {ROWS_MS:.0f} ms",
        met=unlocked <= ROWS_MS,
    )
