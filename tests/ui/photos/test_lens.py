"""Zooming keeps the point under the pointer, pushing stops at the edge, a quarter turn fits again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF

from ui.photos.lens import LARGEST, Lens

WIDE = Lens(QSizeF(400, 200), QSizeF(200, 200))


def at(point: QPointF) -> tuple[float, float]:
    return round(point.x(), 6), round(point.y(), 6)


def test_it_fits_whole_and_in_the_middle() -> None:
    assert WIDE.zoom == 0.5
    assert at(WIDE.transform().map(QPointF(0, 0))) == (0, 50)
    assert at(WIDE.transform().map(QPointF(400, 200))) == (200, 150)


def test_a_point_goes_there_and_back() -> None:
    lens = WIDE.turned(1).zoomed(3)
    assert at(lens.point(lens.transform().map(QPointF(120, 90)))) == (120, 90)


def test_zooming_holds_the_point_under_the_pointer() -> None:
    pointer = QPointF(150, 100)
    before = WIDE.point(pointer)
    larger = WIDE.zoomed(4, pointer)
    assert larger.zoom == 2
    assert at(larger.point(pointer)) == at(before)


@pytest.mark.parametrize("factor", [1e9, 1e-9])
def test_the_scale_has_bounds(factor: float) -> None:
    assert 0.01 < WIDE.zoomed(factor).zoom <= LARGEST


def test_pushing_stops_at_the_edge() -> None:
    lens = WIDE.scaled(2).pushed(QPointF(1e6, 1e6))
    assert at(lens.transform().map(QPointF(0, 0))) == (0, 0)
    assert at(WIDE.pushed(QPointF(70, 70)).transform().map(QPointF(0, 0))) == (0, 50)  # all of it is seen


def test_a_quarter_turn_fits_again_and_four_are_none() -> None:
    turned = WIDE.scaled(3).turned(1)
    assert turned.zoom == 0.5
    assert at(turned.transform().map(QPointF(0, 0))) == (150, 0)
    assert turned.turned(3) == WIDE.fitted()


def test_another_view_keeps_what_was_chosen() -> None:
    assert WIDE.seen_by(QSizeF(400, 400)).zoom == 1
    assert WIDE.scaled(2).seen_by(QSizeF(400, 400)).zoom == 2


def test_nothing_to_show_breaks_nothing() -> None:
    assert Lens(QSizeF(), QSizeF()).zoom == 1
