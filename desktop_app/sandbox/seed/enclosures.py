"""What each command of a case carries: the payload, and who carries the command out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import ZONE, Calendar, due_at, instant_due_at
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Assignment, Outcome, Place, Procedure, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.seed.answers import draw_outcome, write_answer, write_own_answer
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.case import Doer
from desktop_app.sandbox.seed.organisation import IOC, Organisation
from desktop_app.sandbox.seed.remarks import load_remarks
from desktop_app.sandbox.seed.staff import CITIZEN_DOER, SYSTEM_DOER, Staff

C = Command
_DISPATCHER = frozenset(
    {C.VERIFY, C.REJECT, C.MARK_DUPLICATE, C.DISTRIBUTE, C.ASK_CITIZEN, C.DECIDE_REOPEN, C.DECIDE_EXTENSION, C.URGE}
)
_SYSTEM = frozenset({C.REPLY, C.EXPIRE, C.CLOSE})
_REVIEW_DAYS, _EXTENSION_DAYS = 10, 5
_STANDS_IN = "Phó"
"""A deputy leader signs *KT.* (in the leader's place)."""


@dataclass(frozen=True, slots=True)
class City:
    """What the generator knows of the city while it makes cases."""

    organisation: Organisation
    staff: Staff
    calendar: Calendar


class Enclosures:
    """Chooses doers and payloads for one case; everything it draws comes from ``rng``."""

    def __init__(
        self, rng: Random, city: City, brief: Brief, category: Category, place: Place, original: str | None
    ) -> None:
        self._rng = rng
        self._city = city
        self._staff = city.staff
        self._brief = brief
        self._category = category
        self._place = place
        self._original = original
        self._remarks = load_remarks()
        role = Role.MISCONDUCT_RECIPIENT if brief.private else Role.DISPATCHER
        self._dispatcher = self._staff.with_role(rng, role)
        self._makers: dict[Command, Callable[[Report, Doer, datetime], p.Payload]] = {
            C.VERIFY: self._verify, C.REJECT: self._reject, C.MARK_DUPLICATE: self._mark_duplicate,
            C.DISTRIBUTE: self._distribute, C.HAND_DOWN: self._hand_down, C.RETURN: self._return,
            C.ASK_CITIZEN: self._ask, C.REPLY: self._say("reply"), C.MONITOR: self._monitor, C.SUBMIT: self._submit,
            C.SEND_BACK: self._say("send_back"), C.APPROVE: self._approve, C.PUBLISH: self._publish,
            C.REQUEST_REOPEN: self._say("reopen"), C.DECIDE_REOPEN: self._decide_reopen,
            C.REQUEST_EXTENSION: self._request_extension, C.DECIDE_EXTENSION: self._decide_extension,
            C.NOTE: self._say("note"), C.CONTRIBUTE: self._say("contribute"), C.URGE: self._say("urge"),
        }  # fmt: skip

    def doer(self, command: Command, report: Report) -> Doer:
        """Return who carries out ``command`` on ``report`` as it stands."""
        if command in _SYSTEM:
            return SYSTEM_DOER
        if command is C.REQUEST_REOPEN:
            return CITIZEN_DOER
        return self._staff.doer(self._officer(command, report))

    def payload(self, command: Command, report: Report, doer: Doer, at: datetime) -> p.Payload:
        """Return what ``command`` carries at ``at``."""
        maker = self._makers.get(command)
        return maker(report, doer, at) if maker else p.Nothing()

    def _officer(self, command: Command, report: Report) -> str:
        job = report.assignment
        if self._brief.private or command in _DISPATCHER or job is None:
            return self._dispatcher
        if command is C.PUBLISH:
            return self._staff.with_role(self._rng, Role.PUBLISHER)
        if command is C.APPROVE or (command is C.SEND_BACK and report.answer and not report.answer.approved_at):
            return self._staff.approver(job.lead_unit)
        if command is C.CONTRIBUTE:
            return self._staff.handlers(job.co_processors[0])[0]
        handlers = self._staff.handlers(job.lead_unit)
        return job.owner if job.owner in handlers else handlers[0]

    def _verify(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.Verify(self._category.id, self._place, identity_checked=True)

    def _reject(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.Coded(*self._rng.choice(self._remarks.reject))

    def _mark_duplicate(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        if self._original is None:
            raise LookupError("no original")
        return p.MarkDuplicate(self._original)

    def _distribute(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        lead = self._lead(report, doer)
        helpers = self._co_processors(lead)
        owner = self._brief.owner or self._owner(lead)
        return p.Distribute(lead, owner, self._category.deliverable, self._due(report, at), helpers)

    def _hand_down(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        job = _job(report)
        team = self._rng.choice(self._staff.teams(job.lead_unit))
        return p.HandDown(team, self._owner(team), job.deliverable, job.due_at)

    def _return(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.Coded(*self._rng.choice(self._remarks.return_))

    def _ask(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.AskCitizen(self._rng.choice(self._remarks.question))

    def _monitor(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.Monitor((at.astimezone(ZONE) + timedelta(days=_REVIEW_DAYS)).date())

    def _submit(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        unit_id = report.assignment.lead_unit if report.assignment else doer.actor.unit_id
        unit, templates = self._city.organisation.tree.get(unit_id), self._city.organisation.templates
        if report.assignment is None:
            outcome, text = Outcome.FIXED, write_own_answer(self._rng, report, unit, templates)
        else:
            outcome = draw_outcome(self._rng)
            text = write_answer(self._rng, report, unit, outcome, templates)
        return p.Submit(text, outcome, unit_id, content_sha256(text, outcome, unit_id))

    def _approve(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        stands_in = self._staff.title(doer.actor.person_id).startswith(_STANDS_IN)
        return p.Approve(_content(report), "KT." if stands_in else "")

    def _publish(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.Publish(_content(report), preview_seen=True)

    def _decide_reopen(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.DecideReopen("reopened", self._rng.choice(self._remarks.decide_reopen))

    def _request_extension(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        code, text = self._rng.choice(self._remarks.extension)
        return p.RequestExtension(code, due_at(_job(report).due_at, _EXTENSION_DAYS, self._city.calendar), text)

    def _decide_extension(self, report: Report, doer: Doer, at: datetime) -> p.Payload:
        return p.DecideExtension(granted=self._rng.random() < 0.85)

    def _say(self, occasion: str) -> Callable[[Report, Doer, datetime], p.Payload]:
        phrases: tuple[str, ...] = getattr(self._remarks, occasion)

        def say(report: Report, doer: Doer, at: datetime) -> p.Payload:
            return p.Text(self._rng.choice(phrases))

        return say

    def _lead(self, report: Report, doer: Doer) -> str:
        if self._brief.lead:
            return self._brief.lead
        leads = self._city.organisation.leads[self._category.id]
        ward = f"hue-{self._place.unit_code}"
        first = leads.of(ward, bool(self._staff.handlers(ward)))
        returned_by = report.returns[-1].by_unit if report.returns else None
        if first != returned_by:
            return first
        return leads.body if leads.body != first else self._next_best(ward)

    def _next_best(self, ward: str) -> str:
        """Where a report goes whose proper body has sent it back: the ward, else Construction."""
        return ward if self._staff.handlers(ward) else "hue-sxd"

    def _owner(self, lead: str) -> str:
        handlers = self._staff.handlers(lead)
        return self._rng.choice(handlers) if handlers else lead

    def _co_processors(self, lead: str) -> tuple[str, ...]:
        body = self._city.organisation.leads[self._category.id].body
        wanted = C.CONTRIBUTE in self._brief.route or self._rng.random() < 0.2
        if self._brief.private or not wanted:
            return ()
        return (body,) if body not in {lead, IOC} else ("hue-ca",) if lead != "hue-ca" else ("hue-sxd",)

    def _due(self, report: Report, at: datetime) -> datetime:
        if report.procedure is Procedure.INSTANT:
            return instant_due_at(at)
        return due_at(at, self._category.working_days, self._city.calendar)


def _job(report: Report) -> Assignment:
    if report.assignment is None:
        raise LookupError(report.id)
    return report.assignment


def _content(report: Report) -> str:
    if report.answer is None:
        raise LookupError(report.id)
    return report.answer.content_sha256
