"""R5, a week at the desk in some minutes: the real window, a centre with news all the while.

Each session signs in by card and PIN, reads, accepts, searches, looks into the rooms, and locks. What the
program holds after the locks of the last fifth is held against the second fifth: the first fills caches once.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop_app.domain.workflow import State
from desktop_app.sandbox.hosting import bind, serving
from tests.benchmarks.enrolled_home import OFFICER, EnrolledHome
from tests.benchmarks.figures import Line, Samples
from tests.journeys.workbench import Workbench, new_core
from tests.support.gate import Gate
from tests.support.sandbox_server import small_service
from tests.support.small_city import SmallCity

SESSIONS, STEPS, REPORTS = 40, 30, 100
"""Eight sign-ins a day."""
NEWS_EVERY_SECONDS: Final = 0.5
GROWN_MB: Final = 4.0
_LIMIT_SECONDS: Final = 3600


def lines() -> Iterator[Line]:
    """Work a week of sessions in the real program."""
    with tempfile.TemporaryDirectory() as folder, _centre(Path(folder)) as (city, home):
        with _news(city):
            held = _week(home)
        yield _line(held, _accepted(city))


@contextmanager
def _centre(folder: Path) -> Iterator[tuple[SmallCity, EnrolledHome]]:
    """A served centre with reports, and a workstation enrolled with it that nobody uses yet."""
    made, gate = EnrolledHome(folder / "home", folder / "card.json"), Gate()
    bound, direct = bind()
    gate.lead_to(bound.getsockname()[1])
    try:
        with small_service(folder, gate.url) as (city, clock), serving(city.service, bound):
            for _ in range(REPORTS):
                city.put()
            city.card(OFFICER).save(made.card)
            with new_core(made.root) as (core, readers, heard):
                Workbench(city, clock, gate, direct, core, readers, heard).enrol()
            yield city, made
    finally:
        gate.close()


@contextmanager
def _news(city: SmallCity) -> Iterator[None]:
    """Another report for the officer's unit every moment."""
    ended = threading.Event()

    def go_on() -> None:
        while not ended.wait(NEWS_EVERY_SECONDS):
            city.put()

    thread = threading.Thread(target=go_on, name="news")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _week(home: EnrolledHome) -> list[tuple[int, int, int]]:
    held: list[tuple[int, int, int]] = home.errand("week", SESSIONS, STEPS, seconds=_LIMIT_SECONDS)
    return held


def _accepted(city: SmallCity) -> int:
    """How many reports the centre knows as accepted."""
    with city.service.engine.connect() as connection:
        reports = city.service.entities.all(connection, "report")
    return sum(report["state"] == State.IN_PROGRESS for report in reports)


def _line(held: list[tuple[int, int, int]], accepted: int) -> Line:
    fifth = len(held) // 5
    early, late = (_middle(part) for part in (held[fifth : 2 * fifth], held[-fifth:]))
    grown, threads, files = (after - before for after, before in zip(late, early, strict=True))
    return Line(
        "R5",
        f"{SESSIONS} sessions at the window (PIN, {STEPS} reports read, one accepted, a search, five rooms, "
        "lock), news every half second",
        f"{grown / 1024:+.1f} MB, {threads:+.0f} threads, {files:+.0f} open files; {accepted} accepted",
        f"second fifth {early[0] / 1024:.0f} MB, {early[1]:.0f} threads, {early[2]:.0f} open files",
        f"≤ {GROWN_MB:.0f} MB, no thread, no file more in the last fifth; each accepted one at the centre",
        met=grown / 1024 <= GROWN_MB and threads <= 0 and files <= 0 and accepted == len(held),
    )


def _middle(part: list[tuple[int, int, int]]) -> tuple[float, float, float]:
    memory, threads, files = (Samples(tuple(map(float, column))).median for column in zip(*part, strict=True))
    return memory, threads, files
