"""Who may see a report, and who sits at the counter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.rights import may_receive, may_see, may_supervise
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import State
from tests.desktop_app.domain.samples import CO, LEAD, OTHER, actor, report


@pytest.mark.parametrize("role", [Role.DISPATCHER, Role.PUBLISHER, Role.SUPERVISOR])
def test_the_centre_sees_all_but_private(role: Role) -> None:
    assert may_see(actor(OTHER, role), report())
    assert not may_see(actor(OTHER, role), report(private=True))


@pytest.mark.parametrize(("unit", "seen"), [(LEAD, True), (CO, True), (OTHER, False)])
@pytest.mark.parametrize("role", [Role.HANDLER, Role.APPROVER])
def test_units_see_what_concerns_them(role: Role, unit: str, seen: bool) -> None:
    assert may_see(actor(unit, role, person="someone"), report()) is seen


def test_the_owner_sees_it_wherever_they_sit() -> None:
    assert may_see(actor(OTHER, Role.HANDLER, person="person-1"), report())


def test_a_deputy_sees_what_they_stand_in_for() -> None:
    deputy = Actor("p", OTHER, frozenset(), frozenset({OTHER}), deputy_for=frozenset({LEAD}))
    assert may_see(deputy, report())


def test_private_reports_are_the_recipients_alone() -> None:
    assert may_see(actor(OTHER, Role.MISCONDUCT_RECIPIENT), report(private=True))
    everything_else = frozenset(Role) - {Role.MISCONDUCT_RECIPIENT}
    assert not may_see(Actor("person-1", LEAD, everything_else, frozenset({LEAD})), report(private=True))


def test_the_recipient_as_such_sees_no_other_reports() -> None:
    assert not may_see(actor(OTHER, Role.MISCONDUCT_RECIPIENT), report())


def test_the_hotline_sees_what_a_caller_may_speak_of() -> None:
    hotline = actor(OTHER, Role.HOTLINE)
    assert may_see(hotline, report(State.RECEIVED, assignment=None))
    assert may_see(hotline, report())
    assert not may_see(hotline, report(State.CLOSED))
    assert not may_see(hotline, report(private=True))


def test_a_clerk_sees_none() -> None:
    assert not may_see(actor(LEAD, Role.CLERK, person="x"), report())


@pytest.mark.parametrize("role", Role)
def test_who_receives_citizens(role: Role) -> None:
    someone = Actor("p", "u", frozenset({role}))
    assert may_receive(someone) is (role in {Role.CLERK, Role.HOTLINE, Role.SUPERVISOR})


@pytest.mark.parametrize("role", Role)
def test_who_supervises(role: Role) -> None:
    someone = Actor("p", "u", frozenset({role}))
    assert may_supervise(someone) is (role in {Role.SUPERVISOR, Role.APPROVER})
    assert may_supervise(replace(someone, deputy_for=frozenset({"v"}))), "who stands in for a leader"
