"""Only the newest question is answered; a long list comes at once in its first part, whole in a moment."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.store.search_syntax import SearchSyntax
from tests.ui.reports import city
from tests.ui.reports.conftest import Workplace
from ui.reports import inbox_source
from ui.reports.inbox_source import InboxSource
from ui.tasks import Tasks


def test_a_quick_filter_is_answered_before_ask_returns(workplace: Workplace, tasks: Tasks) -> None:
    source = InboxSource(workplace.store.inbox, tasks)
    answers: list[array[int]] = []
    source.answered.connect(answers.append)
    source.ask(InboxQuery(filter=QuickFilter.MINE))
    assert [len(each) for each in answers] == [workplace.store.inbox.counts()[QuickFilter.MINE]]


def test_a_long_list_follows_whole(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_source, "FIRST", 20)
    source = InboxSource(workplace.store.inbox, tasks)
    answers: list[array[int]] = []
    source.answered.connect(answers.append)
    with qtbot.waitSignal(source.renewed) as told:
        source.ask(InboxQuery())
    assert [len(each) for each in answers] == [20]
    assert len(told.args[0]) == city.COUNT
    assert told.args[0][:20] == answers[0]


def test_a_search_is_answered_off_the_main_thread(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks)
    with qtbot.waitSignal(source.answered) as told:
        source.ask(InboxQuery(search="duong ba trieu"))
    assert 0 < len(told.args[0]) < city.COUNT


def test_only_the_newest_question_counts(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks)
    answers: list[array[int]] = []
    source.answered.connect(answers.append)
    with qtbot.waitSignal(source.answered, check_params_cb=lambda ids: len(ids) == 0):
        source.ask(InboxQuery(search="duong"))
        source.ask(InboxQuery(search="zzz"))
    QCoreApplication.processEvents()
    assert [len(each) for each in answers] == [0]


def test_a_question_that_cannot_be_read_says_so(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks)
    with qtbot.waitSignal(source.failed) as told:
        source.ask(InboxQuery(search="han:abc"))
    assert isinstance(told.args[0], SearchSyntax)


def test_a_locked_store_is_an_answer_too(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks)
    workplace.store.close()
    with qtbot.waitSignal(source.failed):
        source.ask(InboxQuery())
