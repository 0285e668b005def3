"""Who carries out a command, as the table's parties want it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.commands import CITIZEN_AUTHOR, SYSTEM_AUTHOR
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.doers import doer_of
from tests.desktop_app.sandbox.seed.scene import Scene

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
JOB = Assignment("hue-19789", "hue-p09", "x", NOW, ("hue-env",))
REPORT = Report("r", "", 4, State.IN_PROGRESS, "t", "x", NOW, assignment=JOB)
BRIEF = Brief(State.IN_PROGRESS, ())


@pytest.mark.parametrize(
    ("command", "person"),
    [
        (Command.DISTRIBUTE, "hue-p01"),
        (Command.DECIDE_EXTENSION, "hue-p01"),
        (Command.ACCEPT, "hue-p09"),
        (Command.SUBMIT, "hue-p09"),
        (Command.APPROVE, "hue-p03"),
        (Command.SEND_BACK, "hue-p03"),
        (Command.CONTRIBUTE, "hue-p42"),
    ],
)
def test_each_command_has_its_person(scene: Scene, command: Command, person: str) -> None:
    assert doer_of(scene(BRIEF, "urban.drainage"), command, REPORT).actor.person_id == person


def test_publishing_is_for_a_publisher(scene: Scene) -> None:
    assert doer_of(scene(BRIEF, "urban.drainage"), Command.PUBLISH, REPORT).actor.holds(Role.PUBLISHER)


def test_what_the_system_and_the_citizen_do_is_theirs(scene: Scene) -> None:
    given = scene(BRIEF, "urban.drainage")
    assert doer_of(given, Command.CLOSE, REPORT) is SYSTEM_AUTHOR
    assert doer_of(given, Command.REQUEST_REOPEN, REPORT) is CITIZEN_AUTHOR


def test_before_anybody_leads_the_dispatcher_acts(scene: Scene) -> None:
    verified = Report("r", "", 2, State.VERIFIED, "t", "x", NOW)
    assert doer_of(scene(BRIEF, "urban.drainage"), Command.SUBMIT, verified).actor.person_id == "hue-p01"


def test_a_private_report_has_one_person_throughout(scene: Scene) -> None:
    given = scene(Brief(State.CLOSED, (), private=True), "misconduct.attitude")
    for command in (Command.ACCEPT, Command.APPROVE, Command.PUBLISH):
        assert doer_of(given, command, REPORT).actor.person_id == given.dispatcher


def test_a_unit_as_owner_is_stood_for_by_one_of_its_people(scene: Scene) -> None:
    unowned = Report(
        "r", "", 3, State.DISTRIBUTED, "t", "x", NOW, assignment=Assignment("hue-env", "hue-env", "x", NOW)
    )
    assert doer_of(scene(BRIEF, "urban.drainage"), Command.ACCEPT, unowned).actor.person_id == "hue-p42"
