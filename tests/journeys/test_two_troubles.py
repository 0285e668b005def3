"""Histories in which two troubles meet: each alone has its test elsewhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from cardio.simulator import CardFile
from desktop_app.ceremonies import new_epoch
from desktop_app.domain import payloads
from desktop_app.domain.attendance import TapKind
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import OutboxState, SentEvent
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.news import Contact, FileMoved, Locked, LockReason
from desktop_app.sandbox.database import head
from desktop_app.sandbox.fleet_tables import wipe_order
from desktop_app.sandbox.tables import journal_row
from desktop_app.session import Session
from desktop_app.store.sync_log import Passed
from desktop_app.sync import pull
from desktop_app.triage.triage import DraftContent
from tests.journeys.test_failure_modes import note, notes, restored_centre, state_of
from tests.journeys.test_files import at_the_centre, photos
from tests.journeys.workbench import DESK, Workbench
from tests.support.arranging import carry_out
from tests.support.deadline import until
from tests.support.small_city import LEAD, OTHER, PIN, SmallCity

AtWork = tuple[Workbench, Session, Report]


def leave(bench: Workbench) -> None:
    """Whoever sits here pulls the card."""
    bench.readers.remove(DESK)
    until(lambda: bench.core.session is None, 40, "the lock")


def sit_down(bench: Workbench, card: CardFile) -> Session:
    bench.insert(card)
    return bench.synced(bench.sign_in())


def test_of_two_people_at_one_computer_one_loses_a_report_that_the_other_keeps(enrolled: Workbench) -> None:
    bench, report = enrolled, enrolled.city.put()
    mine, colleagues = bench.city.card("o-handler"), bench.city.card("o-colleague")
    first = sit_down(bench, mine)
    bench.gate.refuse()
    unsent = note(first, first.store.reports.get(report.id), "viết khi còn quyền")
    first.triage.save_draft(report.id, DraftContent("Nháp của tôi"))
    leave(bench)
    service = bench.city.service
    with service.writer.transaction() as connection:  # while the line is down, and others are at the desk
        service.people.change_posts(connection, "o-handler", [OTHER], service.now())
        moved = bench.city.read(report.id)
        assert moved.assignment is not None
        job = replace(moved.assignment, owner=LEAD, co_processors=())
        service.entities.put_report(connection, replace(moved, version=moved.version + 1, assignment=job))
    bench.gate.open()
    second = sit_down(bench, colleagues)
    until(lambda: second.store.reports.has(report.id), 40, "the colleague's copy")
    kept = note(second, second.store.reports.get(report.id), "của đồng nghiệp")
    until(lambda: state_of(second, kept.event.id) is OutboxState.ACKNOWLEDGED, 40, "the colleague's note")
    assert second.triage.draft(report.id) is None
    leave(bench)
    again = sit_down(bench, mine)
    until(lambda: not again.store.reports.has(report.id), 40, "the loss of scope")
    until(again.store.outbox.needs_person, 40, "the wish for a person")
    [left] = again.store.outbox.needs_person()
    assert (left.event.id, left.event.payload) == (unsent.event.id, {"text": "viết khi còn quyền"})
    assert again.triage.draft(report.id) == DraftContent("Nháp của tôi")
    assert notes(bench.city, report.id) == ["của đồng nghiệp"]
    leave(bench)
    third = sit_down(bench, colleagues)
    assert third.store.reports.has(report.id)  # what one lost, the other's store still has
    assert [entry.text for entry in third.store.entries.of(report.id)] == ["của đồng nghiệp"]


@pytest.mark.expects_log("wiped by order of the centre")
def test_a_wipe_that_comes_while_a_file_is_half_way_up(at_work: AtWork, tmp_path: Path) -> None:
    bench, session, report = at_work
    core, gone = bench.core, list[FileMoved]()
    core.bus.subscribe(FileMoved, gone.append)
    session.triage.attach(report.id, *photos(1, size=18_000_000))
    until(lambda: any(one.sent >= one.size * 0.4 for one in gone), 60, "the way it has gone")
    assert core.workplace is not None
    ordered = bench.city.service.wipes.order(core.workplace.enrolment.workstation_id, "o-supervisor")
    core.workplace.sync.wake()
    until(lambda: Locked(LockReason.WIPED) in bench.heard.of(Locked), 60, "the lock")

    def confirmed() -> bool:
        with bench.city.service.engine.connect() as connection:
            row = connection.execute(sa.select(wipe_order).where(wipe_order.c.id == ordered)).one()
        return row.confirmed_at is not None and (row.accounts, row.sealed) == (1, 1)

    until(confirmed, 60, "the confirmation")
    names = [path.name for path in core.home.root.glob("account-*")]
    assert [Path(name).suffix for name in names] == [".sealed"]
    assert at_the_centre(bench, report.id) in ([], ["0.jpg"])  # whole and once, or not at all


def test_a_program_found_too_old_in_mid_work_takes_back_what_is_held_and_brings_the_rest(
    at_work: AtWork,
) -> None:
    bench, session, report = at_work
    other = bench.city.put()
    until(lambda: session.store.reports.has(other.id), what="the other report")
    bench.gate.refuse()
    until(lambda: not session.online, 40, "the offline mark")
    sent = note(session, report, "phải đi")
    held = session.triage.do(session.store.reports.get(other.id), Command.ACCEPT, payloads.Nothing())
    assert held.state is OutboxState.HELD
    bench.city.service.programs.minimum = "999999.0.0"
    assert session.triage.undo(held.event.id)
    second = session.triage.do(session.store.reports.get(other.id), Command.ACCEPT, payloads.Nothing())
    bench.gate.open()
    bench.core.reconnect()
    until(lambda: session.status.contact is Contact.OUTDATED, 40, "the word that it is too old")
    until(lambda: state_of(session, sent.event.id) is OutboxState.ACKNOWLEDGED, 40, "the note")
    until(lambda: state_of(session, second.event.id) is OutboxState.ACKNOWLEDGED, 60, "what was held")
    assert state_of(session, held.event.id) is OutboxState.CANCELLED
    assert notes(bench.city, report.id) == ["phải đi"]
    assert bench.city.read(other.id).version == other.version + 1


def test_a_centre_restored_without_saying_so_is_offered_what_it_lost(at_work: AtWork, tmp_path: Path) -> None:
    bench, session, report = at_work
    backup = backed_up(tmp_path)
    note(session, report)
    bench.settled(session)
    until(lambda: len(session.store.entries.of(report.id)) == 1, 40, "the feed's word")
    with restored_centre(bench, backup, epoch=None) as (city, port):
        assert notes(city, report.id) == []
        lead(bench, port)
        until(lambda: notes(city, report.id), 60, "the event offered again")
        bench.settled(session)
        assert notes(city, report.id) == ["Đã gọi"]
        bench.core.lock(LockReason.PERSON)


@pytest.mark.expects_log("the centre lacks 1 rows of entry")
def test_a_centre_restored_in_silence_that_has_passed_its_old_number_is_found_by_comparison(
    enrolled: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very numbers and versions of what it lost are others' by now: the feed has nothing to tell."""
    monkeypatch.setattr(pull, "FIRST_COMPARISON", 0.0)
    monkeypatch.setattr(pull, "COMPARED_EVERY", 0.0)
    bench, made = enrolled, enrolled.city.put()
    session = sit_down(bench, bench.city.card("o-handler"))
    report = session.store.reports.get(made.id)
    backup = backed_up(tmp_path)
    mine = note(session, report)
    bench.settled(session)
    until(lambda: len(session.store.entries.of(report.id)) == 1, 40, "the feed's word")
    bench.gate.refuse()
    with restored_centre(bench, backup, epoch=None) as (city, port):
        others = SentEvent(
            id=new_id(), type="note", entity="report", entity_id=report.id, base_version=report.version,
            occurred_at=bench.clock(), payload={"text": "của đồng nghiệp"},
        )  # fmt: skip
        told = carry_out(city, "o-colleague", others)
        assert (told["status"], told["version"]) == ("applied", report.version + 1)
        newest = pass_number(city, session.store.sync_state.durable_through)
        lead(bench, port)
        until(lambda: session.store.reports.has(newest.id), 60, "what the feed can tell")
        bench.core.reconnect()
        until(lambda: len(notes(city, report.id)) == 2, 60, "the event offered again")
        assert notes(city, report.id) == ["của đồng nghiệp", "Đã gọi"]
        until(lambda: len(session.store.entries.of(report.id)) == 2, 60, "both lines")
        bench.settled(session)
        assert state_of(session, mine.event.id) is OutboxState.ACKNOWLEDGED
        assert [line.text for line in session.store.entries.of(report.id)] == ["của đồng nghiệp", "Đã gọi"]
        assert Passed.RESTORED in {line.kind for line in session.store.log.newest()}
        bench.core.lock(LockReason.PERSON)


