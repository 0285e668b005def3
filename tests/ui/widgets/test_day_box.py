"""A day is written as an office writes it, and the wheel changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_choice_box import wheel
from ui.theme import Scheme, Theme
from ui.widgets.day_box import DayBox


def test_a_day_reads_day_month_year(qtbot: QtBot) -> None:
    box = DayBox()
    qtbot.addWidget(box)
    box.setDate(QDate(2026, 11, 6))
    assert box.text() == "06/11/2026"
    assert box.calendarPopup()


def test_the_wheel_changes_no_day(qtbot: QtBot) -> None:
    box = DayBox()
    qtbot.addWidget(box)
    box.setDate(QDate(2026, 11, 6))
    box.show()
    QApplication.sendEvent(box, wheel())
    assert box.date() == QDate(2026, 11, 6)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_it_is_as_high_as_a_line_beside_it(qapp: QApplication, qtbot: QtBot, text_scale: float) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    theme.choose(Scheme.LIGHT, text_scale)
    box, line = DayBox(), QLineEdit()
    for part in (box, line):
        qtbot.addWidget(part)
        part.ensurePolished()
    assert box.sizeHint().height() == line.sizeHint().height()
    theme.choose(Scheme.LIGHT, 1.0)


@pytest.mark.parametrize("typed", ["02/01/2029", "02012029", "2/1/2029", "02.01.2029"])
def test_a_day_is_typed_as_it_is_written(qtbot: QtBot, typed: str) -> None:
    box = DayBox()
    qtbot.addWidget(box)
    box.setDate(QDate(2026, 11, 27))
    box.show()
    box.setSelectedSection(DayBox.Section.DaySection)
    qtbot.keyClicks(box, typed)
    assert box.date() == QDate(2029, 1, 2)
