"""A first page in time: what is called sure stands first indeed, a guess holds only what was asked for."""

from __future__ import annotations

import pytest

from desktop_app.store import inbox, inbox_glance
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_glance import Hits, glance
from desktop_app.store.inbox_plan import AT_ONCE, excluding
from desktop_app.store.inbox_query import (
    Condition,
    InboxQuery,
    Part,
    QuickFilter,
    SortKey,
    marked,
    one_of,
    received,
)
from desktop_app.store.search_syntax import SearchSyntax
from desktop_app.store.search_text import NOTE_BITS
from tests.desktop_app.store.test_inbox_plan import QUERIES, explained, full, told_plainly

__all__ = ["full"]
WORDS, LONG = Condition(match='"duong"'), Condition(match='"duon"*')
WARD, FIELD = one_of("ward", ("w1",)), one_of("category", ("c1",))
MANY = AT_ONCE + 1


@pytest.mark.parametrize(
    ("at_once", "few", "screen"), [(0, 5, 1), (0, 20, 100), (0, 0, 1), (20, 9, 3), (10**6, 1, 1)]
)
def test_what_is_sure_stands_first_and_a_guess_was_asked_for(
    full: AccountStore, at_once: int, few: int, screen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_glance, "AT_ONCE", at_once)
    monkeypatch.setattr(inbox, "AT_ONCE", at_once)
    monkeypatch.setattr(inbox_glance, "FEW", few)
    monkeypatch.setattr(inbox, "SCREEN", screen)
    sure = guessed = 0
    for query in QUERIES[at_once % 5 :: 5]:
        expected = told_plainly(full, query)
        page = full.inbox.first(query, 7)
        found = list(page.ids)
        if page.sure:
            assert found == expected[: len(found)], query
        else:
            places = [expected.index(number) for number in found]
            assert places == sorted(places), query
        if page.whole:
            assert found == expected, query
        elif page.sure:
            assert found, query
        sure, guessed = sure + page.sure, guessed + (not page.sure)
    assert sure
    assert guessed or few
    assert not (guessed and at_once > len(QUERIES))


def glanced(
    condition: Condition, size: dict[Part, int] | int, sort: SortKey = SortKey.DUE
) -> inbox_glance.Glance:
    def measured(part: Part) -> int:
        return size if isinstance(size, int) else size.get(part, MANY)

    return glance(InboxQuery(sort=sort), condition, measured, 1_000_000, 100)


def test_what_is_quickly_ranked_or_followed_is_not_guessed() -> None:
    assert glanced(WORDS, AT_ONCE).guess is None
    assert glanced(WORDS, MANY, SortKey.RECEIVED).guess is None
    assert glanced(Condition(), MANY).guess is None
    assert glanced(Condition((WARD, received(">= ?", 5))), {WARD: 10}).guess is None
    assert glanced(Condition((received(">= ?", 5),)), MANY).guess is not None


def test_the_rows_of_a_small_subset_are_looked_at_whatever_else_is_asked(store: AccountStore) -> None:
    found = glanced(Condition((WARD, FIELD)), {WARD: 900})
    assert found.guess is None
    assert found.sure is not None
    told = explained(store, found.sure)
    assert "INDEX inbox_ward" in told
    assert "inbox_category" not in told


def test_the_order_s_own_index_is_walked_as_far_as_there_is_time(store: AccountStore) -> None:
    found = glanced(WORDS, MANY)
    assert found.sure is not None
    assert f"LIMIT {inbox_glance.FEW}" in found.sure.sql
    told = explained(store, found.sure)
    assert "COVERING INDEX inbox_all_due" in told
    assert "TEMP B-TREE" not in told
    spanned = glanced(Condition((received(">= ?", 5), WARD)), MANY, SortKey.RECEIVED).sure
    assert spanned is not None
    assert "inbox_all_received (rowid>?)" in explained(store, spanned) or "number >= ?" in spanned.sql
    assert spanned.values == (5, "w1")


def test_of_a_long_word_s_beginning_no_row_is_looked_at() -> None:
    found = glanced(LONG & Condition((WARD,)), MANY)
    assert found.sure is None
    assert found.guess is not None
    assert "EXISTS" not in found.guess.sql
    assert "ORDER BY rowid DESC" in found.guess.sql


def test_hits_are_judged_by_the_time_that_the_oldest_took() -> None:
    hits = Hits.judged(1_000, (0, 10_000), (0, 500_000))
    assert hits is not None
    assert hits.size == 50_000
    assert hits.since >> NOTE_BITS == 500_000 - 15_000
    assert Hits.judged(1_000, (7, 7), (0, 500_000)) is None


