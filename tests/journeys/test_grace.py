"""The offline grace ends whatever is done to the clock: set back, asleep, restarted, unlocked again.

Each by the real sign-in on the real stores; only the two clocks of the computer are the test's.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cardio.simulator import VirtualPivCard
from desktop_app import host
from desktop_app.clock import Clock
from desktop_app.core import Core
from desktop_app.domain.grace import OFFLINE_UNLOCKS
from desktop_app.sign_in.outcome import SignInRefused
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until
from tests.support.small_city import PIN

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Computer:
    """What is added to the wall clock and to the seconds since the computer's start."""

    wall: timedelta = timedelta()
    seconds: float = 0.0

    def passes(self, time: timedelta) -> None:
        """Let time pass."""
        self.wall += time
        self.seconds += time.total_seconds()


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made, begun = Computer(), host.elapsed()
    real = host.elapsed
    monkeypatch.setattr(Clock, "wall", lambda _: datetime.now(UTC) + made.wall)
    monkeypatch.setattr(Clock, "monotonic", lambda _: real() - begun + 5_000.0 + made.seconds)
    return made


@pytest.fixture
def away(enrolled: Workbench, computer: Computer) -> tuple[Workbench, VirtualPivCard]:
    """Somebody was signed in online; the cable is out, and the desk is locked."""
    card = enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.synced(enrolled.sign_in())
    enrolled.core.sign_out()
    enrolled.gate.refuse()
    return enrolled, card


def refused(core: Core) -> str:
    """Sign in; return why not, empty where it was possible (the desk is left again)."""
    try:
        core.sign_in.begin(DESK, bytearray(PIN.encode())).result(40)
    except SignInRefused as reason:
        return reason.code
    core.sign_out()
    return ""


Away = tuple[Workbench, VirtualPivCard]


def test_the_clock_set_back_gives_no_hour_more(away: Away, computer: Computer) -> None:
    bench, card = away
    computer.passes(71 * HOUR)
    computer.wall -= 365 * DAY
    assert refused(bench.core) == ""
    computer.passes(HOUR)
    assert refused(bench.core) == "grace_expired"
    assert card.pin_tries_left == 3  # no try was at stake


def test_a_sleep_of_three_days_ends_it(away: Away, computer: Computer) -> None:
    bench, _ = away
    assert refused(bench.core) == ""
    computer.passes(72 * HOUR)  # asleep: the clock of the computer's start goes on
    assert refused(bench.core) == "grace_expired"


def test_the_clock_that_is_asked_goes_on_in_sleep() -> None:
    assert host.elapsed() <= host.elapsed()
    assert Clock().monotonic() == pytest.approx(host.elapsed(), abs=5)


def test_a_restart_with_the_clock_set_back_goes_on_where_it_was(
    away: Away, computer: Computer, tmp_path: Path
) -> None:
    bench, card = away
    computer.passes(60 * HOUR)
    assert refused(bench.core) == ""
    bench.core.stop()
    computer.wall -= 30 * DAY
    computer.seconds = -4_000.0  # it counts from the new start
    with new_core(tmp_path / "home") as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        assert core.clock.wall_set_back
        assert refused(core) == ""
        computer.passes(11 * HOUR)
        assert refused(core) == ""
        computer.passes(2 * HOUR)
        assert refused(core) == "grace_expired"


def test_a_refusal_outlives_a_kill_and_a_clock_set_back(
    away: Away, computer: Computer, tmp_path: Path
) -> None:
    bench, card = away
    computer.passes(73 * HOUR)
    assert refused(bench.core) == "grace_expired"
    shutil.copytree(bench.core.home.root, tmp_path / "killed")  # what a power cut leaves
    computer.wall -= 30 * DAY
    computer.seconds = -4_000.0
    with new_core(tmp_path / "killed") as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        assert refused(core) == "grace_expired"


def test_fifty_unlocks_end_it_and_the_server_gives_it_back(away: Away, computer: Computer) -> None:
    bench, _ = away
    workplace = bench.core.workplace
    assert workplace is not None
    done = 0
    while not (why := refused(bench.core)):
        done += 1
        assert done <= OFFLINE_UNLOCKS
    assert (done, why) == (OFFLINE_UNLOCKS, "grace_unlocks")
    bench.gate.open()
    assert refused(bench.core) == ""
    bench.gate.refuse()
    assert refused(bench.core) == ""
