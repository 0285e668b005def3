"""Where a report goes: lead unit, owner, co-processors, and when it is due."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain.deadlines import due_at, instant_due_at
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.seed.circumstances import Circumstances
from desktop_app.sandbox.seed.organisation import ward_id

_CONSTRUCTION: Final = "hue-sxd"
_POLICE: Final = "hue-ca"
_JOINT_WORK: Final = 0.2


def lead_unit(given: Circumstances, report: Report) -> str:
    """Return who leads: the category's body or ward, but never the one that has just sent it back."""
    if given.brief.lead:
        return given.brief.lead
    leads = given.city.organisation.leads[given.category.id]
    ward = ward_id(given.place.unit_code or "")
    staffed = bool(given.city.staff.handlers(ward))
    returned_by = report.returns[-1].by_unit if report.returns else None
    wards = (ward,) if staffed else ()
    choices: tuple[str, ...] = (leads.of(ward, staffed), leads.body, *wards, _CONSTRUCTION, _POLICE)
    return next(unit for unit in choices if unit != returned_by)


def owner_in(given: Circumstances, unit: str) -> str:
    """Return who does it: somebody of the unit, or the unit itself where nobody is named."""
    handlers = given.city.staff.handlers(unit)
    return given.rng.choice(handlers) if handlers else unit


def co_processors(given: Circumstances, lead: str) -> tuple[str, ...]:
    """Return who contributes: sometimes another body; always one where the route has a contribution."""
    wanted = Command.CONTRIBUTE in given.brief.route or given.rng.random() < _JOINT_WORK
    if given.brief.private or not wanted:
        return ()
    choices = (given.city.organisation.leads[given.category.id].body, _POLICE, _CONSTRUCTION)
    return (next(unit for unit in choices if unit != lead),)


def due_time(given: Circumstances, report: Report, at: datetime) -> datetime:
    """Return when what is distributed ``at`` is due, by its procedure and category."""
    if report.procedure is Procedure.INSTANT:
        return instant_due_at(at, given.category.instant_minutes)
    return due_at(at, given.category.working_days, given.city.calendar)
