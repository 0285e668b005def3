"""One line of a report's timeline for each command carried out, and which of them the public never sees."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.masking import mask_identity
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
