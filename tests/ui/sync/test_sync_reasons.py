"""Why each command waits, by state, files, what stands before it, and contact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.outbox import Pending
from desktop_app.domain.payloads import Coded, Nothing, Text
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, SyncStatus
from desktop_app.triage.report_files import FileToAttach
from tests.support.pictures import photo
from tests.ui.seated import Workplace
from tests.ui.sync.conflicts import collide
from ui.sync.sync_reasons import contact_told, effect, why
from ui.wording import sentence


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
    assert told(workplace, note(workplace)) == "Files still to be sent before it: 2.", "it follows them"
    gone = replace(files, event=replace(files.event, entity_id="gone"))
    assert effect(gone, session).startswith("The report is no longer with you")


def test_a_failure_says_its_rule_and_what_follows_waits_for_the_person(workplace: Workplace) -> None:
    outbox = workplace.store.outbox
    first, second = note(workplace), note(workplace)
    outbox.take_ready(1)
    with workplace.store.write() as tx:
        outbox.settle(tx, first.event.id, {"status": "rejected", "rule": "not_yours"})
    assert told(workplace, first).startswith("This command is not yours to give.")
    assert told(workplace, second) == "An earlier command on this report needs you first."
    assert effect(second, workplace.session) == "Adds to the report; its state stays."


def test_a_report_that_left_takes_nothing_any_more(workplace: Workplace) -> None:
    pending = note(workplace)
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, pending.event.entity_id)
    assert told(workplace, pending).startswith("The report has left this desk.")
    assert effect(pending, workplace.session).startswith("The report is no longer with you")


def test_what_waits_ahead_counts_and_what_is_no_longer_legal_is_said(workplace: Workplace) -> None:
    session, report = workplace.session, workplace.first("distributed")
    session.triage.do(report, Command.ACCEPT, Nothing())
    behind = session.triage.do(report, Command.RETURN, Coded("not_our_area", "x"))
    assert effect(behind, session) == "Moves the report from “In progress” to “Returned”."
    other = workplace.first("in_progress")
    mine = collide(workplace, other, Command.RETURN, Coded("not_our_area", "x"), State.PUBLISHED)
    failed = workplace.store.outbox.get(mine)
    assert failed is not None
    assert effect(failed, session) == "The report is “Published” now: this can no longer be done to it."


REFUSED = SyncStatus(Contact.REFUSED, error="unauthorised", detail={"reason": "refresh_expired"})
UNSAFE = SyncStatus(Contact.REFUSED, error="tls_failed", detail={"reason": "certificate"})
OUTDATED = SyncStatus(Contact.OUTDATED, error="client_too_old", detail={"minimum": "2.0"})
FULL = SyncStatus(Contact.ONLINE, error="disk_full")
AWAY = SyncStatus(Contact.OFFLINE, error="unreachable")


def test_only_what_is_tried_again_by_itself_is_promised_so() -> None:
    states = {"refused": REFUSED, "unsafe": UNSAFE, "outdated": OUTDATED, "full": FULL, "away": AWAY}
    said = {name: contact_told(status, "5 min") for name, status in states.items()}
    assert len({*said.values()}) == len(said)
    assert [name for name, words in said.items() if "tried again by itself" in words] == ["away"]
    assert "new sign-in" in said["refused"]
    assert said["unsafe"].startswith(sentence("tls_failed").title)
    assert said["full"].startswith(sentence("disk_full").title)
    assert "too old" in said["outdated"]


@pytest.mark.parametrize(
    ("status", "begins"),
    [
        (REFUSED, "The centre wants a new sign-in."),
        (UNSAFE, "The centre was reached"),
        (OUTDATED, "It goes out now."),
        (AWAY, "There is no connection"),
    ],
    ids=["refused", "unsafe", "outdated", "away"],
)
def test_a_command_that_waits_says_what_it_waits_for(
    workplace: Workplace, status: SyncStatus, begins: str
) -> None:
    pending = note(workplace)
    workplace.session.status = status
    assert told(workplace, pending).startswith(begins)
