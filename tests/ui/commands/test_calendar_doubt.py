"""A day is doubtful in a year without a calendar, and while nobody has confirmed the holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadlines import default_calendar
from ui.commands.calendar_doubt import CalendarDoubt, doubt
from ui.language import Language, install
from ui.widgets.fields import DayField

DAY = date(2026, 12, 1)
LAST = date(2026, 12, 31)
CONFIRMED = replace(default_calendar(), provisional=False, last=LAST)


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    install(Language.ENGLISH)


@pytest.mark.parametrize(
    ("day", "provisional", "said"),
    [
        (DAY, False, ""),
        (DAY, True, "has not confirmed its calendar"),
        (date(2029, 1, 2), False, "no calendar of 2029"),
        (date(2029, 1, 2), True, "no calendar of 2029"),
    ],
)
def test_what_is_said(day: date, provisional: bool, said: str) -> None:
    told = doubt(day, replace(CONFIRMED, provisional=provisional))
    assert (bool(told), said in told) == (bool(said), True)


def test_it_follows_the_day_that_is_chosen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = DayField("due_at", "Due", DAY, page)
    said = CalendarDoubt("doubt", field, CONFIRMED, page)
    QVBoxLayout(page).addWidget(said)
    page.show()
    assert not said.isVisible()
    field.restore(date(2029, 1, 2))
    assert said.isVisible()
    assert "2029" in said.text()
    field.restore(DAY)
    assert not said.isVisible()
