"""What the system does once it is due: questions run out, answers close, idle work is told of, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.notices import NOT_ACCEPTED
from desktop_app.domain.report import Answer, Assignment, Entry, Outcome, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox import clockwork
from desktop_app.sandbox.clockwork import Ticking
from desktop_app.sandbox.duties import UNRATED
from desktop_app.sandbox.service import Service
from tests.support.arranging import APPLIED, command, outcome
from tests.support.deadline import until
from tests.support.sandbox_server import ON_BOTH, MovableClock, small_service
from tests.support.small_city import CO, LEAD, SmallCity

pytestmark = ON_BOTH


@dataclass
class Centre:
    """The small city and its clock."""

    city: SmallCity
    clock: MovableClock

    @property
    def service(self) -> Service:
        return self.city.service

    def wind_on(self) -> int:
        return self.service.clockwork.wind_on()

    def lines(self, report: Report) -> list[Entry]:
        with self.service.engine.connect() as connection:
            return self.service.entities.timeline(connection, report.id)

    def given(self, hours: float) -> Report:
        """A report that a unit is to accept within ``hours`` from now."""
        now = self.service.now()
        accept = now + timedelta(hours=hours)
        job = Assignment(LEAD, LEAD, "việc", now + timedelta(days=9), (CO,), None, now, accept)
        return self.city.put(State.DISTRIBUTED, assignment=job)


@pytest.fixture
def centre(tmp_path: Path, database: str) -> Iterator[Centre]:
    with small_service(tmp_path, "http://127.0.0.1:1", database) as (city, clock):
        yield Centre(city, clock)


def test_a_question_nobody_answered_expires_after_its_day(centre: Centre) -> None:
    now = centre.service.now()
    over, running = (
        centre.city.put(
            State.AWAITING_CITIZEN, assignment=None, question="Ở đâu?", state_before=State.VERIFIED,
            question_due=(now + timedelta(days=days)).date(),
        )
        for days in (-2, 2)
    )  # fmt: skip
    assert centre.wind_on() == 1
    found = centre.city.read(over.id).state, centre.city.read(running.id).state
    assert found == (State.REJECTED, State.AWAITING_CITIZEN)
    assert [(line.kind, line.by) for line in centre.lines(over)] == [("expire", "system")]
    assert centre.wind_on() == 0


def test_an_answer_nobody_rated_closes_after_fifteen_days(centre: Centre) -> None:
    now = centre.service.now()
    answer = Answer("x", "0" * 64, Outcome.FIXED, LEAD, "o", now, published_at=now)
    published = centre.city.put(State.PUBLISHED, answer=answer)
    assert centre.wind_on() == 0
    centre.clock.move(UNRATED + timedelta(hours=1))
    assert centre.wind_on() == 1
    assert centre.city.read(published.id).state is State.CLOSED


def test_what_nobody_accepted_in_time_is_told_once(centre: Centre) -> None:
    report, other = centre.given(4), centre.given(6)
    assert centre.wind_on() == 0
    centre.clock.move(timedelta(hours=5))
    assert [centre.wind_on(), centre.wind_on()] == [1, 0]
    [line] = centre.lines(report)
    assert (line.kind, line.by, line.public, line.unit) == (NOT_ACCEPTED, "system", False, LEAD)
    assert report.assignment is not None
    assert line.at == report.assignment.accept_due, "when it ran out, not when it was noticed"
    assert centre.lines(other) == []
    assert centre.city.read(report.id) == report, "the report itself is what it was"
    note = command(centre.city, "o-dispatcher", "prioritise", report.id, {"priority": "high"})
    assert outcome(note) == APPLIED
    centre.wind_on()
    assert [each.kind for each in centre.lines(report)].count(NOT_ACCEPTED) == 1


def test_who_accepts_in_time_is_not_told_of(centre: Centre) -> None:
    report = centre.given(4)
    assert outcome(command(centre.city, "o-handler", "accept", report.id, {})) == APPLIED
    centre.clock.move(timedelta(hours=5))
    assert centre.wind_on() == 0
    assert [line.kind for line in centre.lines(report)] == ["accept"]


@pytest.mark.expects_log("owed and refused")
def test_what_is_refused_is_not_tried_for_ever(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    now = centre.service.now()
    answer = Answer("x", "0" * 64, Outcome.FIXED, LEAD, "o", now, published_at=now - UNRATED)
    centre.city.put(State.PUBLISHED, answer=answer)
    monkeypatch.setitem(clockwork.STEPS, State.PUBLISHED, Command.EXPIRE)  # not of the table from here
    assert [centre.wind_on(), centre.wind_on()] == [1, 0]


@pytest.mark.expects_log("the clockwork stumbled", level="ERROR")
def test_it_goes_on_while_the_centre_serves_and_survives_a_stumble(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, turns = centre.given(-1), iter((OSError("disk"),))
    whole = centre.service.clockwork.wind_on

    def stumbling() -> int:
        for error in turns:
            raise error
        return whole()

    monkeypatch.setattr(centre.service.clockwork, "wind_on", stumbling)
    with Ticking(centre.service.clockwork, every=0.01):
        until(lambda: centre.lines(report), 30, "the line")
