"""Points in metres around a report, nearest first; nothing is drawn of a report without coordinates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest

from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore
from desktop_app.triage.place_sketch import place_sketch, point_of, scale_bar
from desktop_app.triage.similarity import distance

NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
HERE = Report(
    "r", "PA-1", 3, State.IN_PROGRESS, "Ngập", "Ngập", NOON, category="urban",
    place=Place("19789", latitude=16.4637, longitude=107.5909),
)  # fmt: skip


def other(number: int, north: float, east: float) -> Report:
    place = Place("19789", latitude=16.4637 + north, longitude=107.5909 + east)
    return replace(HERE, id=f"o{number}", place=place)


class Ward:
    """The reports around, as a store tells them."""

    def __init__(self, *reports: Report) -> None:
        self.vicinity = self
        self.reports = list(reports)

    def around(self, _report: Report, _within: object) -> list[Report]:
        return self.reports


def store_of(ward: Ward) -> AccountStore:
    return cast("AccountStore", ward)


def test_a_point_lies_as_far_as_the_ground_says() -> None:
    there = replace(other(1, 0.001, -0.002), state=State.CLOSED, category="roads")
    point = point_of(HERE, there)
    assert point is not None
    assert (point.north > 0, point.east < 0) == (True, True)
    assert point.metres == pytest.approx(distance(HERE.place, there.place), rel=0.01)
    assert (point.is_open, point.is_alike) == (False, False)
    assert point_of(HERE, replace(there, place=Place("19789"))) is None


def test_the_nearest_comes_first_and_an_outlier_presses_nobody() -> None:
    near = [other(number, number * 0.0005, 0) for number in range(1, 9)]
    ward = Ward(HERE, *reversed(near), other(99, 2.0, 2.0), replace(HERE, id="o5", place=Place()))
    sketch = place_sketch(store_of(ward), HERE)
    assert [point.report_id for point in sketch.points] == [*(f"o{n}" for n in range(1, 9)), "o99"]
    assert 400 < sketch.reach < 600


def test_without_coordinates_there_is_nothing_to_draw() -> None:
    bare = place_sketch(store_of(Ward()), replace(HERE, place=Place("19789", "9 Lê Lợi")))
    assert not bare.has_point
    alone = place_sketch(store_of(Ward(HERE)), HERE)
    assert (alone.has_point, alone.points) == (True, ())


@pytest.mark.parametrize(
    ("metres_a_pixel", "bar"), [(1.0, 50.0), (2.9, 200.0), (0.1, 5.0), (20.0, 1000.0), (1.43, 100.0)]
)
def test_a_scale_is_a_round_number_that_fits(metres_a_pixel: float, bar: float) -> None:
    assert scale_bar(metres_a_pixel, 70) == bar
