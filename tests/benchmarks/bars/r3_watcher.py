"""R3, the watcher: how long after the service our events come, and how soon a hanging card is noticed.

A reader without interrupts is polled by pcscd itself, every few hundred milliseconds. That time is the
reader's, not ours: it is measured by a bare program that waits for the same change on the same reader, named,
and taken off.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Final

from cardio.errors import ReaderNotAnswering as Unanswered
from cardio.events import CardInserted, CardRemoved, ReaderNotAnswering, ReaderRevived
from cardio.simulator import CardFile, StaffCa, VirtualPivCard
from cardio.tap import read_tap
from cardio.transport import Card
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.benchmarks.real_stack import PATIENCE, READER, RealStack, real_stack

CHANGES: Final = 60
HANGS: Final = 5
LATE_MS: Final = 20.0
HANG_MS: Final = 2_000.0


def lines() -> Iterator[Line]:
    """Put a card in and take it out; then one that stops answering."""
    now = datetime.now(UTC)
    file = StaffCa.create("R3", now).issue_piv(
        holder="R3", staff_code="R3", pin="123456", puk="12345678", now=now
    )
    with real_stack() as stack:
        yield from _latency(stack, file)
        yield _hang(stack, file)


def _latency(stack: RealStack, file: CardFile) -> Iterator[Line]:
    command = [sys.executable, "-m", "tests.benchmarks.bare_watch", READER]
    with subprocess.Popen(command, env=stack.environment, stdout=subprocess.PIPE, text=True) as bare:
        if bare.stdout is None or bare.stdout.readline().strip() != "ready":
            raise RuntimeError("the bare program does not watch")
        seen = [_change(stack, VirtualPivCard(file), bare.stdout) for _ in range(CHANGES)]
        bare.kill()
    for at, what in enumerate(("card put in", "card taken out")):
        pairs = [change[at] for change in seen]
        yield _late(
            what, Samples(tuple(ours for ours, _ in pairs)), Samples(tuple(bare for _, bare in pairs))
        )


def _change(
    stack: RealStack, card: VirtualPivCard, bare: IO[str]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Put a card in and take it out; for both, milliseconds until our event and until the bare program."""
    begun = time.perf_counter_ns()
    stack.link.insert(card)
    put_in = _both(begun, stack.told.moment(CardInserted), bare, present=True)
    begun = time.perf_counter_ns()
    stack.link.remove()
    return put_in, _both(begun, stack.told.moment(CardRemoved), bare, present=False)


def _both(begun: int, ours: int, bare: IO[str], *, present: bool) -> tuple[float, float]:
    """The two moments as milliseconds since ``begun``; the bare program's other changes are passed over."""
    for line in bare:
        at, there = line.split()
        if bool(int(there)) is present and int(at) >= begun:
            return (ours - begun) / 1e6, (int(at) - begun) / 1e6
    raise RuntimeError("the bare program ended")


def _late(what: str, ours: Samples, bare: Samples) -> Line:
    late = Samples(tuple(mine - its for mine, its in zip(ours.values, bare.values, strict=True)))
    return Line(
        "R3",
        f"{what} over pcscd → our event, after the bare program's",
        f"{milliseconds(late.median)} median, {milliseconds(late.percentile(99))} p99",
        f"the reader's own poll (bare program) {milliseconds(bare.median)}",
        f"≤ {LATE_MS:.0f} ms p99",
        met=late.percentile(99) <= LATE_MS,
    )


class _HangingCard(VirtualPivCard):
    """A card that says nothing until it may."""

    def __init__(self, file: CardFile) -> None:
        super().__init__(file)
        self.may_answer = threading.Event()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Wait, then answer."""
        self.may_answer.wait(PATIENCE)
        return super().transmit(command)


def _hang(stack: RealStack, file: CardFile) -> Line:
    noticed: list[float] = []
    for _ in range(HANGS):
        card = _HangingCard(file)
        stack.link.insert(card)
        stack.told.moment(CardInserted)
        begun = time.perf_counter_ns()
        work = stack.pool.submit(READER, _tap)
        noticed.append((stack.told.moment(ReaderNotAnswering) - begun) / 1e6)
        if not isinstance(work.exception(PATIENCE), Unanswered):
            raise TypeError("the task did not hear of it")
        card.may_answer.set()
        stack.told.moment(ReaderRevived)
        stack.link.remove()
        stack.told.moment(CardRemoved)
    times = Samples(tuple(noticed))
    return Line(
        "R3",
        "card that stops answering → the person is told",
        f"{milliseconds(times.median)} median, {milliseconds(times.percentile(100))} at most",
        "–",
        f"≤ {HANG_MS:.0f} ms",
        met=times.percentile(100) <= HANG_MS,
    )


def _tap(card: Card) -> bytes:
    return read_tap(card).sign(b"event")
