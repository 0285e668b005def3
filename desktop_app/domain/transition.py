"""(report, command) → report: the projection on the client and the law on the server.

``apply`` is pure. The caller has found the edge (``workflow.find_edge``) and decoded the payload;
rules that need more than this one report (an original that is no duplicate, a unit inside the
subtree, officers that exist) are the caller's, in ``rights`` and ``organisation``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, cast

from desktop_app.domain import payloads as p
from desktop_app.domain.conflicts import KINDS, ConflictKind, guarded_field
from desktop_app.domain.content import content_sha256
from desktop_app.domain.masking import TEXT, TITLE, apply_decisions, fits, is_decided
from desktop_app.domain.report import Answer, Assignment, CodedReason, Extension, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import OPEN_STATES, Command, Edge, Stake, State, Target, find_edge, leads

QUESTION_DAYS = 5
RETURNS_TO_WEIGH = 2
"""From so many returns on the dispatcher decides with all their reasons in view."""


class NotAllowed(Exception):
    """A command of the table that this report, as it is, does not allow; ``rule`` is the contract's code."""

    rule: ClassVar[str]
    field: ClassVar[str | None] = None


class ContentChanged(NotAllowed):
    """The hash carried is not the hash of the content it must be bound to."""

    rule, field = "content_changed", "content_sha256"


class IdentityUndecided(NotAllowed):
    """A place in title or text that may tell who somebody is has not been decided on."""

    rule, field = "identity_undecided", "decisions"


class ReturnsUnweighed(NotAllowed):
    """A report that came back twice goes out again only with what follows from both reasons."""

    rule, field = "returns_unweighed", "weighed"


class CapacityMissing(NotAllowed):
    """Who signs in another's place says so."""

    rule, field = "capacity_missing", "capacity"


class SignatureRequired(NotAllowed):
    """An approval without the card's signature, where the policy wants one."""

    rule = "signature_required"


class FollowsAnother(NotAllowed):
    """The report was merged into another: what becomes of it is decided there."""

    rule = "follows_another"


@dataclass(frozen=True, slots=True)
class Step:
    """Who did it, when, from which unit: what every transition records."""

    actor: Actor
    at: datetime


def stake_of(report: Report) -> Stake:
    """Reduce ``report`` to what the workflow rules look at."""
    job = report.assignment
    return Stake(
        state=report.state,
        lead_unit=job.lead_unit if job else None,
        co_processors=frozenset(job.co_processors) if job else frozenset(),
        private=report.private,
        recipients=frozenset(report.recipients),
    )


def apply(report: Report, edge: Edge, payload: p.Payload, step: Step) -> Report:
    """Return ``report`` after the command; ``version`` and ``field_versions`` have moved on.

    Raises ``NotAllowed``: for submit, approve or publish with another content's hash, and where the report
    itself asks for more than the table does.
    """
    _check_goes_its_own_way(report, edge, step)
    effect = _EFFECTS.get(edge.command)
    changed = effect(report, payload, step) if effect else report
    if edge.target is Target.UNCHANGED and edge.command in _BESIDE:
        changed = _BESIDE[edge.command](report, payload, step)
    changed = replace(changed, state=_next_state(report, edge, payload))
    return _stamp(changed, edge.command)


def decided_elsewhere(report: Report, command: Command) -> bool:
    """Tell whether ``report`` was merged into another, where ``command`` is given from now on."""
    merged = report.duplicate_of is not None and report.state in OPEN_STATES
    return merged and KINDS[command] is ConflictKind.GUARDED


def _check_goes_its_own_way(report: Report, edge: Edge, step: Step) -> None:
    if decided_elsewhere(report, edge.command) and not step.actor.system:
        raise FollowsAnother


def _next_state(report: Report, edge: Edge, payload: p.Payload) -> State:
    if isinstance(edge.target, State):
        return edge.target
    if edge.target is Target.DECIDED:
        return State(cast(p.DecideReopen, payload).decision)
    if edge.target is Target.STATE_BEFORE:
        before = report.state_before or State.VERIFIED
        expired_undistributed = edge.command is Command.EXPIRE and before is State.VERIFIED
        return State.REJECTED if expired_undistributed else before
    return report.state


def _stamp(report: Report, command: Command) -> Report:
    version = report.version + 1
    key = guarded_field(command)
    stamped = {**report.field_versions, key: version} if key else report.field_versions
    return replace(report, version=version, field_versions=stamped)


