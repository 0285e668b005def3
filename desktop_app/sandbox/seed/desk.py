"""What waits on the demo officers' desks, so that every card of the tray finds real work.

The ward of the demo handler and approver gets its cases by plan, not by chance: new, due today,
overdue, due soon, instant, and some that nobody has taken up.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import ROUTES, Brief

WARD: Final = "19789"
UNIT: Final = "hue-19789"
HANDLER: Final = "hue-p02"
COLLEAGUE: Final = "hue-p09"
APPROVER: Final = "hue-p03"
TOPICS: Final = (
    "construction", "environment", "urban.drainage", "urban.lighting", "urban.trees", "order.noise",
    "order.vendors", "traffic.road",
)  # fmt: skip

C, S = Command, State
_NEW, _TAKEN = (C.VERIFY, C.DISTRIBUTE), (C.VERIFY, C.DISTRIBUTE, C.ACCEPT)
_PLAN: Final[tuple[tuple[State, tuple[Command, ...], str, tuple[int, ...]], ...]] = (
    (S.DISTRIBUTED, _NEW, HANDLER, (7, 6, 5, 4, -1)),
    (S.IN_PROGRESS, _TAKEN, HANDLER, (0, 0, 0, -1, -3, -6)),
    (S.IN_PROGRESS, (*_TAKEN, C.NOTE), HANDLER, (1, 2, 3, 5)),
    (S.IN_PROGRESS, (*_TAKEN, C.REQUEST_EXTENSION, C.DECIDE_EXTENSION), HANDLER, (-2,)),
    (S.MONITORING, (*_TAKEN, C.MONITOR), HANDLER, (2,)),
    (S.AWAITING_CITIZEN, (*_TAKEN, C.ASK_CITIZEN), HANDLER, (3,)),
    (S.AWAITING_APPROVAL, (*_TAKEN, C.SUBMIT), HANDLER, (0, 1, 2)),
    (S.APPROVED, (*_TAKEN, C.SUBMIT, C.APPROVE), HANDLER, (1, 2, 3)),
    (S.IN_PROGRESS, _TAKEN, COLLEAGUE, (-1, 2)),
    (S.DISTRIBUTED, _NEW, COLLEAGUE, (5,)),
    (S.DISTRIBUTED, _NEW, UNIT, (1, 6)),
)
"""State, route, owner, and the due days of the cases in working days from today."""


def desk_briefs() -> list[Brief]:
    """Return the briefs of the demo ward's desks."""
    planned = [
        Brief(state, route, TOPICS, ward=WARD, lead=UNIT, owner=owner, due_in=days)
        for state, route, owner, due in _PLAN
        for days in due
    ]
    return [*planned, *_live()]


def _live() -> list[Brief]:
    """Two instant cases of the last minutes: one just distributed, one already accepted."""
    return [
        Brief(state, ROUTES[state][0][1], ("order.safety",), WARD, UNIT, HANDLER, live=True)
        for state in (State.DISTRIBUTED, State.IN_PROGRESS)
    ]
