"""The pull thread."""

from __future__ import annotations

import pytest

from desktop_app.api.auth import FixedToken
from desktop_app.news import Contact, SyncStatus
from desktop_app.store.account import AccountStore
from desktop_app.sync import engine as engine_module
from desktop_app.sync.engine import Engine
from desktop_app.sync.pull import Pull
from desktop_app.sync.status import StatusBoard
from tests.desktop_app.store.builders import report_json
from tests.desktop_app.sync.threads import ending, feed, scripted_centre
from tests.support.clock import ManualClock
from tests.support.deadline import until
from tests.support.scripted_server import answer, hang


def test_pages_come_at_once_and_then_the_request_hangs(
    store: AccountStore, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "PAGES_AT_ONCE", 1)
    told: list[SyncStatus] = []
    online: list[None] = []
    first, second = report_json(), report_json()
    script = (feed(first, more=True, total=2), feed(second))
    with scripted_centre(clock, *script) as (server, centre):
        board = StatusBoard(store, told.append, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        pull = Pull(centre, FixedToken("t"), engine, board, lambda: online.append(None), lambda: None)
        with ending(pull.stop):
            pull.start()
            server.wait_for(3)
            assert [heard.target.rpartition("wait=")[2] for heard in server.heard] == ["0", "0", "25"]
    assert store.reports.has(first["id"])
    assert store.reports.has(second["id"])
    assert (1, 2) in [(status.done, status.total) for status in told]
    assert (board.status.done, board.status.contact) == (0, Contact.ONLINE)
    assert len(online) == 1


def test_a_request_that_hangs_on_a_dead_network_is_given_up(store: AccountStore, clock: ManualClock) -> None:
    with scripted_centre(clock, hang, feed()) as (server, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        pull = Pull(centre, FixedToken("t"), engine, board, lambda: None, lambda: None)
        with ending(pull.stop):
            pull.start()
            server.wait_for(1)
            pull.delivered()  # the other direction got through
            until(lambda: board.status.contact is Contact.ONLINE)
            server.wait_for(3)
            pull.delivered()  # in contact: the hanging request is the feed's and stays
            assert len(server.heard) == 3


def test_after_a_failure_it_asks_again_and_tells_when_contact_is_back(
    store: AccountStore, clock: ManualClock
) -> None:
    online: list[None] = []
    with scripted_centre(clock, answer(500), feed()) as (server, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        pull = Pull(centre, FixedToken("t"), engine, board, lambda: online.append(None), lambda: None)
        with ending(pull.stop):
            pull.start()
            until(lambda: board.status.contact is Contact.OFFLINE)
            assert online == []
            pull.wake()  # does not wait for the backoff to run out
            server.wait_for(3)
    assert len(online) == 1
    assert server.heard[1].target.endswith("wait=0")


def test_a_restored_server_has_the_other_direction_woken(store: AccountStore, clock: ManualClock) -> None:
    online: list[None] = []
    with scripted_centre(clock, feed(), feed(epoch="restored")) as (server, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        pull = Pull(centre, FixedToken("t"), engine, board, lambda: online.append(None), lambda: None)
        with ending(pull.stop):
            pull.start()
            server.wait_for(3)
    assert len(online) == 2  # contact, and events to be offered again
