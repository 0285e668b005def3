"""Briefs: the counts add up, and every route leads to its state by the independently typed table."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import MIX, ROUTES, Route, draw_briefs, draw_route, misconduct_briefs
from desktop_app.sandbox.seed.desk import desk_briefs
from tests.support.workflow_table import LINES

ALL_ROUTES = [(state, route) for state, routes in ROUTES.items() for _, route in routes]


def end_of(route: Route) -> str:
    state, before = "received", "received"
    for command in route:
        line = next(line for line in LINES if line.command == command and state in line.states)
        before = state if command is Command.ASK_CITIZEN else before
        expired = command is Command.EXPIRE and before == "verified"
        state = {"=": state, "<": "rejected" if expired else before, "?": "reopened"}.get(
            line.target, line.target
        )
    return state


@pytest.mark.parametrize(("state", "route"), ALL_ROUTES)
def test_every_route_leads_to_its_state(state: State, route: Route) -> None:
    assert end_of(route) == state


def test_every_state_has_a_route() -> None:
    assert set(ROUTES) == set(MIX) == set(State)


def test_all_briefs_together_are_four_hundred(rng: Random) -> None:
    assert len(draw_briefs(rng)) + len(misconduct_briefs()) + len(desk_briefs()) == 400


def test_the_mix_is_kept_and_duplicates_come_last(rng: Random) -> None:
    briefs = draw_briefs(rng)
    assert Counter(brief.state for brief in briefs) == MIX
    assert [brief.state is State.DUPLICATE for brief in briefs] == sorted(
        brief.state is State.DUPLICATE for brief in briefs
    )


def test_every_route_is_drawn_sooner_or_later(rng: Random) -> None:
    drawn = {draw_route(rng, State.IN_PROGRESS) for _ in range(400)}
    assert drawn == {route for _, route in ROUTES[State.IN_PROGRESS]}


def test_misconduct_is_private_and_only_of_its_own_topic() -> None:
    briefs = misconduct_briefs()
    assert len(briefs) == 10
    assert {brief.topics for brief in briefs} == {("misconduct",)}
    assert all(brief.private for brief in briefs)


def test_the_centre_answers_only_what_it_can(rng: Random) -> None:
    own = [
        brief
        for brief in draw_briefs(rng)
        if Command.SUBMIT in brief.route and Command.DISTRIBUTE not in brief.route
    ]
    assert own
    assert {brief.topics for brief in own} == {
        ("traffic.parking", "traffic.signal", "order.security", "tourism.site")
    }
