"""Payloads: each command carries what the wire would accept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Answer, Assignment, Outcome, Place, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.briefs import ROUTES, Brief
from desktop_app.sandbox.seed.circumstances import City
from desktop_app.sandbox.seed.enclosures import Enclosure
from tests.desktop_app.sandbox.seed.scene import Scene

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
PLACE = Place("19789", "42 đường Bà Triệu, phường Thuận Hóa")
JOB = Assignment("hue-19789", "hue-p02", "Thông thoát cống", NOW)
ANSWER = Answer("Kính gửi", "ab", Outcome.FIXED, "hue-19789", "hue-p02", NOW)
REPORT = Report(
    "r", "", 4, State.IN_PROGRESS, "t", "x", NOW, category="urban.drainage", place=PLACE, assignment=JOB,
    answer=ANSWER,
)  # fmt: skip
COMMANDS = sorted({command for routes in ROUTES.values() for _, route in routes for command in route})


@pytest.fixture
def enclosure(scene: Scene, city: City) -> Enclosure:
    given = scene(Brief(State.IN_PROGRESS, ()), "urban.drainage", original="o")
    return Enclosure(given, REPORT, city.staff.doer("hue-p03"), NOW)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_payload_passes_the_check_of_the_wire(enclosure: Enclosure, command: Command) -> None:
    payload = enclosure.payload(command)
    assert p.decode(command, p.encode(payload)) == payload


def test_distribution_says_who_what_and_when(enclosure: Enclosure) -> None:
    payload = enclosure.payload(Command.DISTRIBUTE)
    assert isinstance(payload, p.Distribute)
    assert (payload.lead_unit, payload.owner, payload.deliverable) == (
        "hue-env",
        "hue-p42",
        "Thông thoát cống",
    )
    assert payload.due_at > NOW


def test_handing_down_keeps_what_and_when(enclosure: Enclosure) -> None:
    payload = enclosure.payload(Command.HAND_DOWN)
    assert isinstance(payload, p.HandDown)
    assert payload.unit.startswith("hue-19789-")
    assert (payload.deliverable, payload.due_at) == (JOB.deliverable, JOB.due_at)


def test_an_answer_is_bound_to_its_content(enclosure: Enclosure) -> None:
    payload = enclosure.payload(Command.SUBMIT)
    assert isinstance(payload, p.Submit)
    assert payload.publisher_unit == "hue-19789"
    assert payload.content_sha256 == content_sha256(payload.text, payload.outcome, "hue-19789")
    assert "Ủy ban nhân dân phường Thuận Hóa" in payload.text


def test_without_a_lead_unit_the_centre_answers(enclosure: Enclosure, city: City) -> None:
    own = replace(enclosure, report=replace(REPORT, assignment=None), doer=city.staff.doer("hue-p01"))
    payload = own.payload(Command.SUBMIT)
    assert isinstance(payload, p.Submit)
    assert payload.publisher_unit == "hue-ioc"


@pytest.mark.parametrize(("person", "capacity"), [("hue-p03", "KT."), ("hue-p31", "")])
def test_a_deputy_leader_signs_in_the_leaders_place(
    enclosure: Enclosure, city: City, person: str, capacity: str
) -> None:
    doer: Author = city.staff.doer(person)
    assert replace(enclosure, doer=doer).payload(Command.APPROVE) == p.Approve("ab", capacity)


def test_an_extension_counts_from_the_old_due_date(enclosure: Enclosure) -> None:
    overdue = replace(JOB, due_at=datetime(2026, 11, 9, 10, 0, tzinfo=UTC))  # a Monday
    payload = replace(enclosure, report=replace(REPORT, assignment=overdue)).payload(
        Command.REQUEST_EXTENSION
    )
    assert isinstance(payload, p.RequestExtension)
    assert payload.new_due_at.date() == date(2026, 11, 16)


@pytest.mark.parametrize("command", [Command.ACCEPT, Command.RESUME, Command.CLOSE, Command.EXPIRE])
def test_some_commands_carry_nothing(enclosure: Enclosure, command: Command) -> None:
    assert enclosure.payload(command) == p.Nothing()


@pytest.mark.parametrize("command", [Command.HAND_DOWN, Command.APPROVE, Command.MARK_DUPLICATE])
def test_what_has_nothing_to_refer_to_is_an_error(
    enclosure: Enclosure, scene: Scene, command: Command
) -> None:
    bare = replace(REPORT, assignment=None, answer=None)
    given = scene(Brief(State.RECEIVED, ()), "urban.drainage")
    with pytest.raises(LookupError):
        replace(enclosure, given=given, report=bare).payload(command)
