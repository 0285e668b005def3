"""The rules that need more than one report: units, officers and categories that exist, originals, dates.

``check`` raises ``RuleBroken`` with a code of the contract: a payload's field, or a rule's own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.due_days import day_fault
from desktop_app.domain.masking import file_field, fits, is_decided
from desktop_app.domain.matters import CAMPAIGN, Campaign, tag_fault
from desktop_app.domain.organisation import UnitTree
from desktop_app.domain.report import Assignment, Outcome, Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import OPEN_STATES, Command, State
from desktop_app.sandbox import files, wire
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import posts_of

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


class RuleBroken(Exception):
    """``rule`` is the contract's code; ``field`` the payload's, where one is at fault."""

    def __init__(self, rule: str, field: str | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.field = field


@dataclass(frozen=True, slots=True)
class Case:
    """A command about to be carried out: who, on what, when, and where to look things up."""

    connection: Connection
    entities: Entities
    tree: UnitTree
    report: Report
    actor: Actor
    now: datetime


def check(case: Case, command: Command, payload: p.Payload) -> None:
    """Raise ``RuleBroken`` where ``payload`` names what does not exist or must not be."""
    rule = _RULES.get(command)
    if rule is not None:
        rule(case, payload)
    if fault := day_fault(case.report, payload, case.now):
        raise RuleBroken("payload", fault[0])


def _verify(case: Case, payload: p.Verify) -> None:
    if case.entities.data(case.connection, "category", payload.category) is None:
        raise RuleBroken("payload", "category")
    if payload.place.unit_code is not None:
        _require_ward(case, payload.place.unit_code)
    for file in case.entities.attachments(case.connection, case.report.id):
        field = file_field(file.id)
        if not fits(field, file.name, payload.decisions) or not is_decided(
            field, file.name, payload.decisions
        ):
            raise RuleBroken("identity_undecided", "decisions")
    for named in payload.named:
        if all(case.entities.data(case.connection, kind, named) is None for kind in ("officer", "unit")):
            raise RuleBroken("payload", "named")


def _distribute(case: Case, payload: p.Distribute) -> None:
    _require_unit(case, payload.lead_unit, "lead_unit")
    _require_owner(case, payload.owner, payload.lead_unit)
    for unit in payload.co_processors:
        _require_unit(case, unit, "co_processors")
    if payload.lead_unit in payload.co_processors:
        raise RuleBroken("payload", "co_processors")


def _hand_down(case: Case, payload: p.HandDown) -> None:
    job = case.report.assignment
    _require_unit(case, payload.unit, "unit")
    today = case.now.astimezone(ZONE).date()
    if job is None or not _goes_down(case, job, payload, today):
        raise RuleBroken("outside_subtree", "unit")
    _require_owner(case, payload.owner, payload.unit)


def _goes_down(case: Case, job: Assignment, payload: p.HandDown, today: date) -> bool:
    """Below the lead unit, or within it to somebody else."""
    within = payload.unit == job.lead_unit and payload.owner != job.owner
    return within or case.tree.may_hand_down(job.lead_unit, payload.unit, today)


def _mark_duplicate(case: Case, payload: p.MarkDuplicate) -> None:
    original = _other_report(case, payload.original_id, "original_id")
    if original.private and not case.report.private:  # its citizen's page would lead there
        raise RuleBroken("payload", "original_id")
    if original.state is State.DUPLICATE or original.duplicate_of is not None:
        raise RuleBroken("original_is_duplicate", "original_id")


def _merge(case: Case, payload: p.Merge) -> None:
    target = _other_report(case, payload.into_id, "into_id")
    if target.private != case.report.private:  # each names the other, to everybody who sees one of them
        raise RuleBroken("payload", "into_id")
    if target.duplicate_of is not None:
        raise RuleBroken("original_is_duplicate", "into_id")
    if target.state not in OPEN_STATES:
        raise RuleBroken("payload", "into_id")
    if case.report.followers:
        raise RuleBroken("has_followers", "into_id")


def _submit(case: Case, payload: p.Submit) -> None:
    _require_unit(case, payload.publisher_unit, "publisher_unit")
    parts = (case.entities.report(case.connection, part) for part in case.report.parts)
    if any(part is not None and part.state in OPEN_STATES for part in parts):
        raise RuleBroken("parts_open")
    if fault := files.fault_of_answer(case.connection, case.entities, case.report, payload):
        raise RuleBroken(fault, "attachments")
    _require_evidence(case, payload.outcome, payload.attachments)


def _publish(case: Case, _payload: p.Publish) -> None:
    """The field may have begun to want evidence after the answer was written."""
    if case.report.answer is not None:
        _require_evidence(case, case.report.answer.outcome, case.report.answer.attachments)


def _require_evidence(case: Case, outcome: Outcome, attachments: Sequence[str]) -> None:
    """Where the field wants it, what is said to be fixed is shown, before and after."""
    category = case.entities.data(case.connection, "category", case.report.category or "") or {}
    if outcome is not Outcome.FIXED or not category.get("evidence"):
        return
    if fault := files.evidence_fault_of(case.connection, case.entities, case.report, attachments):
        raise RuleBroken(fault, "attachments")


def _attach(case: Case, payload: p.Attach) -> None:
    if field := files.missing_of(case.connection, case.report.id, payload):
        raise RuleBroken(files.MISSING, field)
    if files.unclean_of(case.connection, case.report.id, payload):
        raise RuleBroken(files.UNCLEAN, "sha256")


def _tag(case: Case, payload: p.Tag) -> None:
    """The tag of a campaign is given by those who coordinate, while the campaign runs."""
    listed = [wire.decode(data, Campaign) for data in case.entities.all(case.connection, CAMPAIGN)]
    if fault := tag_fault(listed, case.actor, payload.add, payload.remove, case.now.astimezone(ZONE).date()):
        raise RuleBroken(fault, "add")


def _request_extension(case: Case, _payload: p.RequestExtension) -> None:
    if case.report.assignment is None:
        raise RuleBroken("payload", "new_due_at")


def _decide_extension(case: Case, _payload: p.DecideExtension) -> None:
    asked = case.report.extension
    if asked is None or asked.granted is not None:
        raise RuleBroken("nothing_asked")


def _require_unit(case: Case, unit_id: str, field: str) -> None:
    today = case.now.astimezone(ZONE).date()
    if unit_id not in case.tree or not case.tree.get(unit_id).valid_on(today):
        raise RuleBroken("payload", field)


def _require_ward(case: Case, code: str) -> None:
    """A place names an administrative unit by its official code."""
    if all(unit["code"] != code for unit in case.entities.all(case.connection, "unit")):
        raise RuleBroken("payload", "place")


def _require_owner(case: Case, owner: str, unit_id: str) -> None:
    """An owner is a unit at or below the assigned one, or an active officer of such a unit."""
    below = case.tree.subtree(unit_id)
    if owner in below:
        return
    officer = case.entities.data(case.connection, "officer", owner)
    if officer is None or not officer.get("active") or not _works_in(case, owner, officer, below):
        raise RuleBroken("payload", "owner")


def _works_in(case: Case, owner: str, officer: dict[str, Any], units: Iterable[str]) -> bool:
    return bool({officer.get("unit_id"), *posts_of(case.connection, owner)} & set(units))


def _other_report(case: Case, report_id: str, field: str) -> Report:
    found = case.entities.report(case.connection, report_id)
    if found is None or found.id == case.report.id or not may_see(case.actor, found):
        raise RuleBroken("payload", field)
    return found


C = Command
_RULES: dict[Command, Callable[[Case, Any], None]] = {
    C.VERIFY: _verify,
    C.DISTRIBUTE: _distribute,
    C.HAND_DOWN: _hand_down,
    C.MARK_DUPLICATE: _mark_duplicate,
    C.MERGE: _merge,
    C.SUBMIT: _submit,
    C.PUBLISH: _publish,
    C.ATTACH: _attach,
    C.TAG: _tag,
    C.REQUEST_EXTENSION: _request_extension,
    C.DECIDE_EXTENSION: _decide_extension,
}