def pass_number(city: SmallCity, number: int) -> Report:
    """Have the centre go on until its feed is beyond ``number``; return the last report of that."""
    while True:
        made = city.put()
        with city.service.engine.connect() as connection:
            if head(connection) > number:
                return made


def test_a_centre_restored_from_before_a_terminals_new_epoch_gets_every_row(
    bench: Workbench, tmp_path: Path
) -> None:
    card = bench.city.card("o-supervisor")
    bench.enrol()  # its bundle names the supervisor's card
    bench.insert(card)
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.desk.note(TapKind.BOOT)
    until(lambda: workplace.store.outbox.waiting() == 0, 40, "the first receipt")
    backup = backed_up(tmp_path)
    new_epoch.carry_out(bench.core, DESK, bytearray(PIN.encode()), "Ổ đĩa hỏng")
    workplace.desk.note(TapKind.MODE_EXIT)
    until(lambda: workplace.store.outbox.waiting() == 0, 40, "the receipts of the new epoch")
    with restored_centre(bench, backup) as (city, port):
        lead(bench, port)
        workplace.desk.note(TapKind.MODE_EXIT)
        until(lambda: workplace.sync.status.error == "epoch_unknown", 60, "the alarm")
        new_epoch.carry_out(bench.core, DESK, bytearray(PIN.encode()), "Trung tâm phục hồi")
        head = workplace.store.journal.head()
        until(lambda: kept_rows(city, head.epoch) == list(range(1, head.seq + 1)), 60, "every row again")
        until(lambda: workplace.store.outbox.waiting() == 0, 60, "every receipt")
        assert workplace.sync.status.error is None


def kept_rows(city: SmallCity, epoch: int) -> list[int]:
    """The numbers of the rows of one epoch that the centre keeps."""
    wanted = sa.select(journal_row.c.seq).where(journal_row.c.epoch == epoch).order_by(journal_row.c.seq)
    with city.service.engine.connect() as connection:
        return list(connection.execute(wanted).scalars())


def backed_up(folder: Path) -> Path:
    """A copy of the centre's database as it is now."""
    backup = folder / "backup.db"
    with closing(sqlite3.connect(folder / "central.db")) as live, closing(sqlite3.connect(backup)) as copy:
        live.backup(copy)
    return backup


def lead(bench: Workbench, port: int) -> None:
    bench.gate.refuse()
    bench.gate.lead_to(port)
    bench.gate.open()
    bench.core.reconnect()
