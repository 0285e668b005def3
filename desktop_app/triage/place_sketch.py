"""Where a report lies among the others of its ward: points in metres around it, and nothing else.

No street, no boundary: this program has no source for either and invents none. What is drawn comes from the
person's own store, so secrecy and recusal hold. Not for the main thread: some hundred reports are read.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.triage.similarity import WITHIN

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_METRES_A_DEGREE: Final = 111_320.0
_LEAST_REACH, _MOST_REACH = 100.0, 5_000.0
_SHARE_SHOWN: Final = 0.8
"""Of the others: a far outlier must not press the rest into one spot."""


@dataclass(frozen=True, slots=True)
class Point:
    """Another report, so many metres east and north of the one that is read."""

    report_id: str
    title: str
    east: float
    north: float
    is_open: bool
    is_alike: bool
    """Of the same category."""

    @property
    def metres(self) -> float:
        """How far away it is."""
        return math.hypot(self.east, self.north)


@dataclass(frozen=True, slots=True)
class PlaceSketch:
    """The others, nearest first, and how far the picture reaches from its middle, in metres.

    ``has_point`` is False for a report that tells no coordinates: then there is nothing to draw.
    """

    has_point: bool = False
    points: tuple[Point, ...] = ()
    reach: float = _LEAST_REACH


def place_sketch(store: AccountStore, report: Report) -> PlaceSketch:
    """Return the surroundings of ``report``; raise ``StoreError``."""
    if report.place.latitude is None or report.place.longitude is None:
        return PlaceSketch()
    around = store.vicinity.around(report, WITHIN)
    found = (point_of(report, each) for each in around if each.id != report.id)
    points = sorted((each for each in found if each is not None), key=lambda each: each.metres)
    return PlaceSketch(True, tuple(points), _reach(points))


def point_of(report: Report, other: Report) -> Point | None:
    """Return where ``other`` lies as seen from ``report``; None where one of them has no point."""
    here, there = report.place, other.place
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    shrink = math.cos(math.radians(here.latitude))
    return Point(
        other.id,
        other.title,
        (there.longitude - here.longitude) * _METRES_A_DEGREE * shrink,
        (there.latitude - here.latitude) * _METRES_A_DEGREE,
        other.state in OPEN_STATES,
        other.category is not None and other.category == report.category,
    )


def _reach(points: list[Point]) -> float:
    if not points:
        return _LEAST_REACH
    last = points[math.ceil(_SHARE_SHOWN * len(points)) - 1].metres
    return min(_MOST_REACH, max(_LEAST_REACH, last * 1.1))


def scale_bar(metres_a_pixel: float, most_pixels: float) -> float:
    """Return the longest of 1, 2, 5 × 10ⁿ metres that takes at most ``most_pixels``."""
    room = metres_a_pixel * most_pixels
    step: float = 10.0 ** math.floor(math.log10(room))
    return next(step * factor for factor in (5, 2, 1) if step * factor <= room * (1 + 1e-9))