def test_many_hits_are_tested_until_two_screens_are_likely() -> None:
    def tested(size: int, condition: Condition = WORDS) -> str:
        found = glance(InboxQuery(), condition, lambda _: size, 1_000_000, 100, Hits(size, 5)).sure
        return found.sql if found else ""

    assert "LIMIT 64)" in tested(500_000)
    assert f"LIMIT {inbox_glance.FEW})" in tested(500_000, WORDS & Condition((WARD,)))
    assert not tested(25_000)
    assert not tested(40_000, Condition(match='"duong" "tran" "phu" "hue"'))


def test_a_guess_is_made_of_the_newest_hits_without_going_through_all(store: AccountStore) -> None:
    found = glance(InboxQuery(), WORDS, lambda _: 25_000, 1_000_000, 100, Hits(25_000, 5)).guess
    assert found is not None
    assert found.values == ('"duong"', 5)
    assert "rowid >= ?" in found.sql
    explained(store, found)


@pytest.mark.parametrize("many", [0, 10**9])
def test_whether_hits_are_judged_or_counted_the_page_is_right(
    full: AccountStore, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "PROBED", 2)
    monkeypatch.setattr(inbox, "SURELY_MANY", many)
    monkeypatch.setattr(inbox, "AT_ONCE", 3)
    monkeypatch.setattr(inbox_glance, "AT_ONCE", 3)
    searches = [query for query in QUERIES if query.search and query.sort is not SortKey.RECEIVED]
    assert searches
    for query in searches[::3]:
        expected, page = told_plainly(full, query), full.inbox.first(query, 7)
        if page.sure:
            assert list(page.ids) == expected[: len(page.ids)], query
        else:
            assert set(page.ids) <= set(expected), query


@pytest.mark.parametrize(("spare", "screen"), [(1.5, 1), (0.01, 1), (0.3, 4), (100.0, 1)])
def test_met_in_the_order_s_index_or_ranked_the_page_is_the_true_one(
    full: AccountStore, spare: float, screen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_glance, "AT_ONCE", 10**6)
    monkeypatch.setattr(inbox_glance, "_DEADLINE", 1e9)
    monkeypatch.setattr(inbox_glance, "SPARE", spare)
    monkeypatch.setattr(inbox, "SCREEN", screen)
    by_due = [query for query in QUERIES if query.sort is SortKey.DUE]
    assert by_due
    for query in by_due:
        expected, page = told_plainly(full, query), full.inbox.first(query, 7)
        assert page.sure, query
        assert list(page.ids) == expected[: len(page.ids)], query
        assert len(page.ids) >= min(screen, len(expected)), query
        if page.whole:
            assert list(page.ids) == expected, query


def test_thousands_of_known_reports_are_met_in_the_order_s_index(store: AccountStore) -> None:
    found = glanced(Condition((WARD,)), {WARD: 10_000})
    assert found.sure is not None
    assert found.guess is None
    assert f"LIMIT {15_000})" in found.sure.sql
    told = explained(store, found.sure)
    assert "COVERING INDEX inbox_all_due" in told
    assert "TEMP B-TREE" not in told
    assert found.ranked is not None
    assert "inbox_open" in explained(store, found.ranked)


@pytest.mark.parametrize("size", [900, 3_000])
def test_a_few_reports_are_ranked_sooner_than_met(size: int) -> None:
    found = glanced(Condition((WARD,)), {WARD: size})
    assert found.sure is not None
    assert "inbox_open" in found.sure.sql
    assert found.ranked is None


def test_a_quick_filter_s_own_index_is_shorter(store: AccountStore) -> None:
    mine = marked(QuickFilter.MINE)
    found = glanced(Condition((WARD,), filter=QuickFilter.MINE), {WARD: 9_000, mine: 12_000})
    assert found.sure is not None
    assert "COVERING INDEX inbox_mine_due" in explained(store, found.sure)
    assert found.ranked is not None


def test_what_is_left_out_or_has_no_index_is_not_met_but_ranked() -> None:
    unwanted = excluding(Condition((FIELD,)))
    assert glanced(Condition((WARD, unwanted)), {WARD: 10_000, FIELD: 10}).ranked is None
    plain = Part("i.state = ?", ("received",))
    assert glanced(Condition((WARD, plain)), {WARD: 10_000}).ranked is None


def test_a_wrong_search_is_told(full: AccountStore) -> None:
    with pytest.raises(SearchSyntax):
        full.inbox.first(InboxQuery(search="han:abc"), 7)
