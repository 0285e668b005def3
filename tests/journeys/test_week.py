"""A week in a minute: sign in, work, tap, lock, day after day; what the program holds does not grow."""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from cardio.simulator import VirtualPivCard
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.news import CardLeft, LockReason, TapResult
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.deadline import until

SESSIONS, WARM_UP = 18, 6
"""Sign-ins in all, and those before the first look: caches and pools fill once."""
MOST_GROWTH = 6 * 1024 * 1024
_FILES = Path("/proc/self/fd")
_PAGES = Path("/proc/self/statm")


@dataclass(frozen=True)
class Held:
    """What the process holds."""

    threads: int
    files: int
    sockets: int
    resident: int


def own_threads() -> int:
    """The program's; the served centre's workers come and go beside them."""
    return sum(not thread.name.startswith("AnyIO") for thread in threading.enumerate())


def held() -> Held:
    """Look, after everything that may go has gone; sockets are to be closed, not left to be collected."""
    sockets = _handles().count("socket")
    gc.collect()
    resident = int(_PAGES.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return Held(own_threads(), _handles().count("file"), sockets, resident)


def _handles() -> list[str]:
    return [_kind(handle) for handle in _FILES.iterdir()]


def _kind(handle: Path) -> str:
    """``file`` (on the disk), ``socket`` (the served centre's ends of the loopback among them), or else."""
    try:
        target = str(handle.readlink())
    except OSError:
        return "gone"
    return "file" if target.startswith("/") else target.partition(":")[0]


@pytest.mark.skipif(not _FILES.exists(), reason="the kernel's own list of files is Linux's")
def test_a_week_leaves_nothing_behind(enrolled: Workbench) -> None:
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    card = VirtualPivCard(enrolled.city.card("o-colleague"))
    enrolled.core.check_in.open([KIOSK])
    looks: list[Held] = []
    for day in range(SESSIONS):
        _session(enrolled, report.id, card, day)
        if day >= WARM_UP:
            until(lambda: own_threads() <= looks[0].threads if looks else True, 20, "old threads")
            looks.append(held())
    assert len({look.threads for look in looks}) == 1
    assert max(look.files for look in looks) - looks[0].files <= 2  # a connection of the centre's database
    assert (
        max(look.sockets for look in looks) - looks[0].sockets <= 8
    )  # two connections under way, four ends each
    assert looks[-1].resident - looks[0].resident < MOST_GROWTH


def _session(bench: Workbench, report_id: str, card: VirtualPivCard, day: int) -> None:
    session = bench.synced(bench.sign_in())
    note = payloads.Text(f"Ngày {day}")
    session.triage.do(session.store.reports.get(report_id), Command.NOTE, note)
    bench.settled(session)
    _tap(bench, card, day)
    bench.core.lock(LockReason.PERSON)


def _tap(bench: Workbench, card: VirtualPivCard, day: int) -> None:
    """A colleague comes by; a second tap within seconds may be a repeat, and is told all the same."""
    bench.readers.insert(KIOSK, card)
    until(lambda: len(bench.heard.of(TapResult)) > day, 20, "the tap")
    bench.readers.remove(KIOSK)
    until(lambda: len(bench.heard.of(CardLeft)) > day, 20, "the empty reader")
