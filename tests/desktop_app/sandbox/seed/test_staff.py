"""Officers found by role and unit."""

from __future__ import annotations

from random import Random

import pytest

from desktop_app.domain.roles import Role
from desktop_app.sandbox.seed.circumstances import City


def test_a_doer_sees_the_units_below_their_own(city: City) -> None:
    handler = city.staff.doer("hue-p02")
    assert handler.name == "Nguyễn Thành An"
    assert handler.actor.units == {"hue-19789", "hue-19789-khdt", "hue-19789-qldt", "hue-19789-vhxh"}
    assert handler.actor.roles == {Role.HANDLER}


@pytest.mark.parametrize("role", list(Role))
def test_somebody_holds_every_role(city: City, rng: Random, role: Role) -> None:
    assert city.staff.doer(city.staff.with_role(rng, role)).actor.holds(role)


def test_handlers_are_those_of_exactly_that_unit(city: City) -> None:
    assert city.staff.handlers("hue-19789") == ("hue-p02", "hue-p09")
    assert city.staff.handlers("hue-19828") == ()


@pytest.mark.parametrize(
    ("unit", "approver"),
    [
        ("hue-19789", "hue-p03"),
        ("hue-19789-qldt", "hue-p03"),
        ("hue-sxd-htgt", "hue-p23"),
        ("hue-ioc", "hue-p14"),
    ],
)
def test_the_nearest_leader_above_approves(city: City, unit: str, approver: str) -> None:
    assert city.staff.approver(unit) == approver


def test_where_nobody_leads_there_is_no_approver(city: City) -> None:
    with pytest.raises(LookupError):
        city.staff.approver("hue-snv")


def test_every_unit_with_handlers_has_an_approver(city: City) -> None:
    for unit in city.organisation.units:
        if city.staff.handlers(unit.id):
            assert city.staff.approver(unit.id)


def test_teams_are_staffed_units_below(city: City) -> None:
    assert city.staff.teams("hue-sxd") == ("hue-sxd-htgt", "hue-sxd-qldt")
    assert city.staff.teams("hue-env") == ()


def test_titles_are_the_officers_own(city: City) -> None:
    assert city.staff.title("hue-p03").startswith("Phó Chủ tịch")
