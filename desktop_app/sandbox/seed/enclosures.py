"""What each command of a case carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import ZONE, due_at
from desktop_app.domain.masking import TEXT, TITLE, hide_all
from desktop_app.domain.report import Answer, Assignment, Outcome, Report
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.answers import draw_outcome, write_answer, write_own_answer
from desktop_app.sandbox.seed.circumstances import Circumstances
from desktop_app.sandbox.seed.remarks import Coded, load_remarks
from desktop_app.sandbox.seed.routing import co_processors, due_time, lead_unit, owner_in

_REVIEW_DAYS, _EXTENSION_DAYS = 10, 5
_GRANTED = 0.85
_STANDS_IN: Final = "Phó"
"""A deputy leader signs *KT.* (in the leader's place)."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One step: ``doer`` acts on ``report`` at ``at``; ``payload`` says with what."""

    given: Circumstances
    report: Report
    doer: Author
    at: datetime

    def payload(self, command: Command) -> p.Payload:
        """Return what ``command`` carries."""
        maker = _MAKERS.get(command)
        if maker is not None:
            return maker(self)
        return p.Text(self._say(_PHRASES[command])) if command in _PHRASES else p.Nothing()

    def verify(self) -> p.Payload:
        """Category and place; the text was checked for identity."""
        found = hide_all(((TITLE, self.report.title), (TEXT, self.report.text)))
        return p.Verify(self.given.category.id, self.given.place, identity_checked=True, decisions=found)

    def reject(self) -> p.Payload:
        """A coded reason with its words."""
        return p.Coded(*self._reason(load_remarks().reject))

    def send_off(self) -> p.Payload:
        """A coded reason for returning it."""
        return p.Coded(*self._reason(load_remarks().return_))

    def mark_duplicate(self) -> p.Payload:
        """The original; a brief without one cannot be a duplicate's."""
        if self.given.original is None:
            raise LookupError(self.report.id)
        return p.MarkDuplicate(self.given.original)

    def distribute(self) -> p.Payload:
        """Who, what, when."""
        lead = lead_unit(self.given, self.report)
        owner = self.given.brief.owner or owner_in(self.given, lead)
        due = due_time(self.given, self.report, self.at)
        return p.Distribute(
            lead, owner, self.given.category.deliverable, due, co_processors(self.given, lead),
            weighed="; ".join(reason.text for reason in self.report.returns),
        )  # fmt: skip

    def hand_down(self) -> p.Payload:
        """A team of the lead unit; what and when stay."""
        team = self.given.rng.choice(self.given.city.staff.teams(self._job.lead_unit))
        return p.HandDown(team, owner_in(self.given, team), self._job.deliverable, self._job.due_at)

    def ask(self) -> p.Payload:
        """A question to the citizen."""
        return p.AskCitizen(self._say("question"))

    def monitor(self) -> p.Payload:
        """When to look again."""
        return p.Monitor((self.at.astimezone(ZONE) + timedelta(days=_REVIEW_DAYS)).date())

    def submit(self) -> p.Payload:
        """The answer of the lead unit, or the centre's own."""
        job, city = self.report.assignment, self.given.city.organisation
        unit = city.tree.get(job.lead_unit if job else self.doer.actor.unit_id)
        outcome = self._outcome() if job else Outcome.FIXED
        if job is None:
            text = write_own_answer(self.given.rng, self.report, unit, city.templates)
        else:
            text = write_answer(self.given.rng, self.report, unit, outcome, city.templates)
        return p.Submit(text, outcome, unit.id, content_sha256(text, outcome, unit.id))

    def _outcome(self) -> Outcome:
        """Nothing is said to be fixed where the field wants to see it: nobody here has a camera."""
        drawn = draw_outcome(self.given.rng)
        unseen = self.given.category.evidence and drawn is Outcome.FIXED
        return Outcome.PLANNED if unseen else drawn

    def approve(self) -> p.Payload:
        """The signature under exactly this content, with its capacity."""
        title = self.given.city.staff.title(self.doer.actor.person_id)
        return p.Approve(self._answer.content_sha256, "KT." if title.startswith(_STANDS_IN) else "")

    def publish(self) -> p.Payload:
        """Exactly this content, its preview seen."""
        return p.Publish(self._answer.content_sha256, preview_seen=True)

    def decide_reopen(self) -> p.Payload:
        """Open again, with the reason."""
        return p.DecideReopen("reopened", self._say("decide_reopen"))

    def request_extension(self) -> p.Payload:
        """A coded reason and a date that counts from the old one."""
        code, text = self._reason(load_remarks().extension)
        later = due_at(self._job.due_at, _EXTENSION_DAYS, self.given.city.calendar)
        return p.RequestExtension(code, later, text)

    def decide_extension(self) -> p.Payload:
        """Mostly granted."""
        return p.DecideExtension(granted=self.given.rng.random() < _GRANTED)

    def _say(self, occasion: str) -> str:
        phrases: tuple[str, ...] = getattr(load_remarks(), occasion)
        return self.given.rng.choice(phrases)

    def _reason(self, reasons: tuple[Coded, ...]) -> Coded:
        return self.given.rng.choice(reasons)

    @property
    def _job(self) -> Assignment:
        if self.report.assignment is None:
            raise LookupError(self.report.id)
        return self.report.assignment

    @property
    def _answer(self) -> Answer:
        if self.report.answer is None:
            raise LookupError(self.report.id)
        return self.report.answer


C, E = Command, Enclosure
_MAKERS: Final[dict[Command, Callable[[Enclosure], p.Payload]]] = {
    C.VERIFY: E.verify, C.REJECT: E.reject, C.MARK_DUPLICATE: E.mark_duplicate, C.DISTRIBUTE: E.distribute,
    C.HAND_DOWN: E.hand_down, C.RETURN: E.send_off, C.ASK_CITIZEN: E.ask, C.MONITOR: E.monitor,
    C.SUBMIT: E.submit, C.APPROVE: E.approve, C.PUBLISH: E.publish, C.DECIDE_REOPEN: E.decide_reopen,
    C.REQUEST_EXTENSION: E.request_extension, C.DECIDE_EXTENSION: E.decide_extension,
}  # fmt: skip
_PHRASES: Final = {
    C.REPLY: "reply", C.SEND_BACK: "send_back", C.REQUEST_REOPEN: "reopen", C.NOTE: "note",
    C.CONTRIBUTE: "contribute", C.URGE: "urge",
}  # fmt: skip
