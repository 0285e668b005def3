"""P10, a citizen card: from the code's scan to the verified identity on the screen, against a bare script."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from cardio.simulator.emrtd import CountryAuthority, VirtualDocument, issue
from tests.benchmarks import bare_document, floors
from tests.benchmarks.counter_desk import TimedDocument
from tests.benchmarks.figures import Line, Samples, milliseconds, timed
from tests.support.virtual_documents import PERSON

TIMES: Final = 40
WORST_MS: Final = 150.0
TARGET: Final = f"same APDUs; ≤ {WORST_MS:.0f} ms p99, photo after"
_PATIENCE_SECONDS: Final = 180


def lines() -> Iterator[Line]:
    """Measure the program's page in a process of its own, and the script in this one."""
    bare, bare_apdus = script()
    ours, apdus = program()
    if apdus != [bare_apdus]:
        raise AssertionError(f"{apdus} APDUs, the bare script needs {bare_apdus}")
    worst = ours.percentile(99)
    yield Line(
        "P10",
        f"CCCD: code scanned → verified identity painted (DG1, DG13, SOD): our time outside the card, "
        f"{bare_apdus} APDUs",
        f"{milliseconds(ours.median)} median, {milliseconds(worst)} p99",
        f"bare script {milliseconds(bare.median)}, no screen",
        TARGET,
        met=worst <= WORST_MS,
    )


def program() -> tuple[Samples, list[int]]:
    """Run the counter; return its times outside the card and the numbers of APDUs that were seen."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.counter_desk", str(TIMES)],
        env=floors.QUIET_SCREEN,
        stdout=subprocess.PIPE,
        timeout=_PATIENCE_SECONDS,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return Samples(tuple(found["milliseconds"])), found["apdus"]


def script() -> tuple[Samples, int]:
    """Run the bare script; return its times outside the card and its APDUs."""
    now = datetime.now(UTC)
    card = TimedDocument(VirtualDocument(issue(PERSON, CountryAuthority.create("P10", now), now)))
    times: list[float] = []
    for _ in range(TIMES):
        card.power_on()
        whole = timed(lambda: bare_document.read(card, PERSON.number[-6:]))
        times.append(whole - card.spent_ms)
    return Samples(tuple(times)), card.apdus