def _leave(report: Report, _payload: p.Payload, step: Step) -> Report:
    job = report.assignment
    assert job is not None  # noqa: S101 - a co-processor exists only in an assignment
    stay = tuple(unit for unit in job.co_processors if unit not in step.actor.units)
    return replace(report, assignment=replace(job, co_processors=stay))


def _verify(report: Report, payload: p.Verify, _step: Step) -> Report:
    made = payload.decisions
    for field, words in ((TITLE, report.title), (TEXT, report.text)):
        if not fits(field, words, made) or not is_decided(field, words, made):
            raise IdentityUndecided
    return replace(
        report, category=payload.category, place=payload.place, text_decided=True,
        title=apply_decisions(TITLE, report.title, made), text=apply_decisions(TEXT, report.text, made),
        procedure=payload.procedure or report.procedure,
        recused=tuple(dict.fromkeys((*report.recused, *payload.named))),
    )  # fmt: skip


def _reject(report: Report, payload: p.Coded, step: Step) -> Report:
    return replace(report, rejection=_reason(payload, step))


def _reason(payload: p.Coded, step: Step) -> CodedReason:
    return CodedReason(payload.code, payload.text, step.actor.unit_id, step.at)


def _mark_duplicate(report: Report, payload: p.MarkDuplicate, _step: Step) -> Report:
    return replace(report, duplicate_of=payload.original_id)


def _distribute(report: Report, payload: p.Distribute, step: Step) -> Report:
    if len(report.returns) >= RETURNS_TO_WEIGH and not payload.weighed.strip():
        raise ReturnsUnweighed
    job = Assignment(
        payload.lead_unit, payload.owner, payload.deliverable, payload.due_at, payload.co_processors,
        given_at=step.at,
    )  # fmt: skip
    return replace(report, assignment=job, distributed_at=step.at, reopen_due=None)


def _accept(report: Report, _payload: p.Payload, step: Step) -> Report:
    """Whoever accepts what was given to a unit as a whole takes it."""
    job = report.assignment
    if job is None or job.owner not in {job.lead_unit, *step.actor.units}:
        return report
    return replace(report, assignment=replace(job, owner=step.actor.person_id))


def _hand_down(report: Report, payload: p.HandDown, step: Step) -> Report:
    before = report.assignment
    kept = before.co_processors if before else ()
    first = before.first_due_at if before else None
    job = Assignment(payload.unit, payload.owner, payload.deliverable, payload.due_at, kept, first, step.at)
    return replace(report, assignment=job)


def _return(report: Report, payload: p.Coded, step: Step) -> Report:
    return replace(report, returns=(*report.returns, _reason(payload, step)), assignment=None)


def _ask(report: Report, payload: p.AskCitizen, step: Step) -> Report:
    due: date = (step.at + timedelta(days=QUESTION_DAYS)).date()
    return replace(
        report, question=payload.question, question_due=due, state_before=report.state, question_wanted=None
    )


def goes_through_dispatcher(command: Command, actor: Actor, report: Report) -> bool:
    """Tell whether a question of ``actor`` is the dispatcher's to send."""
    edge = find_edge(command, actor, stake_of(report))
    unchanged = isinstance(edge, Edge) and edge.target is Target.UNCHANGED
    return command is Command.ASK_CITIZEN and unchanged


def _want_asked(report: Report, payload: p.AskCitizen, _step: Step) -> Report:
    """The unit's question goes to the dispatcher, who sends it, perhaps in other words."""
    return replace(report, question_wanted=payload.question)


def _resume_after_question(report: Report, _payload: p.Payload, _step: Step) -> Report:
    return replace(report, question=None, question_due=None, state_before=None)


def _monitor(report: Report, payload: p.Monitor, _step: Step) -> Report:
    return replace(report, review_date=payload.review_date)


def _resume(report: Report, _payload: p.Payload, _step: Step) -> Report:
    return replace(report, review_date=None)


