"""Which steps staff take from each state, and how often; the workflow's table stays the law."""

from __future__ import annotations

from random import Random
from typing import Final

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import RUNNING, Command, State

C, S = Command, State
Weighed = tuple[tuple[Command, int], ...]

STEPS: Final[dict[State, Weighed]] = {
    S.RECEIVED: ((C.VERIFY, 90), (C.REJECT, 6), (C.MARK_DUPLICATE, 4)),
    S.VERIFIED: ((C.DISTRIBUTE, 86), (C.ASK_CITIZEN, 9), (C.REJECT, 5)),
    S.DISTRIBUTED: ((C.ACCEPT, 76), (C.HAND_DOWN, 14), (C.RETURN, 6), (C.URGE, 4)),
    S.IN_PROGRESS: (
        (C.SUBMIT, 38), (C.NOTE, 24), (C.CONTRIBUTE, 14), (C.REQUEST_EXTENSION, 8), (C.ASK_CITIZEN, 6),
        (C.MONITOR, 5), (C.URGE, 3), (C.RETURN, 2),
    ),
    S.MONITORING: ((C.RESUME, 60), (C.NOTE, 40)),
    S.RETURNED: ((C.DISTRIBUTE, 90), (C.REJECT, 10)),
    S.AWAITING_APPROVAL: ((C.APPROVE, 84), (C.SEND_BACK, 16)),
    S.APPROVED: ((C.PUBLISH, 96), (C.SEND_BACK, 4)),
    S.REOPEN_REQUESTED: ((C.DECIDE_REOPEN, 100),),
    S.REOPENED: ((C.DISTRIBUTE, 100),),
}  # fmt: skip
"""Out of about a hundred; a state without an entry waits for a citizen, for the system, or for nobody."""

_DECIDED_FIRST: Final = 70


def draw_step(rng: Random, report: Report) -> Command | None:
    """Draw the next step on ``report``; None where the staff have none to take."""
    asked = report.extension is not None and report.extension.granted is None
    if asked and report.state in RUNNING and rng.randrange(100) < _DECIDED_FIRST:
        return C.DECIDE_EXTENSION
    weighed = [(command, often) for command, often in STEPS.get(report.state, ()) if _fits(command, report)]
    if not weighed:
        return None
    return rng.choices([command for command, _ in weighed], [often for _, often in weighed])[0]


def _fits(command: Command, report: Report) -> bool:
    """Leave out what would make no sense although it is lawful."""
    if command is C.REQUEST_EXTENSION:
        return report.extension is None
    if command is C.CONTRIBUTE:
        return report.assignment is not None and bool(report.assignment.co_processors)
    return command is not C.RETURN or not report.returns  # a second return is a person's own decision
