"""Reports marked anew: the newest at once, the rest in small steps that a kill does not undo."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.roles import Actor, Role
from desktop_app.store import marking
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.marking import Marked
from tests.desktop_app.store.builders import KEY, UNIT, put, report_json
from tests.support.clock import ManualClock

REPORTS = 12
COLLEAGUE = Actor("officer-2", UNIT, frozenset({Role.HANDLER}), frozenset({"elsewhere"}))
_GO_ON = """
import sys
from pathlib import Path
from desktop_app.store import marking
from desktop_app.store.account import AccountStore
marking.AT_ONCE, marking.ROWS_PER_WRITE = 0, 2
store = AccountStore.open(Path(sys.argv[1]), bytes(range(32)), "a")
while (came := store.marking.go_on()) is not None:
    print(came.done, flush=True)
    if came.done >= 6:
        sys.stdin.read()  # here it is killed
"""


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "AT_ONCE", 4)
    monkeypatch.setattr(marking, "ROWS_PER_WRITE", 2)


@pytest.fixture
def filled(store: AccountStore) -> AccountStore:
    put(store, *(report_json() for _ in range(REPORTS)))
    return store


def mine(store: AccountStore) -> int:
    return store.inbox.counts()[QuickFilter.UNIT]


def test_nothing_is_asked_for_until_it_is(filled: AccountStore) -> None:
    assert filled.marking.progress is None
    assert filled.marking.go_on() is None


def test_the_newest_are_marked_at_once_and_the_rest_step_by_step(filled: AccountStore) -> None:
    assert mine(filled) == REPORTS
    filled.adopt(COLLEAGUE, {"id": COLLEAGUE.person_id})
    assert mine(filled) == REPORTS - 4
    newest = filled.inbox.rows(filled.inbox.ids(InboxQuery(sort=SortKey.RECEIVED, descending=True), limit=4))
    came = filled.marking.progress
    assert came == Marked(newest[-1].rowid, 4, REPORTS)
    told = [filled.marking.go_on() for _ in range(5)]
    assert [one and one.done for one in told] == [6, 8, 10, 12, None]
    assert mine(filled) == 0
    assert filled.marking.progress is None


def test_other_rights_in_the_middle_begin_anew(filled: AccountStore) -> None:
    before = filled.actor
    filled.adopt(COLLEAGUE, {"id": COLLEAGUE.person_id})
    filled.adopt(before, {"id": before.person_id})
    while filled.marking.go_on() is not None:
        pass
    assert mine(filled) == REPORTS


def test_an_opening_goes_on_where_the_last_one_ended(
    filled: AccountStore, path: Path, clock: ManualClock
) -> None:
    filled.adopt(COLLEAGUE, {"id": COLLEAGUE.person_id})
    filled.close()
    again = AccountStore.open(path, KEY, "a", now=clock.now)
    came = again.marking.progress
    assert came is not None
    assert came.done == 8
    again.close()


def test_a_kill_in_the_middle_loses_at_most_the_step_under_way(filled: AccountStore, path: Path) -> None:
    """A migration asks for all; the program that marks them is killed after six."""
    with filled.write() as tx:
        tx.connection.execute("DELETE FROM standing")
        tx.connection.execute("INSERT OR REPLACE INTO value VALUES ('rebuild', x'31')")
    filled.close()
    command = [sys.executable, "-c", _GO_ON, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert [program.stdout.readline().strip() for _ in range(3)] == ["2", "4", "6"]
        program.kill()
    again = AccountStore.open(path, KEY, "a")
    came = again.marking.progress
    assert came is not None
    assert (came.done, came.total) == (10, REPORTS)  # six, and four more at this opening
    while again.marking.go_on() is not None:
        pass
    with again.reader() as connection:
        assert connection.value("SELECT count(*) FROM standing") == 0
        assert connection.value("SELECT count(*) FROM inbox WHERE unit") == REPORTS
    again.close()
