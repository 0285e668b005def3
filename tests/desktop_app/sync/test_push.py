"""The push thread."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.api.auth import FixedToken
from desktop_app.news import Contact
from desktop_app.store.account import AccountStore
from desktop_app.sync.engine import Engine
from desktop_app.sync.push import Push
from desktop_app.sync.status import StatusBoard
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.desktop_app.sync.threads import ending, scripted_centre
from tests.support.clock import ManualClock
from tests.support.deadline import until
from tests.support.scripted_server import Answer, ScriptedServer, answer


def applied(event_id: str) -> bytes:
    result = {"id": event_id, "status": "applied", "version": 4, "seq": 1}
    return answer(200, {"results": [result], "durable_through": 0})


def test_woken_it_sends_and_tells_that_it_delivered(store: AccountStore, clock: ManualClock) -> None:
    [report_id] = put(store, report_json())
    sent = event(report_id)
    delivered: list[None] = []
    with scripted_centre(clock, applied(sent.id)) as (_, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        push = Push(centre, FixedToken("t"), store, engine, board, clock.now, lambda: delivered.append(None))
        with ending(push.stop):
            push.start()
            add(store, sent)
            push.wake()
            until(lambda: delivered)
    assert store.outbox.waiting() == []
    assert board.status.contact is Contact.ONLINE


def test_a_hold_is_waited_for_without_being_woken(store: AccountStore, clock: ManualClock) -> None:
    [report_id] = put(store, report_json())
    held = event(report_id)
    add(store, held, held_until=clock.now() + timedelta(seconds=0.2))
    server = _run(store, clock, applied(held.id))
    assert held.id.encode() in server.heard[0].body


def _run(store: AccountStore, clock: ManualClock, *script: Answer) -> ScriptedServer:
    """Run the thread until something arrives, the clock going on meanwhile."""
    with scripted_centre(clock, *script) as (server, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        push = Push(centre, FixedToken("t"), store, engine, board, clock.now, lambda: None)
        with ending(push.stop):
            push.start()
            clock.advance(1)
            until(lambda: server.heard)
    return server


def test_a_failure_is_shown_and_the_event_stays(store: AccountStore, clock: ManualClock) -> None:
    [report_id] = put(store, report_json())
    add(store, event(report_id))
    with scripted_centre(clock, answer(500)) as (_, centre):
        board = StatusBoard(store, lambda _: None, clock.now)
        engine = Engine(store, lambda _: None, clock.now)
        push = Push(centre, FixedToken("t"), store, engine, board, clock.now, lambda: None)
        with ending(push.stop):
            push.start()
            until(lambda: board.status.error == "server_broken")
    assert len(store.outbox.waiting()) == 1
    assert board.status.waiting == 1
