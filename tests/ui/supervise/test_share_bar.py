"""The whole in one bar, with words beside the colours."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.store.supervised import COUNTED, Measure
from ui.supervise.share_bar import SHOWN, ShareBar, ink


def test_bar_and_words_tell_the_same(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(400, 60)
    bar.show_counts({**dict.fromkeys(COUNTED, 0), Measure.ON_TIME: 3, Measure.OVERDUE: 1})
    assert bar.words() == "On time 75% · Answered on time: 3 · Running, overdue: 1"
    assert bar.accessibleName() == bar.words()
    picture = bar.grab().toImage()
    ratio = picture.devicePixelRatio()
    places = {
        each: QColor(picture.pixel(int(x * ratio), int(7 * ratio))).name().upper()
        for each, x in ((Measure.ON_TIME, 100), (Measure.OVERDUE, 350))
    }
    assert places == {each: ink(each) for each in places}


def test_nothing_given_has_no_words(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.show_counts(dict.fromkeys(COUNTED, 0))
    assert bar.words() == ""
    assert not bar.grab().isNull()


def test_every_part_has_a_colour() -> None:
    assert all(ink(each).startswith("#") for each in SHOWN)
