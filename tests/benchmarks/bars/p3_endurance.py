"""P3, endurance: ten thousand taps back to back in process, five hundred cards in and out over pcscd.

The first thousand (of the cards: the first hundred) is held against the last: neither may be slower, nothing
may grow. The first ones also warm caches, so that growth is counted from their end.
"""

from __future__ import annotations

import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cardio.events import CardInserted, CardRemoved
from cardio.simulator import StaffCa, VirtualPivCard
from cardio.tap import read_tap
from cardio.transport import Card
from tests.benchmarks.check_in_desk import check_in_desk
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.benchmarks.footprint import Footprint
from tests.benchmarks.real_stack import PATIENCE, READER, RealStack, real_stack
from tests.benchmarks.watched_card import WatchedCard

TAPS: Final = 10_000
CARDS: Final = 500
SLOPE: Final = 0.05
GROWN_MB: Final = 2.0
TARGET: Final = f"last ≤ {SLOPE:.0%} slower than first, grown ≤ {GROWN_MB:.0f} MB after the first"
_OFFICER: Final = "o-handler"
_SHARE: Final = 10  # a tenth at each end is compared


def lines() -> Iterator[Line]:
    """Tap in process, then put cards in and take them out."""
    with tempfile.TemporaryDirectory() as folder, check_in_desk(Path(folder)) as (desk, bench):
        card = WatchedCard(VirtualPivCard(bench.city.card(_OFFICER)))

        def tap() -> float:
            bench.heard.items.clear()  # the workbench's own notes
            return desk.tap(card).ours

        yield _line(f"{TAPS:,} taps back to back", _repeated(tap, TAPS))
    with real_stack() as stack:
        now = datetime.now(UTC)
        file = StaffCa.create("P3", now).issue_piv(
            holder="P3", staff_code="P3", pin="123456", puk="12345678", now=now
        )
        yield _line(
            f"{CARDS} cards put in, tapped and taken out over pcscd: the tap",
            _repeated(lambda: _visit(stack, VirtualPivCard(file)), CARDS),
        )


@dataclass(frozen=True)
class _Run:
    """Times and processor times (of all threads) in ms; what was held after a tenth and at the end."""

    spent: array[float]
    processor: array[float]
    begun: Footprint
    ended: Footprint


def _repeated(act: Callable[[], float], times: int) -> _Run:
    """Act so often."""
    spent, processor = array("d", bytes(8 * times)), array("d", bytes(8 * times))
    begun = None
    for number in range(times):
        if number == times // _SHARE:
            begun = Footprint.now()
        before = time.process_time_ns()
        spent[number] = act()
        processor[number] = (time.process_time_ns() - before) / 1e6
    ended = Footprint.now()
    return _Run(spent, processor, begun or ended, ended)


def _visit(stack: RealStack, card: VirtualPivCard) -> float:
    """Put a card in, tap, take it out, each seen by the pool; return the tap's milliseconds."""
    stack.link.insert(card)
    stack.told.moment(CardInserted)
    begun = time.perf_counter_ns()
    stack.pool.submit(READER, _tap).result(PATIENCE)
    spent = (time.perf_counter_ns() - begun) / 1e6
    stack.link.remove()
    stack.told.moment(CardRemoved)
    return spent


def _tap(card: Card) -> bytes:
    with card.transaction():
        return read_tap(card).sign(b"event")


def _slope(times: array[float]) -> float:
    """How much the median of the last tenth is above that of the first, as a share."""
    tenth = len(times) // _SHARE
    return Samples(tuple(times[-tenth:])).median / Samples(tuple(times[:tenth])).median - 1


def _line(what: str, run: _Run) -> Line:
    tenth, slope = len(run.spent) // _SHARE, _slope(run.spent)
    first, last = Samples(tuple(run.spent[:tenth])), Samples(tuple(run.spent[-tenth:]))
    grown = (run.ended.resident_kb - run.begun.resident_kb) / 1024
    kept = run.ended.threads <= run.begun.threads and run.ended.files <= run.begun.files
    return Line(
        "P3",
        what,
        f"last {tenth:,} {milliseconds(last.median)} median ({slope:+.1%}, "
        f"processor {_slope(run.processor):+.1%}); {run.ended.since(run.begun)}",
        f"first {tenth:,} {milliseconds(first.median)}",
        TARGET,
        met=slope <= SLOPE and grown <= GROWN_MB and kept,
    )
