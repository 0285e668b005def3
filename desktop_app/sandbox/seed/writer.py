"""From a brief to a case: the text, the place, the times, then the route, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from desktop_app.domain.clocks import reopen_due, with_accept_due
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Priority, Procedure, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.circumstances import Circumstances, City
from desktop_app.sandbox.seed.doers import doer_of
from desktop_app.sandbox.seed.enclosures import Enclosure
from desktop_app.sandbox.seed.gazetteer import Spot
from desktop_app.sandbox.seed.office_hours import OfficeHours
from desktop_app.sandbox.seed.remarks import load_remarks
from desktop_app.sandbox.seed.schedule import Schedule, draw_schedule
from desktop_app.sandbox.seed.seeded_ids import seeded_id
from desktop_app.sandbox.seed.texts import Text, Written

CHANNELS = (("app", 46), ("hotline", 20), ("web", 16), ("zalo", 10), ("counter", 8))
"""How citizens reach the city, and how often of a hundred."""

_UNRATED = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wrote about which place."""

    text: Text
    written: Written
    spot: Spot


class CaseWriter:
    """Writes cases into the weeks before ``now``."""

    def __init__(self, rng: Random, city: City, hours: OfficeHours, now: datetime) -> None:
        self._rng = rng
        self._city = city
        self._hours = hours
        self._now = now
        self._categories = {category.id: category for category in city.organisation.categories}

    def write(self, brief: Brief, draft: Draft, original: Report | None = None) -> Case:
        """Return the case of ``brief`` about ``draft``; ``original`` is what it duplicates, if it does."""
        category = self._categories[draft.text.category]
        schedule = draw_schedule(self._rng, brief, category.working_days, self._hours, self._now)
        case = Case(self._received(brief, draft, schedule), self._rng)
        given = self._circumstances(brief, draft, original)
        for command, at in zip(brief.route, schedule.steps, strict=True):
            doer = doer_of(given, command, case.report)
            payload = Enclosure(given, case.report, doer, at).payload(command)
            case.do(command, doer, payload, at, _remark(command, case.report, at))
            case.report = self._clocked(case.report, command, at, category)
        return case

    def _clocked(self, report: Report, command: Command, at: datetime, category: Category) -> Report:
        """The clocks that the centre starts with a command."""
        if command is Command.REQUEST_REOPEN:
            return replace(report, reopen_due=reopen_due(at, category, self._city.calendar))
        return with_accept_due(report, category, self._city.calendar)

    def _circumstances(self, brief: Brief, draft: Draft, original: Report | None) -> Circumstances:
        role = Role.MISCONDUCT_RECIPIENT if brief.private else Role.DISPATCHER
        return Circumstances(
            self._rng,
            self._city,
            brief,
            self._categories[draft.text.category],
            draft.spot.place,
            dispatcher=self._city.staff.with_role(self._rng, role),
            original=original.id if original else None,
        )

    def _received(self, brief: Brief, draft: Draft, schedule: Schedule) -> Report:
        instant = draft.text.instant or brief.live
        return Report(
            id=seeded_id(schedule.received_at, self._rng),
            code="",
            version=1,
            state=State.RECEIVED,
            title=draft.written.title,
            text=draft.written.text,
            received_at=schedule.received_at,
            language=draft.text.language,
            source=draft.text.source or self._channel(),
            procedure=Procedure.INSTANT if instant else Procedure.TIMED,
            priority=Priority.HIGH if instant else self._priority(),
            private=brief.private,
            place=draft.spot.place,
            evidence=draft.written.evidence,
        )

    def _channel(self) -> str:
        return self._rng.choices([name for name, _ in CHANNELS], [share for _, share in CHANNELS])[0]

    def _priority(self) -> Priority:
        return self._rng.choices((Priority.LOW, Priority.NORMAL, Priority.HIGH), (8, 80, 12))[0]


def _remark(command: Command, report: Report, at: datetime) -> str:
    """What the timeline says of steps that carry no words of their own."""
    if command is not Command.CLOSE or report.answer is None or report.answer.published_at is None:
        return ""
    satisfied, unrated = load_remarks().close
    return unrated if at - report.answer.published_at >= _UNRATED else satisfied
