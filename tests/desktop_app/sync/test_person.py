"""Both directions of a signed-in person together."""

from __future__ import annotations

from desktop_app.api.auth import Grant
from desktop_app.api.tokens import PersonToken
from desktop_app.bus import Bus
from desktop_app.news import Contact, SyncStatus
from desktop_app.store.account import AccountStore
from desktop_app.sync.person import PersonSync
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.desktop_app.sync.threads import ending, scripted_centre
from tests.support.clock import ManualClock
from tests.support.deadline import until


def test_push_never_waits_behind_the_hanging_get(store: AccountStore, clock: ManualClock) -> None:
    report_id, other = put(store, report_json(), report_json())
    bus, told = Bus(), list[SyncStatus]()
    bus.subscribe(SyncStatus, told.append)
    with scripted_centre(clock) as (server, centre):
        token = PersonToken(Grant("t", 900.0), None, lambda _: None)
        sync = PersonSync(centre, token, store, bus, clock)
        with ending(sync.stop):
            sync.start()
            server.wait_for(1)  # the feed, which nobody answers
            add(store, event(report_id))
            sync.wake()
            server.wait_for(2)
            assert {heard.method for heard in server.heard} == {"GET", "POST"}
            assert sync.status.waiting == 1
            add(store, event(other))
            sync.wake()
            assert sync.status.waiting == 2, "counted at once while the push waits for its answer"
        sync.stop()
    assert told[-1].waiting == 2


def test_new_tokens_end_the_wait_after_a_refusal(store: AccountStore, clock: ManualClock) -> None:
    from tests.desktop_app.sync.threads import feed
    from tests.support.scripted_server import answer

    with scripted_centre(clock, answer(200, {"status": "ok"}), feed()) as (_, centre):
        token = PersonToken(None, None, lambda _: None)
        sync = PersonSync(centre, token, store, Bus(), clock)
        with ending(sync.stop):
            sync.start()
            until(lambda: sync.status.contact is Contact.REFUSED)
            token.take(Grant("t", 900.0))
            sync.reconnect()
            until(lambda: sync.status.contact is Contact.ONLINE)
