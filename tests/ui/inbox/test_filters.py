"""One filter at a time, by mouse and by key; the rail is 48 pixels wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import news
from desktop_app.domain.roles import Role
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.store.saved_filters import SavedFilter
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.desk.desk import Desk
from ui.desk.today import LANES
from ui.inbox.filter_button import FilterButton
from ui.inbox.filters import NARROW, WIDE, Filters
from ui.language import Language, install
from ui.theme import Scheme, Theme, current
from ui.tour.pseudo_locale import PseudoLocale
from ui.vocabulary.query_words import Overview
from ui.widgets.pen import pen

Seat = Callable[[Workplace], Desk]


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    made = Filters()
    qtbot.addWidget(made)
    made.show()
    return made


def button(filters: Filters, chosen: QuickFilter) -> FilterButton:
    found = filters.findChild(FilterButton, f"filter.{chosen.value}")
    assert isinstance(found, FilterButton)
    return found


def test_a_click_tells_the_filter(filters: Filters, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filters.chosen) as told:
        button(filters, QuickFilter.NEW).click()
    assert told.args == [QuickFilter.NEW]


def test_marking_a_filter_tells_nobody(filters: Filters) -> None:
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(QuickFilter.MINE)
    filters.select(QuickFilter.ALL)
    assert told == []
    assert [each for each in QuickFilter if button(filters, each).isChecked()] == [QuickFilter.ALL]


def test_up_and_down_step_to_the_neighbour(filters: Filters) -> None:
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(QuickFilter.OVERDUE)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(filters, key)
    assert told == [Overview.TODAY, QuickFilter.OVERDUE, QuickFilter.INSTANT]


def test_counts_reach_their_buttons(filters: Filters) -> None:
    filters.show_counts({QuickFilter.MINE: 37})
    assert button(filters, QuickFilter.MINE).accessibleDescription() == "Assigned to me, 37"
    assert button(filters, QuickFilter.NEW).accessibleDescription() == "New, 0"


def test_the_widths_are_the_design_s(filters: Filters) -> None:
    assert (WIDE, NARROW) == (208, 48)
    assert WIDE <= filters.width() < 1.5 * WIDE, "as wide as its longest name asks for, within bounds"
    filters.set_narrow(True)
    assert filters.maximumWidth() == filters.minimumWidth() == 48


def kept(name: str, *, pinned: bool = False) -> SavedFilter:
    return SavedFilter(name, name, InboxQuery(search="rác"), pinned)


def test_kept_lists_stand_below_with_their_counts(filters: Filters, qtbot: QtBot) -> None:
    filters.show_saved([kept("chợ"), kept("rác")])
    filters.show_saved_counts({"chợ": 12, "rác": 1000})
    spoken = [
        child(filters, FilterButton, f"filter.saved.{each}").accessibleDescription()
        for each in ("chợ", "rác")
    ]
    assert spoken == ["chợ, 12", "rác, 999+"]
    with qtbot.waitSignal(filters.chosen) as told:
        child(filters, FilterButton, "filter.saved.rác").click()
    assert told.args == [kept("rác")]


def test_a_marked_list_stays_marked_under_its_new_name(filters: Filters) -> None:
    filters.show_saved([kept("chợ")])
    filters.select(kept("chợ"))
    filters.show_saved([replace(kept("chợ"), name="Chợ Đông Ba", pinned=True)])
    button = child(filters, FilterButton, "filter.saved.chợ")
    assert (button.isChecked(), button.text()) == (True, "Chợ Đông Ba")
    filters.show_saved([])
    assert not filters.findChildren(FilterButton, "filter.saved.chợ") or not button.isVisible()


def test_down_goes_on_into_the_kept_lists(filters: Filters) -> None:
    filters.show_saved([kept("chợ")])
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(QuickFilter.ALL)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(filters, key)
    assert told == [kept("chợ"), kept("chợ"), QuickFilter.ALL]


def in_sight(filters: Filters) -> set[QuickFilter]:
    return {each for each in QuickFilter if button(filters, each).isVisible()}


def test_only_what_means_something_is_offered_and_nothing_that_holds_a_report_is_hidden(
    filters: Filters,
) -> None:
    own = {QuickFilter.OVERDUE, QuickFilter.ALL}
    filters.offer(frozenset(own))
    assert in_sight(filters) == own == set(filters.offered)
    filters.show_counts({QuickFilter.MINE: 2})
    assert in_sight(filters) == {*own, QuickFilter.MINE}
    filters.show_counts({})
    assert in_sight(filters) == own
    filters.select(QuickFilter.NEW)
    assert in_sight(filters) == {*own, QuickFilter.NEW}, "what is listed is marked somewhere"
    filters.select(QuickFilter.ALL)
    assert in_sight(filters) == own


def test_the_keys_step_over_what_is_not_offered(filters: Filters) -> None:
    filters.offer(frozenset({QuickFilter.OVERDUE, QuickFilter.ALL}))
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(Overview.TODAY)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(filters, key)
    assert told == [QuickFilter.OVERDUE, QuickFilter.ALL]


def listed(desk: Desk) -> set[QuickFilter]:
    """The quick filters in the sidebar."""
    return {each for each in QuickFilter if child(desk, FilterButton, f"filter.{each.value}").isVisible()}


def test_who_has_two_roles_has_the_lists_of_both_and_they_follow_whom_one_stands_in_for(
    hire: Hire, seat: Seat, qtbot: QtBot
) -> None:
    workplace = hire(city.PUBLISHER)
    publisher = workplace.session.triage.actor
    desk = seat(workplace)
    assert QuickFilter.WAITING_FOR_ME in listed(desk)
    assert not {QuickFilter.MINE, QuickFilter.UNIT, QuickFilter.NEW} & listed(desk)
    lanes = [each for each in LANES if child(desk, FilterButton, f"today.{each.value}").isVisible()]
    assert QuickFilter.WAITING_FOR_ME in lanes
    assert QuickFilter.NEW not in lanes
    both = replace(publisher, roles=publisher.roles | {Role.DISPATCHER})
    for now, expected in ((both, True), (publisher, False)):
        workplace.store.adopt(now, {"id": now.person_id})
        workplace.bus.publish(news.ReportsChanged(()))
        qtbot.waitUntil(lambda: (QuickFilter.NEW in listed(desk)) is expected, timeout=20_000)  # noqa: B023
    words = {entry.text for entry in desk.entries()}
    assert "All reports" in words
    assert "Assigned to me" not in words


@pytest.fixture
def long_names() -> Iterator[None]:
    """Names 40 % longer, from when the test asks for them to its end."""
    install(Language.ENGLISH, PseudoLocale())
    yield
    install(Language.ENGLISH)


@pytest.mark.usefixtures("long_names")
def test_the_pane_grows_with_its_names_within_bounds(filters: Filters, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: filters.maximumWidth() > WIDE, timeout=20_000)
    assert filters.maximumWidth() <= 1.5 * WIDE, "the report needs the room more"


def test_a_line_is_never_lower_than_its_letters(filters: Filters, qapp: QApplication) -> None:
    Theme(qapp, Scheme.LIGHT, 2.0)
    line = button(filters, QuickFilter.MINE)
    assert line.minimumSizeHint().height() >= pen(current().type.dense).metrics.height()
