"""Each face shows what a person must see: name, count, alarm, choice, focus."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.inbox.filter_faces import Face, LaneFace, LineFace, Look, RailFace
from ui.theme import TARGET, current
from ui.widgets.tone import Tone, colour

LOOK = Look("Quá hạn", "danger", "4", alarming=True, hint="Trả lời", key="Alt+1")
FACES: list[Face] = [LineFace(), RailFace(), LaneFace()]


def painted(face: Face, look: Look, width: int = 300) -> QImage:
    image = QImage(width, face.height, QImage.Format.Format_RGB32)
    image.fill(current().colours.surface)
    with QPainter(image) as painter:
        face.paint(painter, QRect(0, 0, width, face.height), look)
    return image


def red(image: QImage) -> bool:
    danger = colour(Tone.DANGER)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(abs(p.red() - danger.red()) + abs(p.green() - danger.green()) < 40 for p in pixels)


@pytest.mark.parametrize("face", FACES, ids=lambda face: type(face).__name__)
def test_an_alarm_is_red_while_there_is_something(face: Face, qtbot: QtBot) -> None:
    assert face.height >= TARGET
    assert red(painted(face, LOOK))
    assert not red(painted(face, replace(LOOK, alarming=False)))
    assert not red(painted(face, replace(LOOK, count="0")))


@pytest.mark.parametrize("face", FACES, ids=lambda face: type(face).__name__)
def test_pointer_and_focus_show(face: Face, qtbot: QtBot) -> None:
    still = painted(face, LOOK)
    assert painted(face, replace(LOOK, hovered=True)) != still
    assert painted(face, replace(LOOK, focused=True)) != still


def test_a_long_name_gives_way_to_the_count(qtbot: QtBot) -> None:
    long = replace(LOOK, words="Chợ Đông Ba và các tuyến đường quanh chợ", alarming=False)
    with_count, without = painted(LineFace(), long, 160), painted(LineFace(), replace(long, count=None), 160)
    end = QRect(130, 0, 30, LineFace().height)
    assert with_count.copy(end) != without.copy(end)


def test_the_rail_says_of_a_crowd_only_that_it_is_one(qtbot: QtBot) -> None:
    crowd = painted(RailFace(), replace(LOOK, count="100"), 48)
    assert painted(RailFace(), replace(LOOK, count="999+"), 48) == crowd
    assert painted(RailFace(), replace(LOOK, count="99"), 48) != crowd
