"""From a brief to a case: what was written stands in the report, and the route is walked to its end."""

from __future__ import annotations

from random import Random

import pytest

from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import ROUTES, Brief
from desktop_app.sandbox.seed.circumstances import City
from desktop_app.sandbox.seed.desk import desk_briefs
from desktop_app.sandbox.seed.gazetteer import draw_spot
from desktop_app.sandbox.seed.office_hours import OfficeHours
from desktop_app.sandbox.seed.remarks import load_remarks
from desktop_app.sandbox.seed.texts import Text, load_texts, write
from desktop_app.sandbox.seed.writer import CHANNELS, CaseWriter, Draft
from tests.desktop_app.sandbox.seed.conftest import NOW

TEXT = next(text for text in load_texts() if text.category == "traffic.road" and text.area is None)
BRIEFS = [
    Brief(state, route)
    for state, routes in ROUTES.items()
    for _, route in routes
    if state is not State.DUPLICATE
]


@pytest.fixture
def case_writer(city: City, rng: Random) -> CaseWriter:
    return CaseWriter(rng, city, OfficeHours(NOW, 8, city.calendar), NOW)


def draft(rng: Random, text: Text = TEXT, ward: str = "19789") -> Draft:
    spot = draw_spot(rng, ward, text.where)
    return Draft(text, write(rng, text, spot), spot)


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: f"{brief.state}-{len(brief.route)}")
def test_every_route_is_walked_to_its_state(case_writer: CaseWriter, rng: Random, brief: Brief) -> None:
    case = case_writer.write(brief, draft(rng))
    assert case.report.state is brief.state
    assert [entry.kind for entry in case.entries] == [command.value for command in brief.route]


def test_the_report_says_what_was_written_where(case_writer: CaseWriter, rng: Random) -> None:
    written = draft(rng)
    report = case_writer.write(Brief(State.RECEIVED, ()), written).report
    assert (report.title, report.text) == (written.written.title, written.written.text)
    assert report.place == written.spot.place
    assert report.source in {name for name, _ in CHANNELS}
    assert report.category is None


def test_a_duplicate_names_its_original(case_writer: CaseWriter, rng: Random) -> None:
    original = case_writer.write(Brief(State.VERIFIED, (Command.VERIFY,)), draft(rng)).report
    brief = Brief(State.DUPLICATE, (Command.MARK_DUPLICATE,))
    assert case_writer.write(brief, draft(rng), original).report.duplicate_of == original.id


def test_a_live_case_is_instant_and_urgent(case_writer: CaseWriter, rng: Random) -> None:
    brief = next(brief for brief in desk_briefs() if brief.live)
    text = next(text for text in load_texts() if text.instant)
    report = case_writer.write(brief, draft(rng, text)).report
    assert (report.procedure, report.priority) == (Procedure.INSTANT, Priority.HIGH)


def test_a_service_speaks_as_itself_with_its_evidence(case_writer: CaseWriter, rng: Random) -> None:
    text = next(text for text in load_texts() if text.source == "camera")
    report = case_writer.write(Brief(State.RECEIVED, ()), draft(rng, text)).report
    assert report.source == "camera"
    assert report.evidence["camera"].startswith("CAM-")


def test_closing_says_why(case_writer: CaseWriter, rng: Random) -> None:
    route = ROUTES[State.CLOSED][0][1]
    case = case_writer.write(Brief(State.CLOSED, route), draft(rng))
    assert case.entries[-1].text in load_remarks().close


def test_a_private_case_is_private_from_the_start(case_writer: CaseWriter, rng: Random) -> None:
    text = next(text for text in load_texts() if text.category == "misconduct.attitude")
    brief = Brief(State.PUBLISHED, ROUTES[State.PUBLISHED][0][1], ("misconduct",), private=True)
    case = case_writer.write(brief, draft(rng, text))
    assert case.report.private
    assert {entry.by for entry in case.entries} <= {"hue-p06", "hue-p19"}
