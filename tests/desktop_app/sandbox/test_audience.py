"""The scope keys say exactly what ``rights.may_see`` says, over every role, relation and state."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
JOBS = (
    None,
    Assignment("u1", "u1", "x", NOON),
    Assignment("u2", "u1", "x", NOON),
    Assignment("u2", "me", "x", NOON),
    Assignment("u2", "u2", "x", NOON, ("u1",)),
    Assignment("u2", "u2", "x", NOON, ("u3",)),
)
ROLES = [frozenset[Role](), *(frozenset({role}) for role in Role), frozenset({Role.HANDLER, Role.HOTLINE})]


@pytest.mark.parametrize("roles", ROLES, ids=lambda roles: "+".join(sorted(roles)) or "none")
def test_scopes_meet_exactly_where_the_rule_says_yes(roles: frozenset[Role]) -> None:
    base = Report("r", "C", 1, State.RECEIVED, "t", "x", NOON)
    deputies = (frozenset[str](), frozenset({"u2"}))
    seen = set()
    for deputy_for, job, state, private in itertools.product(deputies, JOBS, State, (False, True)):
        actor = Actor("me", "u1", roles, frozenset({"u1"}), deputy_for)
        report = replace(base, assignment=job, state=state, private=private)
        meet = bool(audience.of_actor(actor) & audience.of_report(report))
        assert meet == may_see(actor, report), (roles, deputy_for, job, state, private)
        seen.add(meet)
    assert seen == {True, False}


def test_everyone_holds_the_reference_data() -> None:
    assert audience.of_actor(Actor("me", "u1", frozenset())) >= audience.EVERYONE
