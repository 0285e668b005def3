"""One line of a report's timeline for each command carried out, and which of them the public never sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.masking import mask_identity
from desktop_app.domain.organisation import UnitTree
from desktop_app.domain.report import QUESTION_WANTED, Entry, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import Command, State

C = Command
INTERNAL: Final = frozenset(
    {C.NOTE, C.CONTRIBUTE, C.ATTACH, C.TAG, C.PRIORITISE, C.URGE, C.SEND_BACK, C.RETURN}
)
"""Work among colleagues; every other step is public unless the report is private."""


def entry_of(
    command: Command,
    payload: p.Payload,
    report: Report,
    *,
    id: str,  # noqa: A002 - the contract's name
    actor: Actor,
    name: str,
    at: datetime,
) -> Entry:
    """Return the line for ``command`` on ``report`` as it stands afterwards; ``name`` is the actor's."""
    wanted = command is C.ASK_CITIZEN and report.state is not State.AWAITING_CITIZEN
    return Entry(
        id=id,
        report_id=report.id,
        kind=QUESTION_WANTED if wanted else command.value,
        at=at,
        by=actor.person_id,
        by_name=name,
        unit=actor.unit_id or None,
        capacity=payload.capacity or None if isinstance(payload, p.Approve) else None,
        text=mask_identity(words_of(payload)) if command is C.REPLY else words_of(payload),
        public=not (report.private or wanted or command in INTERNAL),
        version=report.version,
    )


def naming_whom(line: Entry, payload: p.Payload, report: Report, units: UnitTree) -> Entry:
    """Return the ``line`` of work given as it is read everywhere: who, what, when.

    Of who it names the units alone: the line is public, and carries no officer whom it is about.
    """
    job = report.assignment
    if job is None or not isinstance(payload, p.Distribute | p.HandDown):
        return line
    who = " + ".join(_name(unit, units) for unit in (job.lead_unit, *job.co_processors))
    told = " · ".join((who, job.deliverable, f"{job.due_at.astimezone(ZONE):%H:%M %d/%m/%Y}"))
    weighed = payload.weighed if isinstance(payload, p.Distribute) else ""
    return replace(line, text="\n".join(filter(None, (told, weighed))))


def _name(unit: str, units: UnitTree) -> str:
    return units.get(unit).name if unit in units else unit


def words_of(payload: p.Payload) -> str:
    """Return what the person wrote; an answer stands in the report itself."""
    if isinstance(payload, p.Submit):
        return ""
    if isinstance(payload, p.Distribute) and payload.weighed:
        return f"{payload.deliverable}\n{payload.weighed}"
    for name in ("text", "question", "reason", "deliverable"):
        if words := getattr(payload, name, ""):
            return str(words)
    return ""
