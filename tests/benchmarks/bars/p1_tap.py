"""P1, the tap: the whole way from the presented card to the durable row told of, against a bare script."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardio.simulator import CardFile, KeyKind, VirtualPivCard
from tests.benchmarks import bare_tap, floors
from tests.benchmarks.check_in_desk import CheckInDesk, TapTimes, check_in_desk
from tests.benchmarks.figures import Line, Samples, measure, milliseconds, timed
from tests.benchmarks.watched_card import WatchedCard

TAPS: Final = 300
SLOW_TAPS: Final = 20
SLOW_CARD_MS: Final = 300.0
WARM_UP: Final = 10
MEDIAN_MS, WORST_MS = 4.0, 12.0
TARGET: Final = f"same APDUs; median ≤ {MEDIAN_MS:.0f} ms, p99 ≤ {WORST_MS:.0f} ms"
_MESSAGE: Final = bytes(700)
_OFFICER: Final = "o-handler"


@dataclass(frozen=True)
class Kind:
    """A kind of card: its key, and whether it takes extended length."""

    key: KeyKind
    extended: bool

    def __str__(self) -> str:
        return self.key.value + ("" if self.extended else ", short APDUs")


KINDS: Final = tuple(Kind(key, extended) for extended in (True, False) for key in KeyKind)


def lines() -> Iterator[Line]:
    """Measure every kind of card, and one that is slow."""
    with tempfile.TemporaryDirectory() as folder, check_in_desk(Path(folder)) as (desk, bench):
        issue = bench.city.card
        files = {kind: issue(_OFFICER, algorithm=kind.key) for kind in KINDS}
        for kind, file in files.items():
            yield _line(desk, kind, file, Path(folder))
        quickest = Kind(KeyKind.P256, extended=True)
        yield _line(desk, quickest, files[quickest], Path(folder), slow=True)


def _line(desk: CheckInDesk, kind: Kind, file: CardFile, folder: Path, *, slow: bool = False) -> Line:
    bare, apdus = _bare(kind, file)
    card = WatchedCard(
        VirtualPivCard(file, extended=kind.extended), SLOW_CARD_MS / 1e3 / apdus if slow else 0
    )
    for _ in range(WARM_UP):
        desk.tap(card)
    taps, writes = _in_turn(desk, card, folder, SLOW_TAPS if slow else TAPS)
    if {tap.apdus for tap in taps} != {apdus}:
        raise AssertionError(f"{kind}: {taps[0].apdus} APDUs, the bare script needs {apdus}")
    floor = Samples(tuple(writes))
    ours = Samples(tuple(tap.ours for tap in taps)).less(floor.median)
    worst = ours.percentile(99)
    in_card = Samples(tuple(tap.in_card for tap in taps)).median
    return Line(
        "P1",
        f"tap on {kind}{f' slowed to {SLOW_CARD_MS:.0f} ms' if slow else ''}: "
        f"our time outside the card and the fsync, {apdus} APDUs",
        f"{milliseconds(ours.median)} median, {milliseconds(worst)} p99",
        f"bare script {milliseconds(bare.median)} beside {milliseconds(in_card)} in the card; "
        f"fsync {milliseconds(floor.median)}",
        TARGET,
        met=ours.median <= MEDIAN_MS and worst <= WORST_MS,
    )


def _in_turn(
    desk: CheckInDesk, card: WatchedCard, folder: Path, times: int
) -> tuple[list[TapTimes], list[float]]:
    """Tap and write to the bare disk in turn: both meet the same machine."""
    with floors.disk(folder) as write:
        pairs = [(desk.tap(card), timed(write)) for _ in range(times)]
    return [tap for tap, _ in pairs], [floor for _, floor in pairs]


def _bare(kind: Kind, file: CardFile) -> tuple[Samples, int]:
    """Return the bare script's own time outside the card, and its APDUs."""
    card = WatchedCard(VirtualPivCard(file, extended=kind.extended))
    card.contactless = True
    in_card: list[float] = []

    def tap() -> None:
        card.power_on()
        bare_tap.tap(card, _MESSAGE, extended=kind.extended)
        in_card.append(card.spent_ms)

    whole = measure(tap, TAPS, warm_up=WARM_UP).values
    own = zip(whole, in_card[WARM_UP:], strict=True)
    return Samples(tuple(total - card_part for total, card_part in own)), card.apdus
