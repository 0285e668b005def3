"""What an operator sets: a policy that the next bundle tells, a calendar that moves what is due."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.deadlines import ZONE, Calendar, due_at
from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from desktop_app.sandbox import policy, wire
from desktop_app.sandbox.cli import add_commands
from desktop_app.sandbox.database import open_database, read_setting
from desktop_app.sandbox.steering import correct_calendar, set_policy
from tests.support.sandbox_server import small_service, sqlite_in
from tests.support.small_city import LEAD

WEEKENDS = Calendar("2026", date(2026, 1, 1), date(2027, 12, 31), frozenset(), provisional=True)


def in_force(folder: Path) -> dict[str, object]:
    engine = open_database(sqlite_in(folder))
    with engine.connect() as connection:
        found = policy.in_force(connection)
    engine.dispose()
    return found


def test_a_policy_is_set_by_its_name(tmp_path: Path) -> None:
    set_policy(tmp_path, None, policy.SIGNED_APPROVALS, "on")
    set_policy(tmp_path, None, "offline_hours", "8")
    assert in_force(tmp_path) == {**policy.DEFAULTS, policy.SIGNED_APPROVALS: True, "offline_hours": 8.0}
    for name, value in (("signed", "on"), (policy.SIGNED_APPROVALS, "1"), ("offline_hours", "off")):
        with pytest.raises(ValueError, match=name):
            set_policy(tmp_path, None, name, value)


def test_a_declared_day_off_moves_what_is_due_and_says_why(tmp_path: Path) -> None:
    with small_service(tmp_path, "http://127.0.0.1:1") as (city, _clock):
        city.service.calendars.change(WEEKENDS)
        begun = city.service.now().astimezone(ZONE).replace(hour=9)
        while begun.weekday() > 3:
            begun -= timedelta(days=1)
        job = Assignment(LEAD, "o-handler", "việc", due_at(begun, 5, WEEKENDS))
        report = city.put(State.IN_PROGRESS, assignment=job, distributed_at=begun)
        off = (begun + timedelta(days=1)).date()
        saturday = off + timedelta(days=5 - off.weekday())
        assert correct_calendar(tmp_path, None, [off], [], "Công văn 12: nghỉ bão") == 1
        moved = city.read(report.id).assignment
        assert moved is not None
        assert moved.due_at > job.due_at
        with city.service.engine.connect() as connection:
            [line] = city.service.entities.timeline(connection, report.id)
            [told] = city.service.entities.all(connection, "calendar")
        assert line.text.startswith("Công văn 12: nghỉ bão\n17:00 ")
        known = wire.decode(told, Calendar)
        assert (off in known.holidays, known.provisional) == (True, False)
        assert correct_calendar(tmp_path, None, [], [saturday], "Làm bù") == 1
        again = city.read(report.id).assignment
        assert again is not None
        assert again.due_at == job.due_at


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers())
    given = parser.parse_args(["sandbox", *arguments])
    return int(given.handler(given))


def test_all_are_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ("--data", str(tmp_path))
    assert run("policy", "signed_approvals", "on", *data) == 0
    assert run("policy", "nothing", "on", *data) == 1
    assert "signed_approvals" in capsys.readouterr().err
    assert run("calendar", "--off", "2026-12-31", "--reason", "Bão", *data) == 0
    assert capsys.readouterr().out.strip() == "0"
    epochs = []
    for _ in range(2):
        assert run("restored", *data) == 0
        epochs.append(capsys.readouterr().out.strip())
    assert len(set(epochs)) == 2
    engine = open_database(sqlite_in(tmp_path))
    with engine.connect() as connection:
        assert read_setting(connection, "epoch") == epochs[-1]
    engine.dispose()
