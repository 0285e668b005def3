"""One by one: what is carried on opens the next, the last one ends it, a stop is a stop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.ui.seated import Workplace
from ui.desk.walking import Walking
from ui.inbox.inbox_pane import InboxPane
from ui.tasks import Tasks


class Walk:
    """A walk over a real list, with what was opened."""

    def __init__(self, workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
        self.inbox = InboxPane(workplace.session, workplace.names, workplace.clock, tasks)
        qtbot.addWidget(self.inbox)
        self.opened: list[str] = []
        self.ends = 0
        self.parent = QObject()
        self.walking = Walking(self.inbox, self.opened.append, self.parent)
        self.walking.ended.connect(self.end)
        store = workplace.store.inbox
        self.new = [row.id for row in store.rows(store.ids(InboxQuery(filter=QuickFilter.NEW)))]

    def end(self) -> None:
        """Count the ends."""
        self.ends += 1


@pytest.fixture
def walk(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Walk:
    return Walk(workplace, tasks, qtbot)


def test_from_the_first_to_the_last(walk: Walk) -> None:
    walk.walking.begin(QuickFilter.NEW)
    for report_id in walk.new:
        walk.walking.go_on(report_id)
    assert walk.opened == walk.new
    assert walk.ends == 1
    assert walk.walking.lane is None


def test_an_empty_lane_opens_nothing(walk: Walk) -> None:
    walk.walking.begin(QuickFilter.CONFLICT)
    assert walk.opened == []
    assert walk.ends == 0


def test_after_a_stop_nothing_opens(walk: Walk) -> None:
    walk.walking.begin(QuickFilter.NEW)
    walk.walking.stop()
    walk.walking.go_on(walk.new[0])
    assert walk.opened == walk.new[:1]