def _submit(report: Report, payload: p.Submit, step: Step) -> Report:
    content = content_sha256(payload.text, payload.outcome, payload.publisher_unit, payload.attachments)
    if content != payload.content_sha256:
        raise ContentChanged
    answer = Answer(
        text=payload.text,
        content_sha256=content,
        outcome=payload.outcome,
        publisher_unit=payload.publisher_unit,
        submitted_by=step.actor.person_id,
        submitted_at=step.at,
        attachments=payload.attachments,
    )
    job = report.assignment or Assignment(step.actor.unit_id, step.actor.person_id, "answer", step.at)
    return replace(report, answer=answer, assignment=job)


def _approve(report: Report, payload: p.Approve, step: Step) -> Report:
    if not payload.capacity and not report.private and not leads(step.actor, stake_of(report)):
        raise CapacityMissing
    signed = replace(
        _bound_answer(report, payload.content_sha256),
        approved_by=step.actor.person_id, approved_at=step.at, capacity=payload.capacity,
        approval_sha256=hashlib.sha256(payload.signature.encode()).hexdigest() if payload.signature else None,
    )  # fmt: skip
    return replace(report, answer=signed)


def _publish(report: Report, payload: p.Publish, step: Step) -> Report:
    signed = replace(
        _bound_answer(report, payload.content_sha256), published_by=step.actor.person_id, published_at=step.at
    )
    return replace(report, answer=signed)


def _bound_answer(report: Report, content: str) -> Answer:
    if report.answer is None or report.answer.content_sha256 != content:
        raise ContentChanged
    return report.answer


def _send_back(report: Report, _payload: p.Text, _step: Step) -> Report:
    answer = report.answer
    if answer is not None:
        answer = replace(answer, approved_by=None, approved_at=None, capacity=None, approval_sha256=None)
    return replace(report, answer=answer)


def _request_reopen(report: Report, payload: p.Text, _step: Step) -> Report:
    return replace(report, reopen_reason=payload.text)


def _decide_reopen(report: Report, payload: p.DecideReopen, _step: Step) -> Report:
    """The clock of the request goes on until what is opened again is somebody's work."""
    return report if payload.decision == State.REOPENED.value else replace(report, reopen_due=None)


def _request_extension(report: Report, payload: p.RequestExtension, step: Step) -> Report:
    asked = Extension(payload.code, payload.new_due_at, payload.text, step.actor.person_id)
    return replace(report, extension=asked)


def _decide_extension(report: Report, payload: p.DecideExtension, _step: Step) -> Report:
    asked, job = report.extension, report.assignment
    if asked is None:
        return report
    if payload.granted and job is not None:
        job = replace(job, due_at=asked.new_due_at, first_due_at=job.first_due_at or job.due_at)
    return replace(report, extension=replace(asked, granted=payload.granted), assignment=job)


def _tag(report: Report, payload: p.Tag, _step: Step) -> Report:
    left = [tag for tag in report.tags if tag not in payload.remove]
    return replace(report, tags=tuple(dict.fromkeys([*left, *payload.add])))


def _prioritise(report: Report, payload: p.Prioritise, _step: Step) -> Report:
    return replace(report, priority=payload.priority)


def _merge(report: Report, payload: p.Merge, _step: Step) -> Report:
    return replace(report, duplicate_of=payload.into_id)


C = Command
_EFFECTS: dict[Command, Callable[[Report, Any, Step], Report]] = {
    C.VERIFY: _verify, C.ACCEPT: _accept, C.REJECT: _reject, C.MARK_DUPLICATE: _mark_duplicate,
    C.DISTRIBUTE: _distribute,
    C.HAND_DOWN: _hand_down, C.RETURN: _return, C.ASK_CITIZEN: _ask, C.REPLY: _resume_after_question,
    C.EXPIRE: _resume_after_question, C.MONITOR: _monitor, C.RESUME: _resume, C.SUBMIT: _submit,
    C.SEND_BACK: _send_back, C.APPROVE: _approve, C.PUBLISH: _publish, C.REQUEST_REOPEN: _request_reopen,
    C.DECIDE_REOPEN: _decide_reopen, C.REQUEST_EXTENSION: _request_extension,
    C.DECIDE_EXTENSION: _decide_extension, C.TAG: _tag, C.PRIORITISE: _prioritise, C.MERGE: _merge,
}  # fmt: skip


_BESIDE: dict[Command, Callable[[Report, Any, Step], Report]] = {
    C.RETURN: _leave, C.ASK_CITIZEN: _want_asked,
}  # fmt: skip
"""What those of the workflow's commands do that leave the state as it is for some parties."""
