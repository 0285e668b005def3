"""From a service request to a report in the state its status says, by lawful steps.

The data names agencies, not people, so agencies stand where an officer would. The timeline gets only
what the data attests: given to the agency when created; its latest word; published and closed when
closed. The steps between are carried out (a state has no other way to come about) but not told.
"""

from __future__ import annotations

import re
from datetime import datetime
from random import Random
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import Calendar, due_at
from desktop_app.domain.masking import TEXT, TITLE, hide_all
from desktop_app.domain.organisation import Category, Unit
from desktop_app.domain.report import Outcome, Place, Report
from desktop_app.domain.roles import SYSTEM, Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.nyc_rows import ServiceRequest
from desktop_app.sandbox.seed.seeded_ids import derived_id

ORGANISATION: Final = "nyc311"
ROOT: Final = Unit(
    ORGANISATION, "New York City 311", "city", name_en="New York City 311", organisation=ORGANISATION
)
CATEGORY_ROOT: Final = Category(ORGANISATION, "Yêu cầu 311 (New York)", "311 requests (New York)")
DELIVERABLE: Final = "Resolution of the service request"
PLANNED: Final = re.compile(
    r"(?<!no )violations were issued|has been scheduled|will be scheduled|work order"
    r"|corrective action|notice of violation|will inspect|referred it to another"
)
FIXED: Final = re.compile(
    r"took action to fix|w(as|ere) corrected|had been restored|cleaned the|repaired the|summons in response"
    r"|issued an office of administrative trials|installed caps|collected the requested|mailed you"
)
"""Words in a resolution that say something was done, or will be; without them it is *not fixed*."""

_ATTESTED: Final = frozenset(map(str, (Command.DISTRIBUTE, Command.NOTE, Command.PUBLISH, Command.CLOSE)))
_ANSWERING: Final = frozenset({Role.HANDLER, Role.APPROVER, Role.PUBLISHER})
_INTAKE: Final = Author(Actor(ORGANISATION, ORGANISATION, frozenset({Role.DISPATCHER})), ROOT.name)


def report_id(key: str) -> str:
    """Return the id of the report made of the request with ``key``: the same on every import."""
    return derived_id(ORGANISATION, key)


def agency_unit(request: ServiceRequest) -> Unit:
    """Return the agency as a unit of the organisation."""
    unit_id = f"{ORGANISATION}-{slug(request.agency)}"
    name = request.agency_name
    return Unit(unit_id, name, "agency", name, ORGANISATION, request.agency, organisation=ORGANISATION)


def board_unit(board: str) -> Unit:
    """Return a community board as a place: a unit whose code the reports carry."""
    number, _, borough = board.partition(" ")
    name = f"{borough.title()} Community Board {number.lstrip('0') or number}"
    unit_id = f"{ORGANISATION}-{slug(board)}"
    return Unit(unit_id, name, "ward", name, ORGANISATION, board, organisation=ORGANISATION)


def category_of(request: ServiceRequest) -> Category:
    """Return the complaint type as a category of its own, below the organisation's."""
    category_id = f"{ORGANISATION}.{slug(request.complaint)}"
    return Category(
        category_id, request.complaint, request.complaint, parent=ORGANISATION, deliverable=DELIVERABLE
    )


def slug(text: str) -> str:
    """Return ``text`` as an id's part: lower case letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:48]


def write_case(request: ServiceRequest, calendar: Calendar) -> Case:
    """Return the request as a case: closed with its resolution, or distributed to its agency."""
    case = Case(_received(request), Random(request.key))  # noqa: S311 - ids that repeat on re-import
    agency = agency_unit(request)
    doer = Author(Actor(agency.id, agency.id, _ANSWERING, frozenset({agency.id})), agency.name)
    _distribute(case, request, agency, calendar)
    if request.closed and request.resolved_at is not None:
        _close(case, request, doer, request.resolved_at)
    elif request.resolution:
        case.do(Command.NOTE, doer, p.Text(request.resolution), request.resolved_at or request.created_at)
    case.entries = [entry for entry in case.entries if entry.kind in _ATTESTED]
    return case


def _received(request: ServiceRequest) -> Report:
    location = request.details.get("location_type", "")
    said = (request.complaint, request.descriptor, location)
    return Report(
        id=report_id(request.key),
        code=f"NYC-{request.key}",
        version=1,
        state=State.RECEIVED,
        title=": ".join(part for part in said[:2] if part),
        text=". ".join(part for part in said if part) + ".",
        received_at=request.created_at,
        organisation=ORGANISATION,
        language="en",
        source=request.channel,
        source_key=request.key,
        source_type=request.complaint,
        place=Place(request.board, request.address, request.latitude, request.longitude),
        evidence=request.details,
    )


def _distribute(case: Case, request: ServiceRequest, agency: Unit, calendar: Calendar) -> None:
    at, category = request.created_at, category_of(request)
    found = hide_all(((TITLE, case.report.title), (TEXT, case.report.text)))
    checked = p.Verify(category.id, case.report.place, identity_checked=True, decisions=found)
    case.do(Command.VERIFY, _INTAKE, checked, at)
    due = due_at(at, category.working_days, calendar)
    case.do(Command.DISTRIBUTE, _INTAKE, p.Distribute(agency.id, agency.id, DELIVERABLE, due), at)


def _close(case: Case, request: ServiceRequest, agency: Author, at: datetime) -> None:
    outcome, unit = outcome_of(request.resolution), agency.actor.unit_id
    content = content_sha256(request.resolution, outcome, unit)
    case.do(Command.ACCEPT, agency, p.Nothing(), at)
    case.do(Command.SUBMIT, agency, p.Submit(request.resolution, outcome, unit, content), at)
    case.do(Command.APPROVE, agency, p.Approve(content), at)
    case.do(Command.PUBLISH, agency, p.Publish(content, preview_seen=True), at)
    case.do(Command.CLOSE, Author(SYSTEM, ROOT.name), p.Nothing(), at)


def outcome_of(resolution: str) -> Outcome:
    """Return what a resolution says came of it; the data has no such column, so its words decide."""
    said = resolution.casefold()
    if PLANNED.search(said):
        return Outcome.PLANNED
    return Outcome.FIXED if FIXED.search(said) else Outcome.NOT_FIXED
