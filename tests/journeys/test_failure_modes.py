"""The known ways in which others lost data, each by its name, against the real centre."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, LockReason, OutboxChanged, ReportGone
from desktop_app.sandbox.database import open_database, write_setting
from desktop_app.sandbox.hosting import bind, serving
from desktop_app.sandbox.service import build
from desktop_app.session import Session
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.triage.triage import CommandRefused, DraftContent
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until
from tests.support.desk_client import DeskClient, event, instant
from tests.support.desk_client import enrolled as enrolled_desk
from tests.support.small_city import LEAD, OTHER, PIN, SmallCity

AtWork = tuple[Workbench, Session, Report]


def note(session: Session, report: Report, text: str = "Đã gọi") -> Pending:
    return session.triage.do(report, Command.NOTE, payloads.Text(text))


def notes(city: SmallCity, report_id: str) -> list[str]:
    """The notes on a report as the centre has them, in its order."""
    with city.service.engine.connect() as connection:
        entries = city.service.entities.timeline(connection, report_id)
    return [entry.text for entry in entries if entry.kind == "note"]


def state_of(session: Session, event_id: str) -> OutboxState:
    found = session.store.outbox.get(event_id)
    assert found is not None
    return found.state


@contextmanager
def elsewhere(bench: Workbench, officer: str) -> Iterator[DeskClient]:
    """Another workstation with somebody at it."""
    with enrolled_desk(bench.direct_url, bench.city.service.codes.mint()) as desk:
        assert desk.sign_in(bench.city.card(officer)).status_code == 200
        yield desk


def give(city: SmallCity, report_id: str, unit: str) -> None:
    """Somebody gives the report to another unit."""
    report = city.read(report_id)
    assert report.assignment is not None
    job = replace(report.assignment, lead_unit=unit, owner=unit, co_processors=())
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(
            connection, replace(report, version=report.version + 1, assignment=job)
        )
    city.service.ripple.spread()


def test_an_upload_that_failed_is_tried_again_without_another_local_write(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = note(session, report)
    until(lambda: not session.online, 20, "the offline mark")
    bench.gate.open()  # nothing else happens at the desk
    until(lambda: state_of(session, pending.event.id) is OutboxState.ACKNOWLEDGED, 40, "the upload")
    assert notes(bench.city, report.id) == ["Đã gọi"]


def test_a_200_that_carries_rejected_is_no_success(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = note(session, report)
    with elsewhere(bench, "o-handler") as desk:  # the id is taken, with other words
        used = event("note", report.id, report.version, {"text": "Lời khác"}, id=pending.event.id)
        assert desk.send(used)[0]["status"] == "applied"
    bench.gate.open()
    until(session.store.outbox.needs_person, 40, "the wish for a person")
    [failed] = session.store.outbox.needs_person()
    assert (failed.event.id, failed.problem["rule"]) == (pending.event.id, "id_reused")
    assert failed.event.payload == pending.event.payload  # what was typed is not lost


def test_a_reply_that_was_delivered_is_never_shown_as_failed(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.lose_answers()
    pending = note(session, report)
    until(lambda: notes(bench.city, report.id), 20, "the centre's own note")
    until(lambda: state_of(session, pending.event.id) is OutboxState.UNKNOWN, 20, "the lost answer")
    assert not session.triage.undo(pending.event.id)
    bench.gate.open()
    bench.settled(session)
    states = [item.state for item in bench.heard.of(OutboxChanged) if item.event_id == pending.event.id]
    assert OutboxState.NEEDS_PERSON not in states
    assert states[-1] is OutboxState.ACKNOWLEDGED


def test_a_response_lost_after_the_commit_does_not_apply_it_twice(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.lose_answers()
    for text in ("một", "hai"):
        note(session, report, text)
    until(lambda: notes(bench.city, report.id), 20, "the centre's own notes")
    bench.gate.open()
    bench.settled(session)
    assert notes(bench.city, report.id) == ["một", "hai"]


def test_a_4xx_for_one_event_neither_drops_it_nor_blocks_the_others(at_work: AtWork) -> None:
    bench, session, report = at_work
    other = bench.city.put()
    until(lambda: session.store.reports.has(other.id), what="the other report")
    bench.gate.refuse()
    now = bench.core.clock.now()
    bad = Event(new_id(), Command.NOTE, "report", report.id, -1, now, {"text": "Hỏng"})
    with session.store.write() as tx:
        session.store.outbox.add(tx, bad, None)
    behind = note(session, session.store.reports.get(report.id), "sau")
    free = note(session, session.store.reports.get(other.id), "khác")
    bench.gate.open()
    until(lambda: state_of(session, bad.id) is OutboxState.NEEDS_PERSON, 40, "the refusal")
    until(lambda: state_of(session, free.event.id) is OutboxState.ACKNOWLEDGED, 20, "the other report")
    assert state_of(session, behind.event.id) is OutboxState.READY  # in order, behind the failure
    session.triage.resolve_theirs(bad.id)
    until(lambda: state_of(session, behind.event.id) is OutboxState.ACKNOWLEDGED, 20, "the next")
    assert (notes(bench.city, report.id), notes(bench.city, other.id)) == (["sau"], ["khác"])


def test_a_colleagues_edit_leaves_my_draft(at_work: AtWork) -> None:
    bench, session, _ = at_work
    report = bench.city.put(State.IN_PROGRESS)
    until(lambda: session.store.reports.has(report.id), what="the report")
    session.triage.save_draft(report.id, DraftContent("Đã thông cống."))
    with elsewhere(bench, "o-colleague") as desk:
        due = instant(bench.city.service.now() + timedelta(days=20))
        payload = {"code": "phuc_tap", "new_due_at": due, "text": "Cần thêm thời gian"}
        asked = event("request_extension", report.id, report.version, payload)
        assert desk.send(asked)[0]["status"] == "applied"
    until(lambda: session.store.reports.get(report.id).version > report.version, 20, "the edit")
    assert session.triage.draft(report.id) == DraftContent("Đã thông cống.")


def test_a_report_that_leaves_my_scope_is_told_and_its_unsent_work_kept(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = session.triage.do(report, Command.ACCEPT, payloads.Nothing())
    give(bench.city, report.id, OTHER)
    bench.gate.open()
    until(lambda: not session.store.reports.has(report.id), 40, "the loss of scope")
    until(lambda: ReportGone(report.id) in bench.heard.of(ReportGone), what="the news of it")
    until(session.store.outbox.needs_person, 20, "the wish for a person")
    assert [p.event.id for p in session.store.outbox.needs_person()] == [pending.event.id]
    assert bench.city.read(report.id).state is State.DISTRIBUTED


def test_a_report_that_enters_my_scope_arrives_with_its_past(at_work: AtWork) -> None:
    bench, session, report = at_work
    give(bench.city, report.id, OTHER)
    until(lambda: not session.store.reports.has(report.id), 20, "the loss of scope")
    with elsewhere(bench, "o-other") as desk:
        written = event("note", report.id, report.version, {"text": "Từ trước"})
        assert desk.send(written)[0]["status"] == "applied"
    give(bench.city, report.id, LEAD)
    until(lambda: session.store.reports.has(report.id), 20, "the report again")
    until(lambda: [e.text for e in session.store.entries.of(report.id)] == ["Từ trước"], 20, "its past")


def test_a_clock_that_moved_changes_no_order(at_work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    now = bench.core.clock.now()
    told = iter([now + timedelta(days=2), now - timedelta(days=2), now])
    for text in ("một", "hai", "ba"):
        moment = next(told)
        with monkeypatch.context() as patch:
            patch.setattr(bench.core.clock, "now", lambda moment=moment: moment)
            note(session, report, text)
    bench.gate.open()
    bench.settled(session)
    assert notes(bench.city, report.id) == ["một", "hai", "ba"]


def test_the_queue_is_on_the_disk_before_the_screen_says_so(enrolled: Workbench, tmp_path: Path) -> None:
    report = enrolled.city.put()
    card = enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    confirmed = note(session, session.store.reports.get(report.id))
    # The power goes: what lies on the disk now is all there is.
    shutil.copytree(tmp_path / "home", tmp_path / "torn", ignore=shutil.ignore_patterns("*-shm", "*.part"))
    enrolled.core.stop()
    with new_core(tmp_path / "torn") as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        again = core.sign_in.begin(DESK, bytearray(PIN.encode())).result(20)
        assert [p.event.id for p in again.store.outbox.waiting()] == [confirmed.event.id]


def test_the_same_event_twice_in_parallel_is_one(at_work: AtWork) -> None:
    bench, _, report = at_work
    with elsewhere(bench, "o-colleague") as first, elsewhere(bench, "o-colleague") as second:
        sent = event("note", report.id, report.version, {"text": "Một lần"})
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda desk: desk.send(sent)[0], (first, second)))
    assert sorted(result["status"] for result in results) == ["applied", "duplicate"]
    assert notes(bench.city, report.id) == ["Một lần"]


def test_my_own_rows_coming_back_are_no_news(at_work: AtWork) -> None:
    bench, session, report = at_work
    session.triage.opened(report.id)
    pending = note(session, report)
    bench.settled(session)
    until(lambda: session.store.entries.of(report.id), 20, "the row coming back")
    assert [entry.text for entry in session.store.entries.of(report.id)] == ["Đã gọi"]
    until(lambda: session.store.reports.get(report.id).version > report.version, 20, "the report coming back")
    assert list(session.store.inbox.ids(InboxQuery(QuickFilter.NEW))) == []
    assert session.store.outbox.pending(report.id) == []
    assert state_of(session, pending.event.id) is OutboxState.ACKNOWLEDGED


def test_a_server_restored_from_a_backup_gets_again_what_it_lost(at_work: AtWork, tmp_path: Path) -> None:
    bench, session, report = at_work
    restored = tmp_path / "restored.db"
    with (
        closing(sqlite3.connect(tmp_path / "central.db")) as live,
        closing(sqlite3.connect(restored)) as copy,
    ):
        live.backup(copy)
    note(session, report)
    bench.settled(session)
    assert notes(bench.city, report.id) == ["Đã gọi"]
    with restored_centre(bench, restored) as (city, port):
        assert notes(city, report.id) == []
        bench.gate.refuse()
        bench.gate.lead_to(port)
        bench.gate.open()
        until(lambda: notes(city, report.id), 60, "the event offered again")
        bench.settled(session)
        until(lambda: session.store.sync_state.epoch == "restored", 20, "the new epoch")
        assert notes(city, report.id) == ["Đã gọi"]
        bench.core.lock(LockReason.PERSON)


@contextmanager
def restored_centre(
    bench: Workbench, database: Path, epoch: str | None = "restored"
) -> Iterator[tuple[SmallCity, int]]:
    """The same centre as of its backup, under another epoch (None: it forgot to say), on another port."""
    engine = open_database(f"sqlite:///{database}")
    try:
        if epoch is not None:
            with engine.begin() as connection:
                write_setting(connection, "epoch", epoch)
        service = build(engine, bench.city.pki, bench.gate.url, bench.clock)
        bound, _ = bind()
        port = bound.getsockname()[1]
        with serving(service, bound):
            yield SmallCity(service, bench.city.pki), port
    finally:
        engine.dispose()


def test_a_device_restored_from_a_backup_sends_nothing_twice_and_catches_up(
    enrolled: Workbench, tmp_path: Path
) -> None:
    report = enrolled.city.put()
    card = enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    pending = note(session, session.store.reports.get(report.id), "một lần")
    shutil.copytree(tmp_path / "home", tmp_path / "backup", ignore=shutil.ignore_patterns("*-shm", "*.part"))
    enrolled.gate.open()
    enrolled.settled(session)
    with elsewhere(enrolled, "o-colleague") as desk:
        version = enrolled.city.read(report.id).version
        assert desk.send(event("note", report.id, version, {"text": "sau đó"}))[0]["status"] == "applied"
    enrolled.core.stop()
    with new_core(tmp_path / "backup") as (core, readers, _):  # the disk as it was: the note is unsent there
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        again = core.sign_in.begin(DESK, bytearray(PIN.encode())).result(20)
        until(lambda: again.store.outbox.waiting() == [], 40, "an empty outbox")
        assert state_of(again, pending.event.id) is OutboxState.ACKNOWLEDGED
        until(lambda: len(again.store.entries.of(report.id)) == 2, 20, "what was missed")
    assert notes(enrolled.city, report.id) == ["một lần", "sau đó"]


def test_rights_revoked_with_unsent_work_lose_neither_the_work_nor_the_secret(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = note(session, report, "viết khi còn quyền")
    service = bench.city.service
    with service.writer.transaction() as connection:
        service.people.change_posts(connection, "o-handler", [OTHER], service.now())
        moved = bench.city.read(report.id)
        job = moved.assignment
        assert job is not None
        free = replace(job, owner=LEAD, co_processors=())
        service.entities.put_report(connection, replace(moved, version=moved.version + 1, assignment=free))
    bench.gate.open()
    bench.core.reconnect()
    until(session.store.outbox.needs_person, 40, "the wish for a person")
    until(lambda: not session.store.reports.has(report.id), 40, "the data's end here")
    [left] = session.store.outbox.needs_person()
    assert (left.event.id, left.event.payload) == (pending.event.id, {"text": "viết khi còn quyền"})
    assert notes(bench.city, report.id) == []


def test_an_old_program_reads_no_more_and_still_brings_what_it_holds(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = note(session, report, "trước khi bị coi là cũ")
    programs = bench.city.service.programs
    programs.minimum = "999999.0.0"
    late = bench.city.put(title="Đến sau")
    bench.gate.open()
    bench.core.reconnect()
    until(lambda: session.status.contact is Contact.OUTDATED, 40, "the word that it is too old")
    assert (session.status.error, session.status.detail) == ("client_too_old", {"minimum": "999999.0.0"})
    bench.settled(session)
    assert state_of(session, pending.event.id) is OutboxState.ACKNOWLEDGED
    assert notes(bench.city, report.id) == ["trước khi bị coi là cũ"]
    assert session.status.contact is Contact.OUTDATED  # that it could send makes it no newer
    assert session.triage.legal(report) == ()
    with pytest.raises(CommandRefused, match="too_old_to_act"):
        note(session, report, "không nhận nữa")
    session.triage.save_draft(report.id, DraftContent("Bản nháp vẫn giữ"))
    assert not session.store.reports.has(late.id)
    programs.minimum = "0.0.1"
    bench.core.reconnect()
    until(lambda: session.online, 40, "contact")
    until(lambda: session.store.reports.has(late.id), 40, "what came meanwhile")
    assert note(session, report, "lại được").state is OutboxState.READY
