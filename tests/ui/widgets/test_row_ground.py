"""A row's state is seen: chosen, under the mouse, with the keyboard, or none of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle

from ui.theme import Colours, Scheme, Theme, current
from ui.widgets.row_ground import SELECTION_BAR, paint_row_ground

State = QStyle.StateFlag


@pytest.fixture(params=list(Scheme))
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colours]:
    theme = Theme(qapp, request.param)
    yield current().colours
    theme.choose(Scheme.LIGHT, 1.0)


def painted(state: QStyle.StateFlag) -> QImage:
    """A row of 60 × 20 pixels on white."""
    picture = QImage(60, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        paint_row_ground(painter, QRect(0, 0, 60, 20), state)
    return picture


def test_a_plain_row_ends_with_a_line(colours: Colours) -> None:
    picture = painted(State.State_Enabled)
    assert picture.pixelColor(30, 10) == QColor("white")
    assert picture.pixelColor(30, 19) == QColor(colours.border)


def test_a_chosen_row_has_its_bar(colours: Colours) -> None:
    picture = painted(State.State_Selected)
    assert picture.pixelColor(SELECTION_BAR - 1, 10) == QColor(colours.accent)
    assert picture.pixelColor(30, 10) == QColor(colours.accent_soft)


def test_a_row_under_the_mouse_is_tinted_unless_chosen(colours: Colours) -> None:
    assert painted(State.State_MouseOver).pixelColor(30, 10) == QColor(colours.background)
    both = painted(State.State_MouseOver | State.State_Selected)
    assert both.pixelColor(30, 10) == QColor(colours.accent_soft)


def test_the_keyboards_row_has_a_frame(colours: Colours) -> None:
    assert painted(State.State_Selected | State.State_HasFocus).pixelColor(30, 0) == QColor(colours.accent)
