"""Open reports about the same: asked when typing pauses; an answer to an older question is dropped."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.triage.calls import CallDraft
from desktop_app.triage.neighbours import Neighbour
from tests.ui.hotline.conftest import Desk
from ui.hotline.similar_search import SimilarSearch
from ui.tasks import Tasks


def test_only_the_latest_question_is_answered(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    report = desk.workplace.first("received", mine=False)
    found: list[tuple[Neighbour, ...]] = []
    parent = QObject()
    search = SimilarSearch(desk.calls, tasks, parent)
    search.found.connect(found.append)
    search.ask(CallDraft(title="không có gì như vậy cả"))
    search.ask(CallDraft(title=report.title, text=report.text))
    search.ask(CallDraft(title=report.title, text=report.text))  # the same again asks nothing new
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert [len(one) > 0 for one in found] == [True]


def test_a_store_that_is_closed_answers_nothing(
    desk: Desk, tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    found: list[object] = []
    parent = QObject()
    search = SimilarSearch(desk.calls, tasks, parent)
    search.found.connect(found.append)
    desk.workplace.store.close()
    with caplog.at_level(logging.INFO):
        search.ask(CallDraft(title="cống nghẹt trước chợ"))
        qtbot.waitUntil(lambda: "similar reports not looked for: Unavailable" in caplog.text, timeout=20_000)
    assert found == []
