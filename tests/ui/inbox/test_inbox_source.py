"""Only the newest question is answered; a long list comes at once in its first part, whole in a moment."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox import FirstPage
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.search_syntax import SearchSyntax
from tests.ui import city
from tests.ui.seated import Workplace
from ui.inbox import inbox_source
from ui.inbox.inbox_model import InboxModel
from ui.inbox.inbox_source import InboxSource, Told
from ui.inbox.row_cache import PAGE
from ui.tasks import Tasks
from ui.vocabulary.row_text import RowText


def words(rows: Sequence[InboxRow]) -> list[RowText]:
    """The words of rows, the thread that found them as their detail."""
    thread = threading.current_thread().name
    return [RowText(row.id, row.title, thread, None, False, False, False, "") for row in rows]


def test_a_quick_filter_is_answered_before_ask_returns(workplace: Workplace, tasks: Tasks) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    answers: list[array[int]] = []
    source.answered.connect(answers.append)
    source.ask(InboxQuery(filter=QuickFilter.MINE))
    assert [len(each) for each in answers] == [workplace.store.inbox.counts()[QuickFilter.MINE]]


class Listed:
    """What a list shows that carries out all that it is told."""

    def __init__(self, source: InboxSource) -> None:
        self.model = InboxModel(lambda _ids: ())
        source.answered.connect(self.model.show)
        source.renewed.connect(self.model.follow)
        source.moved.connect(self.model.carry_out)


@pytest.mark.parametrize("query", [InboxQuery(), InboxQuery(search="duong", sort=SortKey.TITLE)])
def test_a_long_list_follows_whole(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, query: InboxQuery
) -> None:
    monkeypatch.setattr(inbox_source, "FIRST", 20)
    source = InboxSource(workplace.store.inbox, tasks, words)
    answers: list[array[int]] = []
    source.answered.connect(lambda ids: answers.append(ids[:]))
    listed = Listed(source)
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.ask(query)
    whole = workplace.store.inbox.ids(query)
    assert [len(each) for each in answers] == [20]
    assert answers[0] == whole[:20]
    assert listed.model.ids == whole


def test_news_of_one_report_moves_one_row(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    listed = Listed(source)
    query = InboxQuery(sort=SortKey.TITLE)
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.ask(query)
    changed = replace(city.report(5), title="AAA", version=99)
    with workplace.store.write() as tx:
        workplace.store.reports.put_base(tx, city.as_json(changed))
    with qtbot.waitSignal(source.moved, timeout=20_000) as told:
        source.follow(query, listed.model.ids, [changed.id])
    assert [move.after for move in told.args[0]] == [0]
    assert listed.model.ids == workplace.store.inbox.ids(query)


def test_news_that_came_while_another_was_looked_into_is_not_lost(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    listed = Listed(source)
    query = InboxQuery(sort=SortKey.TITLE)
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.ask(query)
    changed = [replace(city.report(n), title=f"AA{n}", version=99) for n in (5, 9)]
    with workplace.store.write() as tx:
        for each in changed:
            workplace.store.reports.put_base(tx, city.as_json(each))
    with qtbot.waitSignal(source.moved, timeout=20_000):
        for each in changed:
            source.follow(query, listed.model.ids, [each.id])
    assert listed.model.ids == workplace.store.inbox.ids(query)


def test_a_report_that_is_gone_has_the_list_asked_anew(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    listed = Listed(source)
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.ask(InboxQuery())
    gone = city.report(5).id
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, gone)
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.follow(InboxQuery(), listed.model.ids, [gone])
    assert listed.model.rowCount() == city.COUNT - 1


def test_a_search_is_answered_off_the_main_thread(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    with qtbot.waitSignal(source.answered) as told:
        source.ask(InboxQuery(search="duong ba trieu"))
    assert 0 < len(told.args[0]) < city.COUNT


def test_only_the_newest_question_counts(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    answers: list[array[int]] = []
    source.answered.connect(answers.append)
    with qtbot.waitSignal(source.answered, check_params_cb=lambda ids: len(ids) == 0):
        source.ask(InboxQuery(search="duong"))
        source.ask(InboxQuery(search="zzz"))
    QCoreApplication.processEvents()
    assert [len(each) for each in answers] == [0]


def test_a_question_that_cannot_be_read_says_so(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    with qtbot.waitSignal(source.failed) as told:
        source.ask(InboxQuery(search="han:abc"))
    assert isinstance(told.args[0], SearchSyntax)


def test_a_locked_store_is_an_answer_too(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source = InboxSource(workplace.store.inbox, tasks, words)
    workplace.store.close()
    with qtbot.waitSignal(source.failed):
        source.ask(InboxQuery())


def test_the_rows_of_the_first_screens_come_with_the_answer(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, told = InboxSource(workplace.store.inbox, tasks, words), list[Told]()
    on_main: list[int] = []
    read = workplace.store.inbox.rows

    def counted(rowids: Sequence[int]) -> list[InboxRow]:
        if threading.current_thread() is threading.main_thread():
            on_main.extend(rowids)
        return read(rowids)

    monkeypatch.setattr(workplace.store.inbox, "rows", counted)
    source.answered.connect(lambda ids: told.append(source.rows(ids[:PAGE])))
    query = InboxQuery(search="duong", sort=SortKey.TITLE)
    with qtbot.waitSignal(source.answered, timeout=20_000):
        source.ask(query)
    first = workplace.store.inbox.ids(query)[:PAGE]
    (rows,) = told
    assert [(rowid, row.title) for rowid, row in rows] == [(row.rowid, row.title) for row in read(first)]
    assert rows
    assert {row.detail for _, row in rows}.isdisjoint({threading.main_thread().name}), "worded aside"
    assert not on_main
    assert [rowid for rowid, _ in source.rows([first[1], 5, first[0]])] == [first[1], first[0]]
    assert on_main == [first[1], 5, first[0]], "once an answer was told its rows are read from the store"


def test_rows_that_news_overtook_are_read_anew(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    source, told = InboxSource(workplace.store.inbox, tasks, words), list[str]()
    changed = replace(city.report(5), title="Mới hơn", version=99)
    query = InboxQuery(search="ma:" + changed.code)
    source.answered.connect(lambda ids: told.extend(row.title for _, row in source.rows(ids)))
    source.ask(query)
    with workplace.store.write() as tx:
        workplace.store.reports.put_base(tx, city.as_json(changed))
    source.hear()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["Mới hơn"]


def test_a_guess_is_told_as_one_until_the_whole_list_has_come(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, query = workplace.store.inbox, InboxQuery(search="duong", sort=SortKey.TITLE)
    likely = inbox.ids(query)[::-1][:5]
    monkeypatch.setattr(inbox, "first", lambda *_: FirstPage(likely, whole=False, sure=False))
    source = InboxSource(inbox, tasks, words)
    listed = Listed(source)
    told: list[tuple[bool, bool]] = []
    source.answered.connect(lambda _ids: told.append((source.more, source.sure)))
    with qtbot.waitSignal(source.renewed, timeout=20_000):
        source.ask(query)
    assert told == [(True, False)]
    assert (source.more, source.sure) == (False, True)
    assert listed.model.ids == inbox.ids(query)
