"""Ways to read a list: every declared one from its index; all ways, whatever leads, give the same list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.store import inbox_plan
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_plan import COUNTED, Statement, plan, subsets, whole_condition
from desktop_app.store.inbox_query import (
    ORDER,
    Condition,
    InboxQuery,
    Part,
    QuickFilter,
    SortKey,
    conditions,
    one_of,
    received,
)
from desktop_app.store.search_compiler import SearchCompiler
from desktop_app.store.search_text import NOTE_BITS
from tests.desktop_app.store.builders import KEY, ME, UNIT, add, assignment, event, put, report_json, wire
from tests.support.clock import NOON, ManualClock

WORDS = Condition(match='"duong"')


def explained(store: AccountStore, found: Statement) -> str:
    with store.reader() as connection:
        return "\n".join(row[3] for row in connection.rows(f"EXPLAIN QUERY PLAN {found.sql}", found.values))


def planned(query: InboxQuery, condition: Condition, size: int = 0, limit: int | None = 100) -> Statement:
    return plan(query, condition, lambda _part: size, 1_000_000, limit)


@pytest.mark.parametrize(
    ("quick", "sort", "descending"), list(itertools.product(QuickFilter, SortKey, (False, True)))
)
def test_a_declared_list_reads_its_index_and_never_sorts(
    store: AccountStore, quick: QuickFilter, sort: SortKey, descending: bool
) -> None:
    query = InboxQuery(quick, sort, descending)
    found = explained(store, planned(query, conditions(query)))
    assert "TEMP B-TREE" not in found
    assert found == f"SCAN i USING COVERING INDEX inbox_{quick}_{sort}"


@pytest.mark.parametrize("descending", [False, True])
def test_a_search_by_receipt_follows_the_index_of_words(store: AccountStore, descending: bool) -> None:
    query = InboxQuery(QuickFilter.UNIT, SortKey.RECEIVED, descending)
    found = explained(store, planned(query, conditions(query) & WORDS))
    assert "TEMP B-TREE" not in found
    assert "VIRTUAL TABLE INDEX" in found


def test_a_search_by_deadline_looks_at_narrow_indexes_only(store: AccountStore) -> None:
    found = explained(store, planned(InboxQuery(sort=SortKey.DUE), WORDS))
    assert "COVERING INDEX inbox_open (number=?)" in found
    assert "PRIMARY KEY" not in found


@pytest.mark.parametrize("sort", list(SortKey))
def test_a_large_subset_is_met_on_the_way_and_never_sorted(store: AccountStore, sort: SortKey) -> None:
    query = InboxQuery(sort=sort, ward="w")
    found = explained(store, planned(query, conditions(query), inbox_plan.COUNTED))
    assert "TEMP B-TREE" not in found
    assert "inbox_ward" not in found


def test_a_subset_is_read_from_its_own_index(store: AccountStore) -> None:
    query = InboxQuery(sort=SortKey.TITLE, ward="w", category="c")
    few = explained(store, planned(query, conditions(query), 10))
    assert "COVERING INDEX inbox_ward" in few
    assert "SEARCH i USING INTEGER PRIMARY KEY" in few
    more = explained(store, planned(query, conditions(query), 50_000))
    assert "SCAN i USING COVERING INDEX inbox_all_title" in more
    assert "TEMP B-TREE" not in more
    asked = [explained(store, inbox_plan.size_of(part)) for part in subsets(conditions(query))]
    assert all("COVERING INDEX" in each for each in asked)


def test_deadlines_that_pass_are_found_by_an_index(store: AccountStore) -> None:
    sql = "SELECT id FROM inbox WHERE open = 1 AND overdue = 0 AND due_key < ? "
    sql += "AND (due_today = 0 OR due_key <= ?)"
    assert "inbox_next_deadline" in explained(store, Statement(sql, (1, 1)))


@pytest.mark.parametrize("quick", [QuickFilter.ALL, QuickFilter.MINE])
@pytest.mark.parametrize("limit", [None, 100])
@pytest.mark.parametrize("size", [10, 40_000, COUNTED])
@pytest.mark.parametrize("sort", SortKey)
def test_two_subsets_are_never_sought_pair_by_pair(
    store: AccountStore, sort: SortKey, size: int, limit: int | None, quick: QuickFilter
) -> None:
    """An index of numbers is one of numbers twice: by two lists of them SQLite would seek every pair."""
    parts = (one_of("ward", ("w1",)), one_of("category", ("c1",)), one_of("source", ("app",)))
    condition = Condition(parts, filter=quick)
    found = plan(InboxQuery(quick, sort), condition, lambda _: size, 1_000_000, limit)
    joined = "ON i.number = d.number" in found.sql  # there the pair is a report's number, twice
    assert joined or "AND rowid=?" not in explained(store, found)


# --- every way gives the same list --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AccountStore]:
    """Sixty reports of every kind, some with notes, some on their way."""
    clock = ManualClock()
    path: Path = tmp_path_factory.mktemp("full") / "account.db"
    store = AccountStore.open(path, KEY, "a", now=clock.now)
    store.adopt(Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT})), {"id": ME})
    with store.write() as tx:
        for ward in ("w0", "w1", "w2"):
            unit = {"id": ward, "name": f"Phường {ward}", "kind": "ward", "parent": None, "code": ward}
            store.directory.put(tx, "unit", unit)
    made = put(store, *(_told(n) for n in range(60)))
    for report_id in made[::7]:
        add(store, event(report_id, Command.NOTE, text="đường còn ngập, cống nghẹt"))
    yield store
    store.close()


def _told(n: int) -> dict[str, object]:
    states = ("distributed", "in_progress", "closed", "received", "awaiting_approval")
    state = states[n % 5]
    job = assignment(due_at=wire(NOON + timedelta(hours=11 * (n % 9) - 30)), owner=ME if n % 3 else "x")
    return report_json(
        state=state, title=f"{'Đường' if n % 2 else 'Cống'} {n * 7 % 10}", text="ngập" if n % 4 else "rác",
        category=f"c{n % 4}", place={"unit_code": f"w{n % 3}"}, source=("app", "hotline", "web")[n % 3],
        assignment=None if state == "received" else job, priority=("low", "normal", "high")[n % 3],
        procedure="instant" if n % 11 == 0 else "timed",
        distributed_at=None if state == "received" else wire(NOON - timedelta(days=n % 6)),
    )  # fmt: skip


SEARCHES = (
    "", "duong", "duong ngap", "ngap phuong:w1", "phuong:w2 nguon:web", "han:quahan", "han:2 rac",
    "tu:21/11/2026 cong", "khongco", "den:01/01/2020", "han:homnay", "han:19/11/2026", "ma:HUE",
    "-ngap", "duong -rac", "duong -nghet", '"duong 3"', '-"cong nghet" -phuong:w1 -han:quahan',
    "cong -nguon:web -ma:HUE -tu:21/11/2026", '"duong con ng',
)  # fmt: skip
QUERIES = [
    InboxQuery(quick, sort, descending, search=search, **narrowed)  # type: ignore[arg-type]
    for quick, sort, descending, search, narrowed in itertools.product(
        (QuickFilter.ALL, QuickFilter.MINE),
        SortKey,
        (False, True),
        SEARCHES,
        ({}, {"category": "c1"}, {"states": (State.CLOSED, State.RECEIVED), "ward": "w0"}),
    )
]


def told_plainly(store: AccountStore, query: InboxQuery) -> list[int]:
    """The list by a condition on each row and a sort in Python."""
    condition = conditions(query) & SearchCompiler(store.directory, lambda: NOON).compile(query.search)
    where, values = whole_condition(condition)
    columns = ", ".join(f"i.{column}" for column in ORDER[query.sort])
    with store.reader() as connection:
        rows = connection.rows(
            f"SELECT i.number, {columns} FROM inbox AS i NOT INDEXED WHERE {where}", values
        )
    return [row[0] for row in sorted(rows, key=lambda row: row[1:], reverse=query.descending)]


@pytest.mark.parametrize("ready", [0.0, 10.0**9, 0.25])
@pytest.mark.parametrize(("few", "counted"), [(0, 3), (0, 10**9), (10**9, 0), (10, 60)])
def test_every_way_gives_the_same_list(
    full: AccountStore, few: int, counted: int, ready: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_plan, "FEW", few)
    monkeypatch.setattr(inbox_plan, "COUNTED", counted)
    monkeypatch.setattr(inbox_plan, "_READY", ready)
    found_any = 0
    for query in QUERIES[counted % 7 :: 7]:
        expected = told_plainly(full, query)
        assert list(full.inbox.ids(query)) == expected, query
        assert list(full.inbox.ids(query, 7)) == expected[:7], query
        assert full.inbox.count(replace(query, ward="w1"), stop=5) <= 5
        found_any += bool(expected)
    assert found_any > len(QUERIES) / 40


@pytest.mark.parametrize("sort", list(SortKey))
@pytest.mark.parametrize("limit", [None, 5])
def test_idle_work_is_found_by_its_own_index(full: AccountStore, sort: SortKey, limit: int | None) -> None:
    compiler = SearchCompiler(full.directory, lambda: NOON + timedelta(days=9))
    part = compiler.idle()
    assert "INDEX standing_waiting" in explained(full, Statement(part.subset, part.values))
    query, condition = InboxQuery(sort=sort, idle=True), Condition((part,))
    assert not query.is_quick
    where, values = whole_condition(condition)
    columns = ", ".join(f"i.{column}" for column in ORDER[sort])
    with full.reader() as connection:
        rows = connection.rows(f"SELECT i.number, {columns} FROM inbox AS i WHERE {where}", values)
        found = plan(query, condition, lambda _part: len(rows), 60, limit)
        listed = [number for (number,) in connection.rows(f"{found.sql} LIMIT {limit or -1}", found.values)]
    assert rows
    assert listed == [row[0] for row in sorted(rows, key=lambda row: row[1:])][:limit]


def test_the_beginning_of_a_long_word_is_never_looked_for_row_by_row(store: AccountStore) -> None:
    for match, looked in (('"duong"', True), ('"du"*', True), ('"duong"*', False), ('"ngap" "duon"*', False)):
        found = planned(InboxQuery(sort=SortKey.CODE), Condition(match=match), inbox_plan.COUNTED)
        assert ("EXISTS" in found.sql) is looked, match


def test_a_span_of_receipt_needs_no_row(store: AccountStore) -> None:
    span = Condition((received(">= ?", 5),))
    searched = planned(InboxQuery(sort=SortKey.RECEIVED), span & WORDS)
    assert f"s.rowid >= ? << {NOTE_BITS}" in searched.sql
    assert "JOIN" not in searched.sql
    assert "PRIMARY KEY" not in explained(store, planned(InboxQuery(sort=SortKey.DUE), span & WORDS, 10))


def test_a_part_without_an_index_is_looked_at_row_by_row(store: AccountStore) -> None:
    query = InboxQuery(sort=SortKey.CODE)
    found = planned(query, Condition((Part("i.state = ?", ("closed",)),)))
    assert "INDEXED BY inbox_all_code" in found.sql
    assert found.values == ("closed",)
