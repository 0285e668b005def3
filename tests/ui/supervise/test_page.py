"""The page of supervision over a real store: counted off the main thread, each number opens its list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.period import Span
from desktop_app.news import ReportGone
from desktop_app.store.saved_filters import SavedFilter
from tests.support.widgets import child
from tests.ui.seated import Workplace
from ui.supervise.measures import View
from ui.supervise.number_table import Numbers
from ui.supervise.page import SupervisePage
from ui.supervise.question import Question
from ui.tasks import Tasks
from ui.widgets.state_pane import StatePane

PATIENCE = 30_000


@pytest.fixture
def page(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> SupervisePage:
    made = SupervisePage(workplace.session, workplace.clock, workplace.bridge, tasks)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    question(made).choose(View.UNIT, Span.EVERYTHING)
    made.show()
    qtbot.waitUntil(lambda: rows(made) > 0, timeout=PATIENCE)
    return made


def question(page: SupervisePage) -> Question:
    return page.findChildren(Question)[0]


def numbers(page: SupervisePage) -> Numbers:
    return child(page, Numbers, "supervise.numbers")


def rows(page: SupervisePage) -> int:
    return numbers(page).table_model().rowCount()


def test_every_number_of_the_table_opens_a_list_as_long(
    page: SupervisePage, workplace: Workplace, qtbot: QtBot
) -> None:
    """What is counted is what is listed: each cell, against the very query that it hands over."""
    inbox, model = workplace.session.store.inbox, numbers(page).table_model()
    opened = 0
    for row in range(model.rowCount()):
        for column in range(1, model.columnCount()):
            cell = model.cell(model.index(row, column))
            assert cell is not None
            if cell.opens is None:
                continue
            numbers(page).setCurrentIndex(model.index(row, column))
            with qtbot.waitSignal(page.list_asked) as asked:
                qtbot.keyClick(numbers(page), Qt.Key.Key_Return)
            (listed,) = asked.args
            assert isinstance(listed, SavedFilter)
            assert len(inbox.ids(listed.query)) == inbox.count(listed.query) == cell.order
            opened += 1
    assert opened > 5


def test_it_says_when_it_was_counted_and_over_what(page: SupervisePage) -> None:
    assert "over the reports that you may see" in child(page, QLabel, "supervise.age").text()


def test_returns_are_a_table_of_their_own(page: SupervisePage, qtbot: QtBot) -> None:
    question(page).choose(View.RETURNS, Span.EVERYTHING)
    model = numbers(page).table_model()
    qtbot.waitUntil(lambda: model.columnCount() == 2 or _empty(page), timeout=PATIENCE)


def test_an_empty_period_says_so(page: SupervisePage, qtbot: QtBot, workplace: Workplace) -> None:
    workplace.clock.go_on(400 * 86_400)
    question(page).choose(View.UNIT, Span.THIS_WEEK)
    qtbot.waitUntil(lambda: _empty(page), timeout=PATIENCE)


def _empty(page: SupervisePage) -> bool:
    return child(page, StatePane, "supervise.state").heading() == "Nothing in this period"


def test_a_report_that_leaves_the_desk_is_counted_no_more(
    page: SupervisePage, workplace: Workplace, qtbot: QtBot
) -> None:
    def counted() -> int:
        model = numbers(page).table_model()
        cells = (model.cell(model.index(row, 1)) for row in range(model.rowCount()))
        return sum(int(cell.order) for cell in cells if cell is not None)

    before = counted()
    gone = workplace.first("in_progress")
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, gone.id)
    workplace.bridge.report_gone.emit(ReportGone(gone.id))
    qtbot.waitUntil(lambda: counted() < before, timeout=PATIENCE)
