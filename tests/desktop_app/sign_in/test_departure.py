"""Work that goes on being sent when its person has left, and the wipe that ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.news import LockReason
from desktop_app.session import Session
from desktop_app.sign_in.departure import LIMIT, Departures
from desktop_app.sign_in.desk import Desk
from desktop_app.store.errors import Unavailable
from tests.journeys.workbench import Workbench
from tests.support.clock import ManualClock
from tests.support.deadline import until


def unsent(bench: Workbench) -> tuple[Desk, Session]:
    """A desk with a note that cannot go out: the cable is out."""
    report = bench.city.put()
    bench.insert(bench.city.card("o-handler"))
    session = bench.synced(bench.sign_in())
    bench.gate.refuse()
    session.triage.do(session.store.reports.get(report.id), Command.NOTE, payloads.Text("Đã gọi"))
    desk = bench.core._desk
    assert desk is not None
    return desk, session


def is_wiped(desk: Desk) -> bool:
    """Whether neither token nor key is left in the memory."""
    try:
        desk.session.store.inbox.counts()
    except Unavailable:
        store_key = desk.session.store._database._key
        return desk._sync.token.wipe() is None and not any(store_key)
    return False


@pytest.mark.parametrize("asleep", [False, True])
def test_when_time_is_up_everything_is_wiped(enrolled: Workbench, asleep: bool) -> None:
    clock = ManualClock()
    enrolled.core.departures = departures = Departures(clock)
    desk, session = unsent(enrolled)
    enrolled.core.lock(LockReason.CARD_REMOVED)
    assert departures.accounts == (desk.account_id,)
    clock.advance(LIMIT - timedelta(seconds=1))
    departures.look()
    assert not is_wiped(desk)
    if asleep:  # monotonic time stands still
        clock.set_wall(clock.wall() + timedelta(seconds=1))
    else:
        clock.advance(1)
    departures.look()
    until(lambda: departures.accounts == (), what="the wipe")
    assert is_wiped(desk)
    again = enrolled.sign_in()  # what was not sent waits in the store
    assert [p.event.type for p in again.store.outbox.waiting()] == [Command.NOTE]
    assert again is not session


def test_once_it_is_sent_everything_is_wiped(enrolled: Workbench) -> None:
    desk, _ = unsent(enrolled)
    enrolled.core.lock(LockReason.CARD_REMOVED)
    assert not is_wiped(desk)
    enrolled.gate.open()
    until(lambda: enrolled.core.departures.accounts == (), 20, "the end")
    assert is_wiped(desk)


def test_where_nothing_is_unsent_nothing_stays_open(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.synced(enrolled.sign_in())
    desk = enrolled.core._desk
    assert desk is not None
    enrolled.core.lock(LockReason.IDLE)
    assert enrolled.core.departures.accounts == ()
    assert is_wiped(desk)


def test_the_same_person_comes_back_to_a_store_that_is_closed(enrolled: Workbench) -> None:
    desk, session = unsent(enrolled)
    enrolled.core.lock(LockReason.IDLE)
    again = enrolled.sign_in()
    assert enrolled.core.departures.accounts == ()
    assert is_wiped(desk)
    assert again.store is not session.store
    assert len(again.store.outbox.waiting()) == 1


def test_the_end_of_the_program_waits_for_nobody(enrolled: Workbench) -> None:
    desk, _ = unsent(enrolled)
    enrolled.core.lock(LockReason.IDLE)
    enrolled.core.stop()
    assert is_wiped(desk)


def test_a_desk_that_comes_after_the_end_is_closed(enrolled: Workbench) -> None:
    desk, _ = unsent(enrolled)
    enrolled.core.departures.end_all()
    enrolled.core.lock(LockReason.IDLE)
    assert is_wiped(desk)


def test_a_wiped_desk_sends_nothing_more(enrolled: Workbench) -> None:
    desk, _ = unsent(enrolled)
    enrolled.core.lock(LockReason.WIPED)
    assert is_wiped(desk)
