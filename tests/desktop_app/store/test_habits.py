"""Habits outlive a restart; the last searches stand first, each once; rubbish is the usual."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.account import AccountStore
from desktop_app.store.habits import RECENT, Habits, RowDetail
from desktop_app.store.inbox_query import SortKey
from desktop_app.store.values import write_value

KEY = bytes(32)


def test_they_outlive_a_restart(tmp_path: Path) -> None:
    liked = Habits(SortKey.TITLE, descending=True, grouped=True, dense=True).searched("đường ngập")
    store = AccountStore.open(tmp_path / "a.db", KEY, "a")
    assert store.habits.read() == Habits()
    store.habits.write(liked)
    store.close()
    again = AccountStore.open(tmp_path / "a.db", KEY, "a")
    assert again.habits.read() == liked
    again.close()


def test_what_cannot_be_read_is_the_usual(store: AccountStore) -> None:
    with store.write() as tx:
        write_value(tx.connection, "desk.habits", '{"sort": "smell"}')
    assert store.habits.read() == Habits()


def test_the_last_search_stands_first_and_once() -> None:
    habits = Habits()
    for number in range(RECENT + 3):
        habits = habits.searched(f"rác {number}")
    habits = habits.searched("RÁC 5")
    assert habits.recent[0] == "RÁC 5"
    assert len(habits.recent) == RECENT
    assert len({each.casefold() for each in habits.recent}) == RECENT


def test_what_a_row_tells_keeps_its_order() -> None:
    habits = Habits().telling(RowDetail.CODE, told=True).telling(RowDetail.PLACE, told=False)
    assert habits.details == (RowDetail.CODE, RowDetail.FIELD)
    assert habits.telling(RowDetail.CODE, told=True) == habits
