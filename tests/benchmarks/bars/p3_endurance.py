"""P3, endurance: ten thousand taps back to back in process, five hundred cards in and out over pcscd.

The first thousand (of the cards: the first hundred) is held against the last: neither may be slower, nothing
may grow. The first ones also warm caches, so that growth is counted from their end.
"""

from __future__ import annotations

import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
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

        yield _line(f"{TAPS:,} taps back to back", *_repeated(tap, TAPS))
    with real_stack() as stack:
        now = datetime.now(UTC)
        file = StaffCa.create("P3", now).issue_piv(
            holder="P3", staff_code="P3", pin="123456", puk="12345678", now=now
        )
        yield _line(
            f"{CARDS} cards put in, tapped and taken out over pcscd: the tap",
            *_repeated(lambda: _visit(stack, VirtualPivCard(file)), CARDS),
        )


def _repeated(act: Callable[[], float], times: int) -> tuple[array[float], Footprint, Footprint]:
    """Act so often; return the times, and what the process held after the first tenth and at the end."""
    spent = array("d", bytes(8 * times))
    for number in range(times // _SHARE):
        spent[number] = act()
    begun = Footprint.now()
    for number in range(times // _SHARE, times):
        spent[number] = act()
    return spent, begun, Footprint.now()


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


def _line(what: str, spent: array[float], begun: Footprint, ended: Footprint) -> Line:
    tenth = len(spent) // _SHARE
    first, last = Samples(tuple(spent[:tenth])), Samples(tuple(spent[-tenth:]))
    slope = last.median / first.median - 1
    grown = (ended.resident_kb - begun.resident_kb) / 1024
    kept = ended.threads <= begun.threads and ended.files <= begun.files
    return Line(
        "P3",
        what,
        f"last {tenth:,} {milliseconds(last.median)} median ({slope:+.1%}); {ended.since(begun)}",
        f"first {tenth:,} {milliseconds(first.median)}",
        TARGET,
        met=slope <= SLOPE and grown <= GROWN_MB and kept,
    )
