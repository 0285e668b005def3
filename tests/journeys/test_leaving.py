"""Leaving the desk with unsent work: by pulling the card, or by signing out with a choice."""

from __future__ import annotations

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Locked, LockReason, OutboxChanged, SyncStatus
from desktop_app.session import Session
from desktop_app.sign_in.departure import Unsent
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until

REJECTION = payloads.Coded("ngoai_tham_quyen", "Thuộc cơ quan khác")


def away(bench: Workbench, who: str, *states: State) -> tuple[Session, list[Report]]:
    """Signed in, these reports known, and the cable out."""
    reports = [bench.city.put(state) for state in states]
    bench.insert(bench.city.card(who))
    session = bench.synced(bench.sign_in())
    until(lambda: all(session.store.reports.has(report.id) for report in reports), what="the reports")
    bench.gate.refuse()
    return session, [session.store.reports.get(report.id) for report in reports]


def test_pulling_the_card_lets_work_go_out_but_no_public_command(enrolled: Workbench) -> None:
    session, [first, second] = away(enrolled, "o-dispatcher", State.RECEIVED, State.RECEIVED)
    session.triage.do(first, Command.NOTE, payloads.Text("Đã gọi"))
    session.triage.do(second, Command.REJECT, REJECTION)
    enrolled.readers.remove(DESK)
    until(lambda: enrolled.heard.of(Locked), what="the lock")
    assert enrolled.core.session is None
    until(lambda: enrolled.core.departures.accounts, what="the work that goes on")
    told = len(enrolled.heard.of(SyncStatus)), len(enrolled.heard.of(OutboxChanged))
    enrolled.gate.open()
    until(lambda: enrolled.core.departures.accounts == (), 20, "the end of sending")
    assert enrolled.city.read(first.id).version > first.version
    assert enrolled.city.read(second.id).state is State.RECEIVED
    # No screen hears of somebody who is not there.
    assert (len(enrolled.heard.of(SyncStatus)), len(enrolled.heard.of(OutboxChanged))) == told


def test_a_public_command_cut_by_the_lock_asks_again(enrolled: Workbench) -> None:
    report = enrolled.city.put(State.RECEIVED)
    card = enrolled.insert(enrolled.city.card("o-dispatcher"))
    session = enrolled.synced(enrolled.sign_in())
    until(lambda: session.store.reports.has(report.id), what="the report")
    held = session.triage.do(session.store.reports.get(report.id), Command.REJECT, REJECTION)
    enrolled.readers.remove(DESK)
    until(lambda: enrolled.heard.of(Locked), what="the lock")
    enrolled.insert(card)
    [asked] = enrolled.sign_in().store.outbox.needs_person()
    assert (asked.event.id, asked.problem) == (held.event.id, {"status": "hold_cut"})
    assert enrolled.city.read(report.id).state is State.RECEIVED


@pytest.mark.parametrize("choice", Unsent)
def test_signing_out_with_unsent_work_is_a_choice(enrolled: Workbench, choice: Unsent) -> None:
    session, [report] = away(enrolled, "o-handler", State.DISTRIBUTED)
    session.triage.do(report, Command.ACCEPT, payloads.Nothing())  # held: it cannot have arrived
    enrolled.core.sign_out(choice)
    assert enrolled.heard.of(Locked) == [Locked(LockReason.PERSON)]
    assert bool(enrolled.core.departures.accounts) is (choice is Unsent.SEND)
    if choice is Unsent.SEND:
        enrolled.gate.open()
        until(lambda: enrolled.core.departures.accounts == (), 20, "the end of sending")
        assert enrolled.city.read(report.id).state is State.IN_PROGRESS
        return
    again = enrolled.sign_in()
    kept = [pending.event.type for pending in again.store.outbox.waiting()]
    assert kept == ([Command.ACCEPT] if choice in {Unsent.KEEP, Unsent.SEAL} else [])
    shown = State.IN_PROGRESS if choice in {Unsent.KEEP, Unsent.SEAL} else State.DISTRIBUTED
    assert again.store.reports.get(report.id).state is shown
    assert enrolled.city.read(report.id).state is State.DISTRIBUTED


@pytest.mark.parametrize("choice", Unsent)
def test_whatever_the_choice_the_way_back_online_is_forgotten(enrolled: Workbench, choice: Unsent) -> None:
    session, [report] = away(enrolled, "o-handler", State.DISTRIBUTED)
    session.triage.do(report, Command.NOTE, payloads.Text("Đã gọi"))
    enrolled.core.sign_out(choice)
    enrolled.core.departures.end_all()
    again = enrolled.sign_in()
    assert not again.online
    enrolled.gate.open()
    until(lambda: again.status.error == "unauthorised", 20, "the wish for another sign-in")
