"""The whole in one bar, with words beside the colours."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.store.supervised import COUNTED, Measure
from ui.supervise.share_bar import SHOWN, ShareBar, ink
from ui.theme import current


def test_bar_and_words_tell_the_same(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(400, 60)
    bar.show_counts({**dict.fromkeys(COUNTED, 0), Measure.ON_TIME: 3, Measure.OVERDUE: 1})
    assert bar.words() == "On time 75% · Answered on time: 3 · Running, overdue: 1"
    assert bar.accessibleName() == bar.words()
    assert {ink(Measure.ON_TIME)} == colours_at(bar, 20, 280)


def test_what_runs_overdue_is_hatched_where_an_answer_that_was_late_is_not(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(400, 60)
    bar.show_counts({**dict.fromkeys(COUNTED, 0), Measure.LATE: 1, Measure.OVERDUE: 1})
    assert colours_at(bar, 20, 180) == {ink(Measure.LATE)}
    assert colours_at(bar, 220, 380) == {ink(Measure.OVERDUE), current().colours.surface.upper()}


def colours_at(bar: ShareBar, left: int, right: int) -> set[str]:
    picture = bar.grab().toImage()
    ratio = picture.devicePixelRatio()
    across = range(int(left * ratio), int(right * ratio))
    return {QColor(picture.pixel(x, int(7 * ratio))).name().upper() for x in across}


def test_nothing_given_has_no_words(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.show_counts(dict.fromkeys(COUNTED, 0))
    assert bar.words() == ""
    assert not bar.grab().isNull()


def test_every_part_has_a_colour() -> None:
    assert all(ink(each).startswith("#") for each in SHOWN)
