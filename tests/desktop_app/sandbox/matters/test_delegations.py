"""Absences: who may make them, for what, for how long; what they give, and that they end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from tests.support.arranging import APPLIED, absence, actor_of, arrange, command, outcome
from tests.support.small_city import LEAD, SmallCity


def delegated(
    city: SmallCity, away: str, deputy: str, *rights: str, by: str | None = None, **when: float
) -> str:
    made, result = arrange(
        city, by or away, "delegate", "delegation", absence(city, away, deputy, *rights, **when)
    )
    assert outcome(result) == APPLIED
    return made


@pytest.mark.parametrize("by", ["o-handler", "o-approver"])
def test_oneself_and_ones_leader_arrange_it(city: SmallCity, by: str) -> None:
    delegated(city, "o-handler", "o-colleague", "handle", by=by)


@pytest.mark.parametrize("by", ["o-colleague", "o-dispatcher", "o-other"])
def test_nobody_else_does(city: SmallCity, by: str) -> None:
    asked = absence(city, "o-handler", "o-colleague", "handle")
    refused = arrange(city, by, "delegate", "delegation", asked)[1]
    assert outcome(refused) == ("rejected", "not_yours", None)


@pytest.mark.parametrize(
    ("deputy", "rights", "when", "expected"),
    [
        ("o-other", ("handle",), {}, ("outside_unit", "to_person")),
        ("o-handler", ("handle",), {}, ("outside_unit", "to_person")),
        ("o-colleague", ("approve",), {}, ("payload", "rights")),
        ("o-colleague", (), {}, ("payload", "rights")),
        ("o-colleague", ("handle",), {"lasts": 93}, ("payload", "ends")),
        ("o-colleague", ("handle",), {"lasts": -1}, ("payload", "ends")),
        ("o-colleague", ("handle",), {"begins": -9}, ("payload", "ends")),
    ],
)
def test_what_cannot_be_delegated(
    city: SmallCity, deputy: str, rights: tuple[str, ...], when: dict[str, float], expected: tuple[str, str]
) -> None:
    asked = absence(city, "o-handler", deputy, *rights, **when)
    refused = arrange(city, "o-handler", "delegate", "delegation", asked)[1]
    assert outcome(refused) == ("rejected", *expected)


def test_a_deputy_acts_and_the_record_says_for_whom(city: SmallCity) -> None:
    report = city.put(State.DISTRIBUTED)
    assert command(city, "o-team", "accept", report.id, {})["status"] == "not_found"
    delegated(city, "o-handler", "o-team", "handle")
    assert command(city, "o-team", "accept", report.id, {})["status"] == "applied"
    with city.service.engine.connect() as connection:
        line = city.service.entities.timeline(connection, report.id)[-1]
    assert (line.by, line.on_behalf) == ("o-team", "Lê Thị Xử Lý")


def test_what_is_ones_own_is_done_in_ones_own_name(city: SmallCity) -> None:
    report = city.put(State.DISTRIBUTED)
    delegated(city, "o-handler", "o-colleague", "handle")
    command(city, "o-colleague", "accept", report.id, {})
    with city.service.engine.connect() as connection:
        assert city.service.entities.timeline(connection, report.id)[-1].on_behalf is None


def test_it_begins_and_ends_by_itself(city: SmallCity) -> None:
    delegated(city, "o-handler", "o-team", "handle", begins=1, lasts=2)
    now = city.service.now()
    standing = [bool(actor_of(city, "o-team", now + timedelta(days=day)).standing_in) for day in (0, 2, 4)]
    assert standing == [False, True, False]


def test_a_deputy_passes_nothing_on(city: SmallCity) -> None:
    delegated(city, "o-approver", "o-handler", "approve")
    delegated(city, "o-handler", "o-team", "handle")
    assert {role for one in actor_of(city, "o-team").standing_in for role in one.roles} == {"handler"}


@pytest.mark.parametrize("by", ["o-handler", "o-team", "o-approver"])
def test_both_and_the_leader_end_it(city: SmallCity, by: str) -> None:
    made = delegated(city, "o-handler", "o-team", "handle")
    assert outcome(arrange(city, by, "end_delegation", "delegation", {}, made)[1]) == APPLIED
    assert actor_of(city, "o-team").standing_in == ()
    again = arrange(city, by, "end_delegation", "delegation", {}, made)[1]
    assert outcome(again) == ("rejected", "is_over", None)


def test_what_comes_into_sight_is_told_and_what_leaves_it_too(city: SmallCity) -> None:
    job = Assignment(LEAD, "o-handler", "Thông cống", city.service.now() + timedelta(days=9))
    report = city.put(State.IN_PROGRESS, assignment=job)
    people = city.service.people
    with city.service.engine.connect() as connection:
        assert f"unit:{LEAD}" not in people.scopes(connection, "o-team")
    made = delegated(city, "o-handler", "o-team", "handle")
    with city.service.engine.connect() as connection:
        assert {f"unit:{LEAD}", "officer:o-handler"} <= people.scopes(connection, "o-team")
    arrange(city, "o-handler", "end_delegation", "delegation", {}, made)
    with city.service.engine.connect() as connection:
        assert f"unit:{LEAD}" not in people.scopes(connection, "o-team")
    assert command(city, "o-team", "note", report.id, {"text": "x"})["status"] == "not_found"
