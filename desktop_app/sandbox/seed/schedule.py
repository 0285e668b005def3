"""When the steps of a case happen: drawn in working minutes, in order, never after now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.seed.briefs import Brief, Route
from desktop_app.sandbox.seed.office_hours import DAY_MINUTES, OfficeHours

C, S = Command, State
DELAYS: Final[dict[Command, tuple[int, int]]] = {
    C.VERIFY: (5, 120), C.REJECT: (20, 300), C.MARK_DUPLICATE: (10, 200), C.DISTRIBUTE: (5, 180),
    C.ACCEPT: (15, 220), C.HAND_DOWN: (30, 200), C.RETURN: (60, 500), C.ASK_CITIZEN: (30, 300),
    C.REPLY: (100, 900), C.EXPIRE: (2300, 2500), C.MONITOR: (400, 1200), C.RESUME: (900, 1800),
    C.SUBMIT: (450, 2600), C.SEND_BACK: (60, 300), C.APPROVE: (20, 400), C.PUBLISH: (15, 240),
    C.CLOSE: (450, 3000), C.REQUEST_REOPEN: (300, 2000), C.DECIDE_REOPEN: (100, 800),
    C.REQUEST_EXTENSION: (1000, 2000), C.DECIDE_EXTENSION: (60, 300), C.NOTE: (30, 400),
    C.CONTRIBUTE: (200, 900), C.URGE: (100, 900),
}  # fmt: skip
"""How many working minutes after the step before, at least and at most."""

REST_DAYS: Final[dict[State, float]] = {
    S.RECEIVED: 1.5, S.VERIFIED: 1.5, S.DISTRIBUTED: 0.8, S.IN_PROGRESS: 8, S.RETURNED: 2,
    S.AWAITING_CITIZEN: 3, S.MONITORING: 5, S.AWAITING_APPROVAL: 2, S.APPROVED: 1, S.PUBLISHED: 9,
    S.REOPEN_REQUESTED: 2, S.REOPENED: 1,
}  # fmt: skip
"""How many working days at most a case rests in its last state; the finished ones for all the time."""

_LIVE_MINUTES: Final = 12
_LIVE_STEP: Final = 3
_SECOND: Final = timedelta(seconds=1)
_MARGIN: Final = 1.0
"""Minutes kept free before now, for steps that ``_rising`` moves apart."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the report came in, and when each command of its route was carried out."""

    received_at: datetime
    steps: tuple[datetime, ...]


def draw_schedule(
    rng: Random, brief: Brief, working_days: int, hours: OfficeHours, now: datetime
) -> Schedule:
    """Draw the times of ``brief``'s route; ``working_days`` is its category's term."""
    if brief.live:
        begun = now - timedelta(minutes=_LIVE_MINUTES)
        minutes = range(_LIVE_STEP, _LIVE_STEP * len(brief.route) + 1, _LIVE_STEP)
        return Schedule(begun, tuple(begun + timedelta(minutes=minute) for minute in minutes))
    offsets = list(accumulate((rng.uniform(*DELAYS[command]) for command in brief.route), initial=0.0))
    if brief.due_in is not None:
        laid = _anchored(rng, brief, offsets, working_days - brief.due_in, hours)
    else:
        laid = _ending_before_now(rng, brief.state, offsets, hours)
    received, *steps = _rising([hours.at(minute) for minute in laid])
    return Schedule(received, tuple(steps))


def _ending_before_now(rng: Random, state: State, offsets: list[float], hours: OfficeHours) -> list[float]:
    end = hours.end - _MARGIN
    latest = max(end - offsets[-1], 0.0)
    rest = min(REST_DAYS.get(state, latest) * DAY_MINUTES, latest)
    begun = latest - rng.uniform(0, rest)
    return _squeezed([begun + offset for offset in offsets], 0, end)


def _anchored(
    rng: Random, brief: Brief, offsets: list[float], days_ago: int, hours: OfficeHours
) -> list[float]:
    """Lay the distribution ``days_ago`` working days back, what led to it before, the rest after."""
    index = _index_of_distribution(brief.route)
    wanted = hours.days_ago(days_ago, rng.uniform(30, 400))
    anchor = min(wanted, hours.end - 5 * (len(offsets) - index))
    moved = [offset - offsets[index] + anchor for offset in offsets]
    return _squeezed(moved, index, hours.end - _MARGIN)


def _index_of_distribution(route: Route) -> int:
    return route.index(Command.DISTRIBUTE) + 1


def _squeezed(minutes: list[float], fixed: int, end: float) -> list[float]:
    """Pull what lies after ``minutes[fixed]`` together so that the last is not after ``end``."""
    base, last = minutes[fixed], minutes[-1]
    if last <= end:
        return minutes
    ratio = (end - base) / (last - base)
    return [base + (minute - base) * ratio if minute > base else minute for minute in minutes]


def _rising(times: list[datetime]) -> list[datetime]:
    """Make each time later than the one before it, by a second where need be."""
    for place in range(1, len(times)):
        times[place] = max(times[place], times[place - 1] + _SECOND)
    return times
