"""Where a report goes: to its body or ward, never back to who has just returned it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.domain.deadlines import Calendar, due_at
from desktop_app.domain.report import CodedReason, Procedure, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.routing import co_processors, due_time, lead_unit, owner_in
from tests.desktop_app.sandbox.seed.scene import Scene

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
REPORT = Report("r", "", 2, State.VERIFIED, "t", "x", NOW)
ANY = Brief(State.DISTRIBUTED, (Command.VERIFY, Command.DISTRIBUTE))


@pytest.mark.parametrize(
    ("category", "ward", "lead"),
    [
        ("urban.drainage", "19789", "hue-env"),
        ("order.noise", "19789", "hue-19789"),  # a ward with staff
        ("order.noise", "19828", "hue-svhtt"),  # nobody works there
        ("traffic.parking", "20050", "hue-ca"),
        ("misconduct.attitude", "19789", "hue-thanh-tra"),
    ],
)
def test_category_and_ward_decide_who_leads(scene: Scene, category: str, ward: str, lead: str) -> None:
    assert lead_unit(scene(ANY, category, ward), REPORT) == lead


def test_a_brief_may_name_the_lead(scene: Scene) -> None:
    assert lead_unit(scene(replace(ANY, lead="hue-19789"), "urban.drainage"), REPORT) == "hue-19789"


@pytest.mark.parametrize(
    ("category", "returned_by", "lead"),
    [
        ("order.noise", "hue-19789", "hue-svhtt"),
        ("urban.drainage", "hue-env", "hue-19789"),
        ("urban.drainage", "hue-sxd", "hue-env"),
    ],
)
def test_it_never_goes_back_to_who_returned_it(
    scene: Scene, category: str, returned_by: str, lead: str
) -> None:
    returned = replace(REPORT, returns=(CodedReason("not_our_field", "Không thuộc", returned_by, NOW),))
    assert lead_unit(scene(ANY, category), returned) == lead


def test_an_owner_works_in_the_unit_or_is_the_unit(scene: Scene) -> None:
    given = scene(ANY, "urban.drainage")
    assert owner_in(given, "hue-19789") in {"hue-p02", "hue-p09"}
    assert owner_in(given, "hue-19828") == "hue-19828"


def test_a_contribution_needs_a_co_processor_that_is_not_the_lead(scene: Scene) -> None:
    brief = Brief(State.IN_PROGRESS, (Command.VERIFY, Command.DISTRIBUTE, Command.ACCEPT, Command.CONTRIBUTE))
    assert co_processors(scene(brief, "urban.drainage"), "hue-19789") == ("hue-env",)
    assert co_processors(scene(brief, "urban.drainage"), "hue-env") == ("hue-ca",)
    assert co_processors(scene(brief, "traffic.parking"), "hue-ca") == ("hue-sxd",)


def test_misconduct_stays_with_the_recipient_alone(scene: Scene) -> None:
    given = scene(replace(ANY, private=True), "misconduct.attitude")
    assert all(co_processors(given, "hue-thanh-tra") == () for _ in range(30))


def test_joint_work_is_the_exception(scene: Scene) -> None:
    given = scene(ANY, "urban.drainage")
    joint = sum(bool(co_processors(given, "hue-19789")) for _ in range(200))
    assert 10 < joint < 90


def test_due_follows_the_categorys_term_or_the_instant_procedure(scene: Scene, calendar: Calendar) -> None:
    given = scene(ANY, "traffic.bridge")
    assert due_time(given, REPORT, NOW) == due_at(NOW, 10, calendar)
    instant = replace(REPORT, procedure=Procedure.INSTANT)
    assert (due_time(given, instant, NOW) - NOW).total_seconds() == 30 * 60
