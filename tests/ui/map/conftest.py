"""A handler at work, and the surroundings of a report."""

from __future__ import annotations

import pytest

from desktop_app.triage.place_sketch import PlaceSketch, Point


@pytest.fixture
def sketch() -> PlaceSketch:
    """One report 50 m north, one 80 m east."""
    north = Point("n", "Rác ở Lê Lợi", 0, 50, is_open=True, is_alike=True)
    east = Point("e", "Ngập ở Bà Triệu", 80, 0, is_open=False, is_alike=False)
    return PlaceSketch(True, (north, east), 100)
