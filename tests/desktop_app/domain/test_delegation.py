"""Absence: what a delegation gives and when, who may arrange it, who may stand in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.delegation import (
    Delegation,
    Right,
    delegable,
    may_arrange,
    may_stand_in,
    may_take_over,
    stand_ins,
)
from desktop_app.domain.organisation import Officer, Unit, UnitTree
from desktop_app.domain.roles import Role
from tests.desktop_app.domain.samples import NOON, actor

TREE = UnitTree((Unit("city", "", "city"), Unit("a", "", "agency", parent="city"),
                 Unit("team", "", "agency", parent="a"), Unit("b", "", "agency", parent="city")))  # fmt: skip
AWAY = Officer("away", "Lê Vắng", "a", (Role.HANDLER, Role.APPROVER))
OFFICERS = {"away": AWAY}
WEEK = Delegation(
    "d1", "away", "deputy", (Right.HANDLE,), ("a",), NOON, NOON + timedelta(days=7), made_by="away"
)


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (6.9, True), (7, False), (30, False)])
def test_it_holds_from_its_first_moment_to_before_its_last(days: float, holds: bool) -> None:
    assert WEEK.in_force(NOON + timedelta(days=days)) is holds
    assert WEEK.is_over(NOON + timedelta(days=days)) is (days >= 7)


def test_an_early_end_counts() -> None:
    ended = replace(WEEK, ended_at=NOON + timedelta(days=1))
    assert not ended.in_force(NOON + timedelta(days=2))
    assert ended.is_over(NOON + timedelta(days=2))


def test_a_deputy_gets_the_units_below_and_the_rights_given() -> None:
    (one,) = stand_ins([WEEK], OFFICERS, TREE, "deputy", NOON)
    assert (one.person_id, one.name, one.units, one.roles) == (
        "away", "Lê Vắng", frozenset({"a", "team"}), frozenset({Role.HANDLER}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "person", "officers"),
    [
        (WEEK, "somebody", OFFICERS),
        (WEEK, "deputy", {}),
        (replace(WEEK, rights=(Right.APPROVE,)), "deputy", {"away": replace(AWAY, roles=(Role.HANDLER,))}),
    ],
)
def test_what_gives_nothing(made: Delegation, person: str, officers: dict[str, Officer]) -> None:
    assert stand_ins([made], officers, TREE, person, NOON) == ()


@pytest.mark.parametrize(
    ("unit", "active", "may"),
    [("a", True, True), ("team", True, True), ("city", True, True), ("b", True, False), ("a", False, False)],
)
def test_a_deputy_works_near(unit: str, active: bool, may: bool) -> None:
    deputy = Officer("deputy", "", unit, (Role.HANDLER,), active=active)
    assert may_stand_in(deputy, AWAY, TREE) is may


def test_nobody_stands_in_for_themselves() -> None:
    assert not may_stand_in(AWAY, AWAY, TREE)


def test_who_arranges() -> None:
    assert may_arrange(actor("b", Role.CLERK, person="away"), AWAY)
    assert may_arrange(actor("a", Role.APPROVER), AWAY)
    assert may_arrange(actor("b", Role.SITE_ADMIN), AWAY)
    assert not may_arrange(actor("b", Role.APPROVER), AWAY)
    assert not may_arrange(actor("a", Role.HANDLER), AWAY)


def test_what_there_is_to_delegate_and_who_takes_over() -> None:
    assert delegable(AWAY) == (Right.HANDLE, Right.APPROVE)
    assert delegable(Officer("x", "", "a", (Role.DISPATCHER,))) == ()
    assert may_take_over(AWAY)
    assert not may_take_over(replace(AWAY, active=False))
    assert not may_take_over(Officer("x", "", "a", (Role.CLERK,)))
