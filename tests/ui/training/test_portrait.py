"""A specimen's photo: a JPEG of a real chip's size, the same each time, decodable as such."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cardio.emrtd import dg2
from tests.support.virtual_documents import OTHER, PERSON
from ui.counter.picture import decode
from ui.training.portrait import portrait


def test_a_jpeg(qtbot: QtBot) -> None:
    data = portrait(PERSON)
    assert 1_000 < len(data) < 20_000
    picture = decode(dg2.told(data))
    assert (picture.width(), picture.height()) == (240, 320)
    assert portrait(PERSON) == data
    assert portrait(OTHER) != data
