"""What is asked: quick filters in the order one likes, kept lists in their own, a search over everything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.store.habits import HabitBook
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.saved_filters import SavedFilter
from tests.ui.seated import Workplace
from ui.inbox.inbox_question import InboxQuestion


@pytest.fixture
def book(workplace: Workplace) -> HabitBook:
    return workplace.store.habits


def kept(workplace: Workplace, search: str = "") -> SavedFilter:
    query = InboxQuery(filter=QuickFilter.OVERDUE, sort=SortKey.TITLE, search=search)
    return workplace.store.saved_filters.save("Chợ", query)


def test_an_order_is_kept_for_quick_filters_and_the_next_time(book: HabitBook) -> None:
    question = InboxQuestion(book)
    assert question.query == InboxQuery(filter=QuickFilter.MINE)
    question.sort_by(SortKey.TITLE, descending=True)
    question.choose(QuickFilter.UNIT)
    expected = InboxQuery(filter=QuickFilter.UNIT, sort=SortKey.TITLE, descending=True)
    assert (question.query, question.listed) == (expected, QuickFilter.UNIT)
    again = InboxQuestion(book)
    assert (again.query.sort, again.query.descending) == (SortKey.TITLE, True)


def test_a_kept_list_has_an_order_of_its_own(book: HabitBook, workplace: Workplace) -> None:
    question, listed = InboxQuestion(book), kept(workplace, "duong")
    question.choose(listed)
    assert question.query == listed.query
    assert not question.is_search, "it holds one and is none"
    question.sort_by(SortKey.PRIORITY, descending=False)
    assert question.query == replace(listed.query, sort=SortKey.PRIORITY)
    assert book.read().sort is SortKey.DUE, "nothing is remembered of it"
    assert question.fallback is QuickFilter.ALL


def test_a_search_is_over_everything_and_then_the_filter_is_back(book: HabitBook) -> None:
    question = InboxQuestion(book)
    question.choose(QuickFilter.UNIT)
    question.search("duong")
    assert (question.query.filter, question.query.search) == (QuickFilter.ALL, "duong")
    assert question.is_search
    assert question.listed is QuickFilter.ALL
    assert question.fallback is QuickFilter.UNIT


def test_groups_are_those_of_deadlines(book: HabitBook) -> None:
    question = InboxQuestion(book)
    assert question.is_grouped is False
    question.remember(replace(question.habits, grouped=True))
    by_deadline = question.is_grouped
    question.sort_by(SortKey.TITLE, descending=False)
    assert (by_deadline, question.is_grouped) == (True, False)


def test_what_cannot_be_remembered_holds_for_now(book: HabitBook, workplace: Workplace) -> None:
    question = InboxQuestion(book)
    workplace.store.close()
    question.remember(replace(question.habits, dense=True))
    assert question.habits.dense
