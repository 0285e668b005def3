"""From nothing to a day's work: enrol, sign in, sync, triage, offline, back."""

from __future__ import annotations

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact
from tests.journeys.workbench import Workbench
from tests.support.deadline import until


def test_a_day(enrolled: Workbench) -> None:
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    assert session.online
    assert session.person.name == "Lê Thị Xử Lý"
    until(lambda: session.status.contact is Contact.ONLINE)
    mine = session.store.reports.get(report.id)
    assert Command.ACCEPT in session.triage.legal(mine)
    session.triage.do(mine, Command.ACCEPT, payloads.Nothing())
    assert session.store.reports.get(report.id).state is State.IN_PROGRESS
    enrolled.settled(session)
    assert enrolled.city.read(report.id).state is State.IN_PROGRESS
