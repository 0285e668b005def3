"""A service request as a report: the state its status says, the answer its resolution gives."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import Calendar, due_at
from desktop_app.domain.ids import is_id
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import State
from desktop_app.sandbox.seed.nyc_case import (
    agency_unit,
    board_unit,
    category_of,
    outcome_of,
    report_id,
    slug,
    write_case,
)
from desktop_app.sandbox.seed.nyc_rows import parse
from tests.desktop_app.sandbox.seed.test_nyc_rows import row

CLOSED = parse(row())
OPEN = parse(row(Status="Open", Closed_Date="", Resolution_Description="Still open."))
SILENT = parse(
    row(Status="Open", Closed_Date="", Resolution_Description="", Resolution_Action_Updated_Date="")
)


def test_closed_is_closed_with_the_resolution_as_its_answer(calendar: Calendar) -> None:
    report = write_case(CLOSED, calendar).report
    assert report.state is State.CLOSED
    assert report.answer is not None
    assert report.answer.text == "Took action."
    assert report.answer.published_at == CLOSED.resolved_at == datetime(2025, 3, 25, 4, 45, 11, tzinfo=UTC)
    content = content_sha256("Took action.", report.answer.outcome, "nyc311-nypd")
    assert report.answer.content_sha256 == content


def test_open_is_distributed_to_its_agency_on_its_created_date(calendar: Calendar) -> None:
    report = write_case(OPEN, calendar).report
    assert report.state is State.DISTRIBUTED
    assert report.distributed_at == report.received_at == OPEN.created_at
    assert report.assignment is not None
    assert (report.assignment.lead_unit, report.assignment.owner) == ("nyc311-nypd", "nyc311-nypd")
    assert report.assignment.deliverable
    assert report.assignment.due_at == due_at(OPEN.created_at, 7, calendar)
    assert report.answer is None


def test_key_type_address_and_channel_are_kept(calendar: Calendar) -> None:
    report = write_case(CLOSED, calendar).report
    assert (report.source_key, report.source_type, report.source) == (
        "64446107",
        "Noise - Residential",
        "ONLINE",
    )
    assert (report.place.address, report.place.unit_code) == ("1155 EAST 35 STREET", "18 BROOKLYN")
    assert (report.organisation, report.language) == ("nyc311", "en")
    assert report.title == "Noise - Residential: Banging/Pounding"


def test_the_timeline_tells_only_what_the_data_attests(calendar: Calendar) -> None:
    closed = write_case(CLOSED, calendar).entries
    assert [entry.kind for entry in closed] == ["distribute", "publish", "close"]
    noted = write_case(OPEN, calendar).entries
    assert [(entry.kind, entry.text) for entry in noted][1:] == [("note", "Still open.")]
    assert [entry.kind for entry in write_case(SILENT, calendar).entries] == ["distribute"]


def test_no_person_is_invented(calendar: Calendar) -> None:
    names = {entry.by_name for request in (CLOSED, OPEN) for entry in write_case(request, calendar).entries}
    assert names == {"New York City 311", "New York City Police Department"}


def test_the_same_request_makes_the_same_case(calendar: Calendar) -> None:
    one, other = write_case(CLOSED, calendar), write_case(CLOSED, calendar)
    assert (one.report, one.entries) == (other.report, other.entries)
    assert is_id(one.report.id)
    assert one.report.id == report_id("64446107") != report_id("64446108")


def test_agencies_boards_and_complaints_become_units_places_and_categories() -> None:
    agency, board, category = agency_unit(CLOSED), board_unit("07 MANHATTAN"), category_of(CLOSED)
    assert (agency.id, agency.kind, agency.parent, agency.organisation) == (
        "nyc311-nypd",
        "agency",
        "nyc311",
        "nyc311",
    )
    assert (board.name, board.kind, board.code) == ("Manhattan Community Board 7", "ward", "07 MANHATTAN")
    assert (category.id, category.parent) == ("nyc311.noise-residential", "nyc311")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("HEAT/HOT WATER", "heat-hot-water"), ("  A--b ", "a-b"), ("x" * 80, "x" * 48)],
)
def test_slugs_are_fit_for_ids(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("resolution", "outcome"),
    [
        (
            "The Police Department responded to the complaint and took action to fix the condition.",
            Outcome.FIXED,
        ),
        ("DOT inspected this complaint and repaired the problem.", Outcome.FIXED),
        ("HPD inspected this condition. Violations were issued. The law provides time.", Outcome.PLANNED),
        ("HPD inspected the following conditions. No violations were issued.", Outcome.NOT_FIXED),
        ("NYC Parks created a work order for the tree condition.", Outcome.PLANNED),
        ("Officers observed no evidence of the violation at that time.", Outcome.NOT_FIXED),
        ("N/A", Outcome.NOT_FIXED),
    ],
)
def test_the_words_of_the_resolution_decide_the_outcome(resolution: str, outcome: Outcome) -> None:
    assert outcome_of(resolution) is outcome
