"""Who steps over a report is not waited upon, and an answer about another report is dropped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from tests.ui.seated import Workplace
from ui.detail.detail import Detail
from ui.detail.staying import Staying
from ui.tasks import Tasks

_PATIENCE_MS = 20_000


class Watched(Staying):
    """Notes what it is told."""

    def __init__(self, detail: Detail) -> None:
        super().__init__(detail, 50)
        self.told: list[str] = []

    def left(self) -> None:
        self.told.append("left")

    def stayed(self, report: Report) -> None:
        self.told.append(report.id)


@pytest.fixture
def detail(workplace: Workplace, qtbot: QtBot) -> Detail:
    made = Detail(workplace.session, workplace.names, workplace.clock)
    qtbot.addWidget(made)
    return made


def test_only_where_the_person_stays_something_is_done(
    detail: Detail, workplace: Workplace, qtbot: QtBot
) -> None:
    watched = Watched(detail)
    over, stayed = workplace.first("distributed").id, workplace.first("in_progress").id
    detail.show_report(over)
    detail.show_report(stayed)
    assert watched.told == ["left", "left"], "at once"
    qtbot.waitUntil(lambda: watched.told == ["left", "left", stayed], timeout=_PATIENCE_MS)


def test_where_nothing_is_read_nothing_is_waited_for(detail: Detail, workplace: Workplace) -> None:
    watched = Watched(detail)
    detail.show_report(workplace.first("in_progress").id)
    detail.clear()
    assert watched.told == ["left", "left"]
    assert not watched.is_read()
    assert not watched._stay.isActive()


def test_an_answer_about_another_report_is_dropped(
    detail: Detail, workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    watched, go_on, shown = Watched(detail), threading.Event(), list[str]()
    first, second = workplace.first("distributed").id, workplace.first("in_progress").id

    def slow() -> str:
        go_on.wait(20)
        return "of the first"

    detail.show_report(first)
    watched.ask(tasks, slow, shown.append)
    detail.show_report(second)
    watched.ask(tasks, lambda: "of the second", shown.append)
    go_on.set()
    qtbot.waitUntil(lambda: shown == ["of the second"], timeout=_PATIENCE_MS)
    watched.ask(tasks, lambda: "again", shown.append)
    qtbot.waitUntil(lambda: shown[-1] == "again", timeout=_PATIENCE_MS)
    QApplication.processEvents()
    assert shown == ["of the second", "again"]
