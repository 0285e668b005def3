"""Why each command waits, by state, files, what stands before it, and contact."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.outbox import Pending
from desktop_app.domain.payloads import Text
from desktop_app.domain.workflow import Command
from desktop_app.news import Contact
from desktop_app.triage.report_files import FileToAttach
from tests.support.pictures import photo
from tests.ui.reports.conftest import Workplace
from ui.reports.sync_reasons import effect, why


def note(workplace: Workplace) -> Pending:
    return workplace.session.triage.do(workplace.first("in_progress"), Command.NOTE, Text("Đã gọi"))


def told(workplace: Workplace, pending: Pending) -> str:
    found = workplace.store.outbox.get(pending.event.id)
    assert found is not None
    return why(found, workplace.session, workplace.clock.now())


def test_contact_files_and_answers_are_told_apart(workplace: Workplace) -> None:
    session, outbox = workplace.session, workplace.store.outbox
    pending = note(workplace)
    session.status = replace(session.status, contact=Contact.OFFLINE)
    assert told(workplace, pending).startswith("There is no connection")
    session.status = replace(session.status, contact=Contact.ONLINE)
    assert told(workplace, pending) == "It goes out now."
    outbox.take_ready()
    outbox.lost_contact((pending.event.id,))
    assert told(workplace, pending).startswith("It was sent, but no answer came.")
    files = session.triage.attach(
        workplace.first("in_progress").id,
        FileToAttach("a.jpg", photo()),
        FileToAttach("b.jpg", photo(number=1)),
    )
    assert told(workplace, files) == "Files still to be sent before it: 2."
    assert effect(files, session) == "Adds files to the report: 2. Its state stays."


def test_a_failure_says_its_rule_and_what_follows_waits_for_the_person(workplace: Workplace) -> None:
    outbox = workplace.store.outbox
    first, second = note(workplace), note(workplace)
    outbox.take_ready(1)
    with workplace.store.write() as tx:
        outbox.settle(tx, first.event.id, {"status": "rejected", "rule": "not_yours"})
    assert told(workplace, first) == "This command is not yours to give."
    assert told(workplace, second) == "An earlier command on this report needs you first."
    assert effect(second, workplace.session) == "Adds to the report; its state stays."


def test_a_report_that_left_takes_nothing_any_more(workplace: Workplace) -> None:
    pending = note(workplace)
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, pending.event.entity_id)
    assert told(workplace, pending) == "The report has left this desk."
    assert effect(pending, workplace.session).startswith("The report is no longer with you")
