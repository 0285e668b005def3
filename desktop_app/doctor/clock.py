"""The computer's clock against the centre's time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part

if TYPE_CHECKING:
    from desktop_app.clock import Clock

WRONG: Final = timedelta(minutes=5)


def examine_clock(clock: Clock) -> Finding:
    """Return the finding on the clock; work goes by trusted time in any case."""
    if clock.wall_set_back:
        return find(Part.CLOCK, "clock_set_back")
    offset = clock.wall_offset()
    if offset is None:
        return find(Part.CLOCK, "clock_unknown")
    if abs(offset) > WRONG:
        return find(Part.CLOCK, "clock_wrong", data={"minutes": round(abs(offset) / timedelta(minutes=1))})
    return find(Part.CLOCK, "clock_right")
