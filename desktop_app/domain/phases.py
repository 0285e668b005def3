"""The public phase of a state: what the citizen's page says. ``ui`` and the page translate it."""

from __future__ import annotations

from enum import StrEnum

from desktop_app.domain.workflow import State


class Phase(StrEnum):
    """The public phases of the city."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    AWAITING_CITIZEN = "awaiting_citizen"
    RESOLVED = "resolved"
    NOT_ACCEPTED = "not_accepted"
    DUPLICATE = "duplicate"
    RECONSIDERED = "reconsidered"


S, F = State, Phase
PHASES: dict[State, Phase] = {
    **dict.fromkeys((S.RECEIVED, S.VERIFIED), F.RECEIVED),
    **dict.fromkeys(
        (S.DISTRIBUTED, S.IN_PROGRESS, S.RETURNED, S.MONITORING, S.AWAITING_APPROVAL, S.APPROVED),
        F.IN_PROGRESS,
    ),
    S.AWAITING_CITIZEN: F.AWAITING_CITIZEN,
    **dict.fromkeys((S.PUBLISHED, S.CLOSED), F.RESOLVED),
    S.REJECTED: F.NOT_ACCEPTED,
    S.DUPLICATE: F.DUPLICATE,
    **dict.fromkeys((S.REOPEN_REQUESTED, S.REOPENED), F.RECONSIDERED),
}


def phase_of(state: State) -> Phase:
    """Return the public phase of ``state``."""
    return PHASES[state]
