"""The day: counts, one key for each lane, the keyboard on the first that holds anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.news import Contact, SyncStatus
from desktop_app.store.inbox_query import QuickFilter
from tests.support.widgets import child
from tests.ui.seated import StandingClock
from ui.desk.today import LANES, Today
from ui.inbox.filter_button import FilterButton
from ui.language import Language, install
from ui.widgets.scroll_page import ScrollPage


@pytest.fixture
def today(qtbot: QtBot) -> Today:
    made = Today(StandingClock())
    qtbot.addWidget(made)
    with qtbot.waitActive(made, timeout=20_000):
        made.show()
        made.activateWindow()
    return made


def focused(today: Today) -> QuickFilter | None:
    widget = today.focusWidget()
    chosen = widget.chosen if isinstance(widget, FilterButton) else None
    return chosen if isinstance(chosen, QuickFilter) else None


def test_the_keyboard_is_on_the_first_lane_that_holds_anything(today: Today) -> None:
    today.show_counts({QuickFilter.DUE_TODAY: 2, QuickFilter.NEW: 1})
    today.take_focus()
    assert focused(today) is QuickFilter.DUE_TODAY
    QTest.keyClick(today.focusWidget(), Qt.Key.Key_Down)
    assert focused(today) is QuickFilter.WAITING_FOR_ME
    QTest.keyClick(today.focusWidget(), Qt.Key.Key_Up)
    assert focused(today) is QuickFilter.DUE_TODAY


def test_each_lane_has_one_key(today: Today) -> None:
    begun: list[QuickFilter] = []
    today.begun.connect(begun.append)
    for number in range(1, 10):
        today.act(number)
    assert tuple(begun) == LANES


def test_it_says_the_day_and_when_nothing_is_left(today: Today) -> None:
    assert child(today, QLabel, "today.heading").text() == "Today, 24/11/2026"
    standing = child(today, QLabel, "today.standing")
    assert standing.text().startswith("Nothing is late")
    today.show_counts({QuickFilter.OVERDUE: 4})
    assert standing.text().startswith("Enter goes through")


def test_it_claims_nothing_while_the_reports_are_still_to_come(today: Today) -> None:
    standing = child(today, QLabel, "today.standing")
    now = StandingClock().now()
    today.show_status(SyncStatus())
    assert standing.text().startswith("The reports have not all reached this computer")
    today.show_status(SyncStatus(Contact.ONLINE, now, done=120, total=600))
    today.show_counts({QuickFilter.OVERDUE: 4})
    assert standing.text().startswith("The reports have not all reached this computer")
    today.show_status(SyncStatus(Contact.ONLINE, now))
    assert standing.text().startswith("Enter goes through")
    today.show_counts({})
    today.show_status(SyncStatus(Contact.OFFLINE, now))
    assert standing.text().startswith("Nothing is late"), "of what was here when the line went"


def test_it_speaks_vietnamese(today: Today) -> None:
    install(Language.VIETNAMESE)
    today.retranslate()
    assert child(today, QLabel, "today.heading").text() == "Hôm nay, 24/11/2026"


def test_the_lanes_are_the_person_s_own_and_their_keys_follow_each_other(today: Today) -> None:
    today.offer(frozenset({QuickFilter.OVERDUE, QuickFilter.WAITING_FOR_ME}))
    begun: list[QuickFilter] = []
    today.begun.connect(begun.append)
    today.act(2)
    today.act(3)
    assert begun == [QuickFilter.WAITING_FOR_ME]
    lane = child(today, FilterButton, "today.waiting")
    assert lane.accessibleDescription().endswith("Alt+2")
    today.show_counts({QuickFilter.INSTANT: 1})
    today.act(3)
    assert begun[-1] is QuickFilter.WAITING_FOR_ME
    assert lane.accessibleDescription().endswith("Alt+3")
    today.take_focus()
    assert focused(today) is QuickFilter.INSTANT


def test_a_person_without_lanes_has_the_day_alone(today: Today) -> None:
    today.offer(frozenset())
    today.show_counts({})
    today.take_focus()
    today.act(1)
    assert focused(today) is None


@pytest.mark.parametrize("language", Language)
def test_the_whole_day_is_seen_on_an_office_screen_under_an_alarm(today: Today, language: Language) -> None:
    install(language)
    today.show_counts(dict.fromkeys(LANES, 7))
    today.resize(1146, 579)
    QApplication.processEvents()
    assert child(today, ScrollPage, "today.scroll").verticalScrollBar().maximum() == 0
