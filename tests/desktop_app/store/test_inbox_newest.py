"""The newest that words find are the true ones, among however few or many reports they are looked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.store import inbox_newest
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_newest import newest
from desktop_app.store.inbox_query import Condition, InboxQuery, SortKey
from tests.desktop_app.store.test_inbox_plan import SEARCHES, full, told_plainly

__all__ = ["full"]
LAST = InboxQuery(sort=SortKey.RECEIVED, descending=True, search="rac ")
"""In every fourth report."""
PLAIN = ("rac ", "cong ", "ngap duong ", "d", "ng", "duong ", "rac den:01/01/2027 ", '"con ngap" ')


def met(store: AccountStore, query: InboxQuery, limit: int = 5) -> list[int] | None:
    """What is met among the last reports."""
    with store.reader() as connection:
        found = newest(connection, query, store.inbox.condition_of(query), limit)
    return None if found is None else list(found)


@pytest.mark.parametrize("among", [(1,), (2, 5), (4, 64, 512)])
@pytest.mark.parametrize("limit", [1, 4, 9])
def test_a_first_page_is_the_true_one(
    full: AccountStore, among: tuple[int, ...], limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_newest, "_AMONG", among)
    found = 0
    for text in (*SEARCHES[1:], *PLAIN):
        query = replace(LAST, search=text)
        expected = told_plainly(full, query)[:limit]
        assert list(full.inbox.ids(query, limit)) == expected, query
        assert list(full.inbox.first(query, limit).ids) == expected, query
        found += met(full, query, limit) is not None
    assert found or among == (1,)


def test_what_is_not_common_among_the_last_is_asked_of_all(
    full: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = told_plainly(full, LAST)
    monkeypatch.setattr(inbox_newest, "_AMONG", (1, 7))
    assert met(full, LAST) == expected[:5]
    monkeypatch.setattr(inbox_newest, "_AMONG", (1,))
    assert met(full, LAST) is None, "one of the last five is no hit"
    assert list(full.inbox.ids(LAST, 5)) == expected[:5]
    monkeypatch.setattr(inbox_newest, "_AMONG", (100,))
    assert met(full, LAST) is None, "there are no five hundred reports"
    monkeypatch.setattr(inbox_newest, "_AMONG", (1, 2, 7))
    monkeypatch.setattr(inbox_newest, "_HOPE", 0)
    assert met(full, LAST) is None, "what is rare among the second many is not looked for among the most"


def test_no_other_list_is_looked_for_so(full: AccountStore) -> None:
    assert met(full, replace(LAST, search="")) is None
    assert met(full, replace(LAST, descending=False)) is None
    assert met(full, replace(LAST, sort=SortKey.DUE)) is None
    with full.reader() as connection:
        long = Condition(match='"ngap"*')
        assert newest(connection, LAST, long, 5) is None


def test_words_within_days_are_and_what_is_narrowed_otherwise_is_not(full: AccountStore) -> None:
    text = "rac tu:01/01/2020 "
    assert met(full, replace(LAST, search=text), 1) == told_plainly(full, replace(LAST, search=text))[:1]
    for narrowed in ("rac nguon:app ", "rac -cong ", "rac han:quahan "):
        assert met(full, replace(LAST, search=narrowed), 1) is None


def test_a_page_that_was_met_is_not_all_there_is(full: AccountStore) -> None:
    page = full.inbox.first(LAST, 3)
    assert (len(page.ids), page.whole, page.sure) == (3, False, True)
