"""Times of a case: in order, never after now, and due on the day that was asked for."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from desktop_app.domain.deadlines import Calendar, due_at, working_days_left
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import ROUTES, Brief
from desktop_app.sandbox.seed.desk import desk_briefs
from desktop_app.sandbox.seed.office_hours import OfficeHours
from desktop_app.sandbox.seed.schedule import DELAYS, draw_schedule
from tests.desktop_app.sandbox.seed.conftest import NOW

BRIEFS = [Brief(state, route) for state, routes in ROUTES.items() for _, route in routes]


@pytest.fixture(scope="module")
def hours(calendar: Calendar) -> OfficeHours:
    return OfficeHours(NOW, 8, calendar)


@pytest.mark.parametrize(
    "brief", [*BRIEFS, *desk_briefs()], ids=lambda brief: f"{brief.state}-{brief.due_in}"
)
def test_steps_follow_each_other_and_end_before_now(brief: Brief, hours: OfficeHours, rng: Random) -> None:
    for _ in range(5):
        schedule = draw_schedule(rng, brief, 7, hours, NOW)
        times = [schedule.received_at, *schedule.steps]
        assert len(schedule.steps) == len(brief.route)
        assert times == sorted(set(times))
        assert times[-1] <= NOW


@pytest.mark.parametrize("due_in", [-6, -1, 0, 1, 5, 6])
@pytest.mark.parametrize("term", [5, 7, 10])
def test_a_wanted_due_day_is_met_where_the_term_allows(
    due_in: int, term: int, hours: OfficeHours, rng: Random, calendar: Calendar
) -> None:
    route = (Command.VERIFY, Command.DISTRIBUTE, Command.ACCEPT)
    schedule = draw_schedule(rng, Brief(State.IN_PROGRESS, route, due_in=due_in), term, hours, NOW)
    left = working_days_left(NOW, due_at(schedule.steps[1], term, calendar), calendar)
    assert left == min(due_in, term)


def test_a_question_expires_after_five_days_at_least(hours: OfficeHours, rng: Random) -> None:
    route = (Command.VERIFY, Command.ASK_CITIZEN, Command.EXPIRE)
    for _ in range(20):
        schedule = draw_schedule(rng, Brief(State.REJECTED, route), 7, hours, NOW)
        assert schedule.steps[2] - schedule.steps[1] >= timedelta(days=5)


def test_what_is_published_and_unrated_is_younger_than_fifteen_days(hours: OfficeHours, rng: Random) -> None:
    for brief in (brief for brief in BRIEFS if brief.state is State.PUBLISHED):
        assert NOW - draw_schedule(rng, brief, 7, hours, NOW).steps[-1] < timedelta(days=15)


def test_a_live_case_came_in_minutes_ago_at_any_hour(hours: OfficeHours, rng: Random) -> None:
    brief = next(brief for brief in desk_briefs() if brief.live)
    schedule = draw_schedule(rng, brief, 3, hours, NOW)
    assert timedelta(0) < NOW - schedule.steps[-1] < NOW - schedule.received_at < timedelta(minutes=15)


def test_every_command_of_a_route_has_a_delay() -> None:
    assert {command for brief in BRIEFS for command in brief.route} <= set(DELAYS)
