"""What is to be made: in which state a case ends, and by which commands it gets there.

The mix follows the city's public records: about a third never reaches a unit, returns and
extensions are everyday.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from desktop_app.domain.workflow import Command, State

C, S = Command, State
Route = tuple[Command, ...]

_TAKEN: Final = (C.VERIFY, C.DISTRIBUTE, C.ACCEPT)
_ANSWERED: Final = (*_TAKEN, C.SUBMIT)
_OWN_ANSWER: Final = (C.VERIFY, C.SUBMIT)
_EXTENDED: Final = (*_TAKEN, C.REQUEST_EXTENSION, C.DECIDE_EXTENSION)
_OUT: Final = (C.APPROVE, C.PUBLISH)
_REOPENED: Final = (*_ANSWERED, *_OUT, C.REQUEST_REOPEN)

ROUTES: Final[dict[State, tuple[tuple[int, Route], ...]]] = {
    S.RECEIVED: ((1, ()),),
    S.VERIFIED: ((4, (C.VERIFY,)), (1, (C.VERIFY, C.ASK_CITIZEN, C.REPLY))),
    S.REJECTED: (
        (4, (C.REJECT,)),
        (4, (C.VERIFY, C.REJECT)),
        (1, (C.VERIFY, C.ASK_CITIZEN, C.EXPIRE)),
        (1, (C.VERIFY, C.DISTRIBUTE, C.RETURN, C.REJECT)),
    ),
    S.DUPLICATE: ((2, (C.MARK_DUPLICATE,)), (3, (C.VERIFY, C.MARK_DUPLICATE))),
    S.DISTRIBUTED: (
        (6, (C.VERIFY, C.DISTRIBUTE)),
        (1, (C.VERIFY, C.DISTRIBUTE, C.RETURN, C.DISTRIBUTE)),
        (1, (*_TAKEN, C.HAND_DOWN)),
    ),
    S.IN_PROGRESS: (
        (4, _TAKEN),
        (2, (*_TAKEN, C.NOTE)),
        (1, (*_TAKEN, C.NOTE, C.URGE)),
        (1, (*_TAKEN, C.CONTRIBUTE)),
        (1, _EXTENDED),
        (1, (*_TAKEN, C.REQUEST_EXTENSION)),
        (1, (*_TAKEN, C.HAND_DOWN, C.ACCEPT)),
        (1, (*_ANSWERED, C.SEND_BACK)),
        (1, (C.VERIFY, C.DISTRIBUTE, C.RETURN, C.DISTRIBUTE, C.ACCEPT)),
    ),
    S.RETURNED: (
        (3, (C.VERIFY, C.DISTRIBUTE, C.RETURN)),
        (1, (*_TAKEN, C.RETURN)),
        (1, (C.VERIFY, C.DISTRIBUTE, C.RETURN, C.DISTRIBUTE, C.RETURN)),
    ),
    S.AWAITING_CITIZEN: ((1, (C.VERIFY, C.ASK_CITIZEN)), (1, (*_TAKEN, C.ASK_CITIZEN))),
    S.MONITORING: ((2, (*_TAKEN, C.MONITOR)), (1, (*_TAKEN, C.NOTE, C.MONITOR))),
    S.AWAITING_APPROVAL: (
        (4, _ANSWERED),
        (1, (*_TAKEN, C.MONITOR, C.SUBMIT)),
        (1, (*_EXTENDED, C.SUBMIT)),
        (2, _OWN_ANSWER),
    ),
    S.APPROVED: ((3, (*_ANSWERED, C.APPROVE)), (1, (*_OWN_ANSWER, C.APPROVE))),
    S.PUBLISHED: (
        (4, (*_ANSWERED, *_OUT)),
        (2, (*_EXTENDED, C.SUBMIT, *_OUT)),
        (1, (*_ANSWERED, C.SEND_BACK, C.SUBMIT, *_OUT)),
        (1, (*_TAKEN, C.NOTE, C.CONTRIBUTE, C.SUBMIT, *_OUT)),
        (2, (*_OWN_ANSWER, *_OUT)),
    ),
    S.CLOSED: (
        (4, (*_ANSWERED, *_OUT, C.CLOSE)),
        (3, (*_EXTENDED, C.SUBMIT, *_OUT, C.CLOSE)),
        (1, (*_TAKEN, C.MONITOR, C.RESUME, C.SUBMIT, *_OUT, C.CLOSE)),
        (1, (*_TAKEN, C.ASK_CITIZEN, C.REPLY, C.SUBMIT, *_OUT, C.CLOSE)),
        (2, (*_OWN_ANSWER, *_OUT, C.CLOSE)),
    ),
    S.REOPEN_REQUESTED: ((2, _REOPENED), (1, (*_ANSWERED, *_OUT, C.CLOSE, C.REQUEST_REOPEN))),
    S.REOPENED: ((1, (*_REOPENED, C.DECIDE_REOPEN)),),
}
"""State → how often, and by which commands; every route is legal, and a test replays each."""

MIX: Final[dict[State, int]] = {
    S.RECEIVED: 30, S.VERIFIED: 16, S.REJECTED: 50, S.DUPLICATE: 28, S.DISTRIBUTED: 34, S.IN_PROGRESS: 52,
    S.RETURNED: 10, S.AWAITING_CITIZEN: 10, S.MONITORING: 10, S.AWAITING_APPROVAL: 12, S.APPROVED: 6,
    S.PUBLISHED: 32, S.CLOSED: 60, S.REOPEN_REQUESTED: 5, S.REOPENED: 4,
}  # fmt: skip
"""How many of each state, beside the demo desks and the misconduct reports."""

MISCONDUCT_MIX: Final[dict[State, int]] = {
    S.RECEIVED: 2, S.VERIFIED: 2, S.IN_PROGRESS: 2, S.AWAITING_APPROVAL: 1, S.PUBLISHED: 2, S.CLOSED: 1,
}  # fmt: skip
_TOPICS_WITH_TEAMS: Final = ("traffic", "order.security")
"""Led by bodies that have teams to hand work down to."""

_TOPICS_OF_THE_CENTRE: Final = ("traffic.parking", "traffic.signal", "order.security", "tourism.site")
"""What the centre can answer itself, from its cameras and by telephone."""

_ANY_TOPIC: Final = ("construction", "environment", "traffic", "urban", "order", "tourism")


@dataclass(frozen=True, slots=True)
class Brief:
    """One case to be made. ``due_in``: working days from today to its due day; None leaves it to chance.

    ``topics`` are categories (or their parents) to choose from; ``live`` is an instant case that
    came in minutes ago, at whatever hour that is.
    """

    state: State
    route: Route
    topics: tuple[str, ...] = _ANY_TOPIC
    ward: str | None = None
    lead: str | None = None
    owner: str | None = None
    due_in: int | None = None
    private: bool = False
    live: bool = False


def draw_briefs(rng: Random) -> list[Brief]:
    """Return the briefs of ``MIX``, in random order, originals before their duplicates."""
    drawn = [_brief(state, draw_route(rng, state)) for state, count in MIX.items() for _ in range(count)]
    rng.shuffle(drawn)
    return sorted(drawn, key=lambda brief: brief.state is State.DUPLICATE)


def _brief(state: State, route: Route) -> Brief:
    if C.HAND_DOWN in route:
        return Brief(state, route, _TOPICS_WITH_TEAMS)
    own = C.SUBMIT in route and C.DISTRIBUTE not in route
    return Brief(state, route, _TOPICS_OF_THE_CENTRE) if own else Brief(state, route)


def misconduct_briefs() -> list[Brief]:
    """Return the briefs of the private reports, each by the plainest route to its state."""
    return [
        Brief(state, ROUTES[state][0][1], topics=("misconduct",), private=True)
        for state, count in MISCONDUCT_MIX.items()
        for _ in range(count)
    ]


def draw_route(rng: Random, state: State) -> Route:
    """Draw one of the routes to ``state``."""
    routes = ROUTES[state]
    return rng.choices([route for _, route in routes], [weight for weight, _ in routes])[0]
