"""P6, scrolling and stepping through all reports at the real desk; P9, its memory after that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.benchmarks.bars.p4_inbox import SIZES
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.benchmarks.full_desk import desk_figures
from tests.benchmarks.store_making import full_store

MEDIAN_MS, WORST_MS = 8.0, 16.0
MEMORY_MB: Final = 160.0
WAYS: Final = {
    "steps": "arrow down → row and report painted",
    "pages": "a page further",
    "jumps": "the scroll bar anywhere",
    "news": "news of one report → its row in place",
}


def lines() -> Iterator[Line]:
    """Measure at growing sizes; the bars are for the last."""
    for reports in SIZES:
        figures = desk_figures(full_store(reports))
        for name, what in WAYS.items():
            times = Samples(tuple(figures[name]))
            yield Line(
                "P6", f"{what}, {reports:,} reports",
                f"{milliseconds(times.median)} median, {milliseconds(times.percentile(99))} p99", "–",
                f"main thread ≤ {MEDIAN_MS:.0f} ms median, ≤ {WORST_MS:.0f} ms p99",
                met=times.median <= MEDIAN_MS and times.percentile(99) <= WORST_MS,
            )  # fmt: skip
        yield Line(
            "P6", f"longest hold while a whole list comes, {reports:,} reports",
            milliseconds(figures["hold"][0]), "–", f"≤ {WORST_MS:.0f} ms", met=figures["hold"][0] <= WORST_MS,
        )  # fmt: skip
        memory, begun = figures["memory"]
        yield Line(
            "P9", f"memory after scrolling {int(figures['scrolled'][0]):,} of {reports:,} reports",
            f"{memory:.0f} MB", f"before the desk {begun:.0f} MB", f"≤ {MEMORY_MB:.0f} MB",
            met=memory <= MEMORY_MB,
        )  # fmt: skip
