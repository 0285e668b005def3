"""What begins with a sign-in and ends with a lock."""

from __future__ import annotations

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, LockReason, SyncStatus
from desktop_app.sign_in.desk import Desk
from desktop_app.sign_in.outcome import Admission, SignInRefused
from desktop_app.store.errors import Unavailable
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.small_city import IOC


def test_a_public_command_never_goes_out_unseen(enrolled: Workbench) -> None:
    report = enrolled.city.put(State.RECEIVED)
    enrolled.insert(enrolled.city.card("o-dispatcher"))
    session = enrolled.synced(enrolled.sign_in())
    until(lambda: session.store.reports.has(report.id))
    mine = session.store.reports.get(report.id)
    rejection = payloads.Coded("ngoai_tham_quyen", "Thuộc cơ quan khác")
    pending = session.triage.do(mine, Command.REJECT, rejection)
    assert pending.state is OutboxState.HELD
    enrolled.core.lock(LockReason.IDLE)
    again = enrolled.sign_in()
    [asked] = again.store.outbox.needs_person()
    assert asked.event.id == pending.event.id
    assert asked.problem["status"] == "hold_cut"
    assert enrolled.city.read(report.id).state is State.RECEIVED
    assert again.person.unit_id == IOC


def test_a_desk_begins_with_the_contact_that_the_sign_in_had(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    assert enrolled.sign_in().online
    first = enrolled.heard.of(SyncStatus)[0]
    assert first.contact is Contact.ONLINE
    enrolled.core.lock(LockReason.PERSON)
    enrolled.gate.refuse()
    told = len(enrolled.heard.of(SyncStatus))
    assert not enrolled.sign_in().online
    until(lambda: enrolled.heard.of(SyncStatus)[told:])
    assert enrolled.heard.of(SyncStatus)[told].contact is Contact.OFFLINE


def test_a_closed_desk_is_closed(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.sign_in()
    enrolled.core.lock(LockReason.PERSON)
    with pytest.raises(Unavailable):
        session.triage.opened("r-1")


def test_an_account_without_a_person_needs_the_server(enrolled: Workbench) -> None:
    core = enrolled.core
    assert core.workplace is not None
    admission = Admission("b" * 32, b"k" * 32, "Reader", None, None)
    with pytest.raises(SignInRefused, match="first_sign_in_needs_server"):
        Desk.open(admission, core.home, core.workplace, core.bus, contactless=False)
