"""The thread that marks a large store's reports anew, and what the strip hears of it."""

from __future__ import annotations

import threading

import pytest

from desktop_app.news import ReportsChanged, SyncStatus
from desktop_app.store import marking
from desktop_app.store.account import AccountStore
from desktop_app.sync import marking as loop_module
from desktop_app.sync.marking import MarkingLoop
from desktop_app.sync.status import StatusBoard
from tests.desktop_app.store.builders import put, report_json
from tests.desktop_app.sync.threads import ending
from tests.support.clock import ManualClock
from tests.support.deadline import until


def test_it_goes_on_until_all_are_marked_and_tells_how_far(
    store: AccountStore, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "ROWS_PER_WRITE", 2)
    monkeypatch.setattr(loop_module, "_SHOWN_EVERY", 4)
    put(store, *(report_json() for _ in range(9)))
    told: list[SyncStatus] = []
    news: list[object] = []
    under_test = MarkingLoop(store, StatusBoard(store, told.append, clock.now), news.append)
    with ending(under_test.stop):
        under_test.look()
        assert "marking" not in {thread.name for thread in threading.enumerate()}  # nothing is asked for
        for _ in range(2):
            with store.write() as tx:
                store.marking.ask(tx)
            under_test.look()
            until(lambda: store.marking.progress is None, 20, "all marked")
            until(lambda: told and told[-1].to_mark == 0, 20, "the strip's last word")
    assert [(one.marked, one.to_mark) for one in told] == [(4, 9), (8, 9), (0, 0)] * 2
    assert set(news) == {ReportsChanged(())}
