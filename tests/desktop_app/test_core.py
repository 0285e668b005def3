"""The program without its windows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core import Core
from desktop_app.news import Enrolled, Locked, LockReason, SignedIn
from desktop_app.settings import Home
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until


def test_a_new_home_knows_nobody(tmp_path: Path) -> None:
    with new_core(tmp_path / "home") as (core, _, _):
        assert (core.enrolment, core.terminal, core.workplace, core.session) == (None, None, None, None)
        core.lock(LockReason.PERSON)
        core.sign_out()
    core.stop()


def test_an_enrolment_is_told_and_found_again(bench: Workbench, tmp_path: Path) -> None:
    bench.enrol()
    assert bench.heard.of(Enrolled) == [Enrolled(bench.gate.url)]
    before = bench.core.enrolment
    until(bench.core.clock.highest_trusted, what="the server's time")
    bench.core.stop()
    with new_core(tmp_path / "home") as (core, _, _):
        assert core.enrolment is not None
        assert before is not None
        assert core.enrolment.workstation_id == before.workstation_id
        assert core.clock.highest_trusted() is not None


def test_a_lost_answer_does_not_shut_the_workstation_out(bench: Workbench) -> None:
    """The centre enrolled the key, but its answer never came: the next code brings another key."""
    bench.enrol()
    bench.core.stop()
    bench.core.home.enrolment_file.unlink()
    with new_core(bench.core.home.root) as (core, _, _):
        assert core.enrolment is None
        assert core.enrol(bench.gate.url, bench.city.service.codes.mint())


def test_a_wish_to_reconnect_does_not_wait_for_the_backoff(enrolled: Workbench) -> None:
    enrolled.core.reconnect()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    until(lambda: not session.online, 20)
    enrolled.gate.open()
    enrolled.core.reconnect()
    until(lambda: session.online, 20)


def test_settings_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    Core(home, use_keyring=False).change_settings(language="en")
    assert Core(home, use_keyring=False).settings.language == "en"


def test_another_person_takes_over_the_desk(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    enrolled.core.guard.unwatch()  # the card is changed faster than the guard would look
    enrolled.insert(enrolled.city.card("o-colleague"))
    second = enrolled.sign_in()
    assert enrolled.core.session is second
    assert [news.person_id for news in enrolled.heard.of(SignedIn)] == ["o-handler", "o-colleague"]
    assert enrolled.heard.of(Locked) == [Locked(LockReason.PERSON)]


def test_a_card_gone_by_the_time_of_admission_locks(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    watch = enrolled.core.guard.watch

    def too_late(reader: str, account_id: str) -> None:
        enrolled.readers.remove(DESK)
        until(lambda: not {r.name: r.atr for r in enrolled.core.readers.readers()}[DESK])
        watch(reader, account_id)

    monkeypatch.setattr(enrolled.core.guard, "watch", too_late)
    enrolled.sign_in()
    until(lambda: enrolled.heard.of(Locked))
    assert enrolled.core.session is None


_WARMING = """
import sys
from pathlib import Path
from desktop_app.core import Core
from desktop_app.settings import Home
core = Core(Home(Path(sys.argv[1])), use_keyring=False)
core.start()
wanted = ("desktop_app.sign_in.desk", "requests", "pyhanko_certvalidator")
print([name for name in wanted if name in sys.modules])
core.warm_up()
print([name for name in wanted if name not in sys.modules])
core.stop()
"""


def test_warming_up_loads_what_a_start_leaves_aside(enrolled: Workbench) -> None:
    enrolled.core.stop()
    command = [sys.executable, "-c", _WARMING, str(enrolled.core.home.root)]
    told = subprocess.run(command, capture_output=True, timeout=60, check=True, text=True).stdout.splitlines()
    assert "desktop_app.sign_in.desk" not in told[0], "a start loads what it does not need yet"
    assert told[1] == "[]"


def test_a_workstation_that_is_not_enrolled_has_nothing_to_warm(tmp_path: Path) -> None:
    core = Core(Home(tmp_path), use_keyring=False)
    core.warm_up()
    assert core.workplace is None
