"""Neighbours come once a person stays with a report, and go with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Report
from desktop_app.news import ReportGone
from desktop_app.store.inbox_query import InboxQuery
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.detail import Detail
from ui.detail.neighbourhood import Neighbourhood
from ui.tasks import Tasks


@pytest.fixture
def detail(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Detail:
    made = Detail(workplace.session, workplace.names, workplace.clock)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    Neighbourhood(workplace.store, tasks, made)
    return made


@pytest.fixture
def again(workplace: Workplace) -> Report:
    """A report told a second time, two days before the first."""
    first = workplace.first("in_progress")
    earlier = replace(
        first, id=new_id(), code="HUE-2026-999999", received_at=first.received_at - timedelta(days=2)
    )
    with workplace.store.write() as tx:
        workplace.store.reports.put_base(tx, city.as_json(earlier))
    return first


def test_who_stays_with_a_report_sees_its_neighbours(detail: Detail, again: Report, qtbot: QtBot) -> None:
    detail.show_report(again.id)
    assert detail.neighbours.isHidden()
    qtbot.waitUntil(detail.neighbours.isVisible)
    words = child(detail, QPushButton, "detail.neighbours.similar").accessibleName()
    assert words.startswith("Similar: ")
    assert not words.endswith(" 0")


def test_another_report_takes_them_away(
    detail: Detail, again: Report, workplace: Workplace, qtbot: QtBot
) -> None:
    detail.show_report(again.id)
    qtbot.waitUntil(detail.neighbours.isVisible)
    detail.show_report(workplace.first("returned", mine=False).id)
    assert detail.neighbours.isHidden()
    detail.clear()
    assert detail.neighbours.isHidden()


def earlier_of(workplace: Workplace) -> str:
    inbox = workplace.store.inbox
    return next(row.id for row in inbox.rows(inbox.ids(InboxQuery())) if row.code == "HUE-2026-999999")


def test_a_neighbour_that_leaves_the_desk_is_not_shown_any_more(
    detail: Detail, again: Report, workplace: Workplace, qtbot: QtBot
) -> None:
    around = detail.findChild(Neighbourhood)
    assert around is not None
    detail.show_report(again.id)
    qtbot.waitUntil(detail.neighbours.isVisible, timeout=20_000)
    button = child(detail, QPushButton, "detail.neighbours.similar")
    button.click()
    [menu] = detail.neighbours.findChildren(QMenu)
    told = " ".join(action.text() for action in menu.actions())
    gone = earlier_of(workplace)
    assert "HUE-2026-999999" in told
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, gone)
    around.take_out(ReportGone(gone))
    assert not menu.isVisible()
    assert detail.neighbours.isHidden()
    assert button.accessibleName() == "Similar: 0"
    detail.clear()
    around.take_out(ReportGone(gone))  # nothing is read: there is nothing to look for
    assert detail.neighbours.isHidden()
