"""Who carries out a command on a report as it stands."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.commands import CITIZEN_AUTHOR, SYSTEM_AUTHOR, Author
from desktop_app.sandbox.seed.circumstances import Circumstances

C = Command
_DISPATCHER: Final = frozenset(
    {C.VERIFY, C.REJECT, C.MARK_DUPLICATE, C.DISTRIBUTE, C.ASK_CITIZEN, C.DECIDE_REOPEN, C.DECIDE_EXTENSION,
     C.URGE}
)  # fmt: skip
_SYSTEM: Final = frozenset({C.REPLY, C.EXPIRE, C.CLOSE})


def doer_of(given: Circumstances, command: Command, report: Report) -> Author:
    """Return the officer, the citizen or the system."""
    if command in _SYSTEM:
        return SYSTEM_AUTHOR
    if command is C.REQUEST_REOPEN:
        return CITIZEN_AUTHOR
    return given.city.staff.doer(_officer(given, command, report))


def _officer(given: Circumstances, command: Command, report: Report) -> str:
    staff, job = given.city.staff, report.assignment
    if given.brief.private or command in _DISPATCHER or job is None:
        return given.dispatcher
    if command is C.PUBLISH:
        return staff.with_role(given.rng, Role.PUBLISHER)
    if command in {C.APPROVE, C.SEND_BACK}:
        return staff.approver(job.lead_unit)
    if command is C.CONTRIBUTE:
        return staff.handlers(job.co_processors[0])[0]
    handlers = staff.handlers(job.lead_unit)
    return job.owner if job.owner in handlers else handlers[0]
