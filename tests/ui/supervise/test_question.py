"""What is asked: a table and a period, which ends with today."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.period import Period, Span
from tests.support.widgets import child
from ui.supervise.measures import View
from ui.supervise.question import Question
from ui.widgets.day_box import DayBox

TODAY = date(2026, 5, 14)


@pytest.fixture
def question(qtbot: QtBot) -> Question:
    made = Question(TODAY)
    qtbot.addWidget(made)
    return made


def test_it_begins_with_units_in_this_quarter(question: Question) -> None:
    assert (question.view(), question.period()) == (View.UNIT, Period(date(2026, 4, 1), TODAY))
    assert child(question, DayBox, "supervise.first").isHidden()


def test_other_choices_are_told(question: Question, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.changed):
        question.choose(View.RETURNS, Span.EVERYTHING)
    assert (question.view(), question.period()) == (View.RETURNS, Period())
    assert "Returned in" in [label.text() for label in question.findChildren(QLabel)]


def test_days_of_ones_own(question: Question, qtbot: QtBot) -> None:
    question.choose(View.UNIT, Span.OWN)
    assert question.period() == Period(date(2026, 5, 1), TODAY)
    with qtbot.waitSignal(question.changed):
        child(question, DayBox, "supervise.first").setDate(QDate(2026, 4, 20))
    assert question.period() == Period(date(2026, 4, 20), TODAY)


def test_a_new_day_is_another_period(question: Question, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(question.changed):
        question.show_today(TODAY)
    with qtbot.waitSignal(question.changed):
        question.show_today(date(2026, 5, 15))
    assert question.period().last == date(2026, 5, 15)
