"""Habits outlive a restart and every end; nobody waits for them; the last searches stand first, each once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.errors import Unavailable
from desktop_app.store.habits import RECENT, HabitBook, Habits, RowDetail
from desktop_app.store.inbox_query import SortKey
from desktop_app.store.values import write_value

KEY = bytes(32)
PATIENCE = 120


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


def kept(store: AccountStore) -> Habits:
    """What stands on the disk."""
    return HabitBook(store._database).read()


def test_nobody_waits_for_the_disk(store: AccountStore) -> None:
    with store.write():
        for number in range(30):
            store.habits.write(Habits().searched(f"rác {number}"))
        assert store.habits.read().recent == ("rác 29",)
        assert kept(store) == Habits()
    store.habits.close()
    assert kept(store).recent == ("rác 29",)


def test_a_store_that_takes_nothing_forgets_them(store: AccountStore) -> None:
    store.habits.write(Habits(dense=True))
    store.close()
    store.habits.write(Habits(grouped=True))
    store.habits.close()
    with pytest.raises(Unavailable):
        store.habits.read()


_PROGRAM = """
import sys
import subprocess
import sys
from pathlib import Path

import pytest
from desktop_app.store.account import AccountStore
from desktop_app.store.habits import Habits

store = AccountStore.open(Path(sys.argv[1]), bytes(32), "a")
store.habits.write(Habits(dense=True))
"""
_KEPT = "store.habits.close()\n"
_TOLD = "print('told', flush=True)\nsys.stdin.read()\n"


@pytest.mark.parametrize("end", ["", "raise SystemExit(0)\n"])
def test_a_program_that_ends_without_closing_keeps_them(tmp_path: Path, end: str) -> None:
    file = tmp_path / "a.db"
    subprocess.run([sys.executable, "-c", _PROGRAM + end, str(file)], check=True, timeout=PATIENCE)
    assert _again(file) == Habits(dense=True)


@pytest.mark.parametrize(
    ("program", "allowed"),
    [
        (_PROGRAM + _KEPT + _TOLD, (Habits(dense=True),)),
        (_PROGRAM + _TOLD, (Habits(dense=True), Habits())),
    ],
)
def test_a_program_that_is_killed_loses_no_more_than_the_last(
    tmp_path: Path, program: str, allowed: tuple[Habits, ...]
) -> None:
    file = tmp_path / "a.db"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().split() == [b"told"]
        running.kill()
    assert _again(file) in allowed


def _again(file: Path) -> Habits:
    store = AccountStore.open(file, KEY, "a")
    try:
        return store.habits.read()
    finally:
        store.close()
