"""A role has the quick filters that it can ever fill; who has two roles has those of both."""

from __future__ import annotations

import pytest

from desktop_app.domain.roles import Actor, Role, StandIn
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.saved_filters import IDLE
from desktop_app.triage.role_lists import lists_of, standing_lists_of

F = QuickFilter
EXPECTED = {
    Role.HANDLER: set(F),
    Role.APPROVER: set(F) - {F.MINE, F.NEW},
    Role.DISPATCHER: set(F) - {F.MINE, F.UNIT},
    Role.PUBLISHER: {F.ALL, F.OVERDUE, F.DUE_TODAY, F.WAITING_FOR_ME, F.UNSENT, F.CONFLICT},
    Role.HOTLINE: {F.ALL, F.OVERDUE, F.INSTANT, F.UNSENT},
    Role.SUPERVISOR: set(F) - {F.WAITING_FOR_ME, F.MINE, F.UNIT, F.NEW},
    Role.MISCONDUCT_RECIPIENT: set(F) - {F.UNIT, F.UNOWNED},
    Role.CLERK: {F.ALL},
    Role.SITE_ADMIN: {F.ALL},
}


def person(*roles: Role) -> Actor:
    return Actor("p1", "u1", frozenset(roles), frozenset({"u1"}))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_what_it_can_fill(role: Role) -> None:
    assert lists_of(person(role)) == EXPECTED[role]


def test_two_roles_have_the_lists_of_both() -> None:
    both = lists_of(person(Role.PUBLISHER, Role.SUPERVISOR))
    assert both == EXPECTED[Role.PUBLISHER] | EXPECTED[Role.SUPERVISOR]


def test_who_stands_in_for_a_colleague_has_theirs_too() -> None:
    clerk = person(Role.CLERK)
    deputy = Actor("p1", "u1", clerk.roles, clerk.units, deputy_for=frozenset({"u2"}))
    assert lists_of(deputy) == EXPECTED[Role.APPROVER]
    other = StandIn("d1", "p2", "N. T. An", frozenset({"u2"}), frozenset({Role.HANDLER}))
    assert lists_of(Actor("p1", "u1", clerk.roles, clerk.units, standing_in=(other,))) == set(F)


def test_nobody_without_a_role_is_shown_more_than_all() -> None:
    assert lists_of(person()) == {F.ALL}


@pytest.mark.parametrize("role", list(Role))
def test_idle_work_is_listed_for_who_looks_after_work_that_nobody_holds(role: Role) -> None:
    expected = (IDLE,) if F.UNOWNED in EXPECTED[role] else ()
    assert standing_lists_of(person(role)) == expected
