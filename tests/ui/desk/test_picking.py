"""The pane of several comes with the second row chosen and goes with the choice."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import Text
from desktop_app.domain.workflow import Command
from desktop_app.store.inbox_query import QuickFilter
from tests.ui.seated import Workplace
from ui.desk.picking import Picking
from ui.detail.detail import Detail
from ui.inbox.inbox_pane import InboxPane
from ui.tasks import Tasks
from ui.widgets.toast import Toast


@pytest.fixture
def inbox(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> InboxPane:
    made = InboxPane(workplace.session, workplace.names, workplace.clock, tasks)
    qtbot.addWidget(made)
    made.choose(QuickFilter.MINE)
    return made


@pytest.fixture
def picking(workplace: Workplace, inbox: InboxPane, qtbot: QtBot) -> Picking:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    detail = Detail(workplace.session, workplace.names, workplace.clock)
    stack.addWidget(detail)
    return Picking(workplace.session, inbox, detail, stack, Toast(stack))


def test_one_row_is_a_report_two_are_several(picking: Picking, inbox: InboxPane) -> None:
    seen: list[bool] = []
    inbox._list.go_to(0)
    for choose in (inbox._list.clearSelection, inbox._list.selectAll, inbox._list.clearSelection):
        choose()
        seen.append(picking.shown)
    assert seen == [False, True, False]


def test_a_command_reaches_every_report_chosen(
    picking: Picking, inbox: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    inbox._list.selectAll()
    chosen, before = inbox._list.picked_count(), workplace.store.inbox.counts()[QuickFilter.UNSENT]
    picking.pane.confirmed.emit(Command.NOTE, Text("Đã gọi"))
    qtbot.waitUntil(lambda: workplace.store.inbox.counts()[QuickFilter.UNSENT] == before + chosen)


def test_who_leaves_is_back_at_the_current_report(picking: Picking, inbox: InboxPane, qtbot: QtBot) -> None:
    inbox._list.go_to(1)
    inbox._list.selectAll()
    with qtbot.waitSignal(picking.left) as told:
        picking.pane.left.emit()
    assert told.args == [inbox.current_id()]
    assert inbox._list.picked_count() == 1
