"""Bystanders act through the same commands as everybody else."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop_app.domain.report import Answer, Outcome, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox import alive, wire
from desktop_app.sandbox.alive import Bystanders
from desktop_app.sandbox.tables import event_log
from tests.support.deadline import until
from tests.support.small_city import SmallCity


def reports(city: SmallCity) -> list[Report]:
    with city.service.engine.connect() as connection:
        return [wire.decode(data, Report) for data in city.service.entities.all(connection, "report")]


def done(city: SmallCity) -> list[tuple[str, str, str]]:
    with city.service.engine.connect() as connection:
        rows = connection.execute(sa.select(event_log).order_by(event_log.c.at))
        return [(row.kind, row.by, row.status) for row in rows]


def test_a_citizen_reports_and_a_colleague_works(city: SmallCity) -> None:
    assigned = city.put(State.DISTRIBUTED)
    Bystanders(city.service, seed=1).act_once()
    assert city.read(assigned.id).state is State.IN_PROGRESS
    ((kind, by, status),) = done(city)
    assert (kind, status) == ("accept", "applied")
    assert by in {"o-handler", "o-colleague", "o-approver"}
    (fresh,) = [report for report in reports(city) if report.id != assigned.id]
    assert (fresh.state, fresh.title, fresh.assignment) == (State.RECEIVED, assigned.title, None)


def test_misconduct_is_left_alone(city: SmallCity) -> None:
    private = city.put(State.DISTRIBUTED, private=True)
    Bystanders(city.service, seed=1).act_once()
    assert reports(city) == [private]


def test_a_question_nobody_answered_expires(city: SmallCity) -> None:
    yesterday = (city.service.now() - timedelta(days=2)).date()
    asked = city.put(
        State.AWAITING_CITIZEN, question="Ở đâu?", question_due=yesterday, state_before=State.IN_PROGRESS
    )
    Bystanders(city.service, seed=1).act_once()
    assert city.read(asked.id).state is State.IN_PROGRESS
    assert ("expire", "system", "applied") in done(city)


def test_a_question_is_answered_sooner_or_later(city: SmallCity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alive, "_REPLIES", 1.0)
    later = (city.service.now() + timedelta(days=3)).date()
    asked = city.put(
        State.AWAITING_CITIZEN, question="Ở đâu?", question_due=later, state_before=State.VERIFIED
    )
    Bystanders(city.service, seed=1).act_once()
    assert city.read(asked.id).state is State.VERIFIED
    assert ("reply", "system", "applied") in done(city)


def test_an_answer_nobody_rated_closes_after_fifteen_days(city: SmallCity) -> None:
    now = city.service.now()
    answer = Answer("x", "0" * 64, Outcome.FIXED, "u-lead", "o-handler", now)
    old = city.put(State.PUBLISHED, answer=replace(answer, published_at=now - timedelta(days=16)))
    new = city.put(State.PUBLISHED, answer=replace(answer, published_at=now - timedelta(days=14)))
    Bystanders(city.service, seed=1).act_once()
    assert (city.read(old.id).state, city.read(new.id).state) == (State.CLOSED, State.PUBLISHED)


def test_they_act_while_entered_and_stop_at_the_end(city: SmallCity) -> None:
    city.put()
    with Bystanders(city.service, between=0.01, seed=1):
        until(lambda: len(reports(city)) > 2, what="citizens' reports")
    assert "sandbox-alive" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.expects_log("a bystander failed", level="ERROR")
def test_one_who_stumbles_does_not_end_the_rest(city: SmallCity, monkeypatch: pytest.MonkeyPatch) -> None:
    city.put()
    stumbled = False
    genuine = Bystanders.act_once

    def act(self: Bystanders) -> None:
        nonlocal stumbled
        if not stumbled:
            stumbled = True
            raise RuntimeError("on purpose")
        genuine(self)

    monkeypatch.setattr(Bystanders, "act_once", act)
    with Bystanders(city.service, between=0.01, seed=1):
        until(lambda: len(reports(city)) > 1, what="the next one's report")
