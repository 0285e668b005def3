"""Photos from a desk to the centre: with the cable out, through cuts and a kill, and back on another desk."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from desktop_app.api.errors import ApiError
from desktop_app.domain import payloads
from desktop_app.domain.attachments import Variant
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.news import LockReason
from desktop_app.session import Session
from desktop_app.triage.report_files import FileToAttach
from tests.chaos import proxy
from tests.chaos.proxy import Exchange, Proxy
from tests.journeys.test_failure_modes import give, notes, restored_centre, state_of
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until
from tests.support.pictures import JPEG, SECRET, photo
from tests.support.small_city import PIN

AtWork = tuple[Workbench, Session, Report]


def photos(count: int, size: int = 0) -> list[FileToAttach]:
    """So many different photos, each padded (behind its last pixel) to ``size`` bytes."""
    contents = [photo(number=number) for number in range(count)]
    return [FileToAttach(f"{n}.jpg", one.ljust(size, b"\x00"), JPEG) for n, one in enumerate(contents)]


def told_by_the_feed(session: Session, report_id: str) -> bool:
    """Whether the feed has named the files, and none is still on its way."""
    files = session.files.of(report_id)
    return bool(files) and not any(one.waiting for one in files)


def at_the_centre(bench: Workbench, report_id: str) -> list[str]:
    with bench.city.service.engine.connect() as connection:
        return [one.name for one in bench.city.service.entities.attachments(connection, report_id)]


def test_an_event_with_several_attachments_is_never_lost_from_the_outbox(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = session.triage.attach(report.id, *photos(4))
    behind = session.triage.do(report, Command.NOTE, payloads.Text("sau ảnh"))
    waiting = session.files.of(report.id)
    assert [one.name for one in waiting] == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]
    assert all(one.waiting and one.has_thumbnail for one in waiting)
    assert session.files.open(waiting[2], report.id) == photo(number=2)
    bench.gate.open()
    until(lambda: state_of(session, behind.event.id) is OutboxState.ACKNOWLEDGED, 40, "the note")
    assert state_of(session, pending.event.id) is OutboxState.ACKNOWLEDGED
    assert at_the_centre(bench, report.id) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]
    assert notes(bench.city, report.id) == ["sau ảnh"]
    until(lambda: told_by_the_feed(session, report.id), 20, "the feed's word")
    [first, *_] = session.files.of(report.id)
    assert session.files.open(first, report.id) == JPEG  # the copy: nothing that the camera wrote
    assert session.files.open(first, report.id, Variant.THUMBNAIL) == JPEG
    assert SECRET in session.files.open(first, report.id, Variant.ORIGINAL)  # one's own


def test_an_upload_goes_on_after_the_power_went(enrolled: Workbench, tmp_path: Path) -> None:
    report = enrolled.city.put()
    card = enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    session.triage.attach(report.id, *photos(1, size=3_000_000))
    until(lambda: any(one.location for one in session.store.uploads.of_report(report.id)), 20, "its place")
    enrolled.gate.reset()
    shutil.copytree(tmp_path / "home", tmp_path / "torn", ignore=shutil.ignore_patterns("*-shm", "*.part"))
    enrolled.core.stop()
    enrolled.gate.open()
    with new_core(tmp_path / "torn") as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        again = core.sign_in.begin(DESK, bytearray(PIN.encode())).result(20)
        until(lambda: again.store.outbox.waiting() == [], 40, "the rest of the upload")
    assert at_the_centre(enrolled, report.id) == ["0.jpg"]


def test_an_upload_whose_answers_are_lost_arrives_once(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.lose_answers()
    session.triage.attach(report.id, *photos(2, size=600_000))
    until(lambda: not session.online, 20, "the offline mark")
    bench.gate.open()
    bench.core.reconnect()
    bench.settled(session)
    assert at_the_centre(bench, report.id) == ["0.jpg", "1.jpg"]


def test_a_file_with_no_sight_of_its_report_any_more_needs_a_person(at_work: AtWork) -> None:
    bench, session, report = at_work
    bench.gate.refuse()
    pending = session.triage.attach(report.id, *photos(1))
    give(bench.city, report.id, "u-other")
    bench.gate.open()
    bench.core.reconnect()
    until(session.store.outbox.needs_person, 40, "the wish for a person")
    assert [one.event.id for one in session.store.outbox.needs_person()] == [pending.event.id]
    session.triage.resolve_theirs(pending.event.id)
    assert session.store.uploads.of_report(report.id) == []


def test_a_file_that_is_not_here_cannot_be_read_with_the_cable_out(at_work: AtWork) -> None:
    bench, session, report = at_work
    session.triage.attach(report.id, *photos(1))
    bench.settled(session)
    until(lambda: session.store.attachments.of(report.id), 20, "the feed's word")
    [known] = session.files.of(report.id)
    bench.gate.refuse()
    with pytest.raises(ApiError):
        session.files.open(known, report.id)
    bench.gate.open()
    assert session.files.open(known, report.id) == JPEG
    bench.gate.refuse()
    assert session.files.open(known, report.id) == JPEG  # kept since it was looked at


def test_a_server_restored_without_the_file_gets_it_again(at_work: AtWork, tmp_path: Path) -> None:
    bench, session, report = at_work
    restored = tmp_path / "restored.db"
    with (
        closing(sqlite3.connect(tmp_path / "central.db")) as live,
        closing(sqlite3.connect(restored)) as copy,
    ):
        live.backup(copy)
    pending = session.triage.attach(report.id, *photos(2))
    bench.settled(session)
    with restored_centre(bench, restored) as (city, port):
        bench.gate.refuse()
        bench.gate.lead_to(port)
        bench.gate.open()
        bench.core.reconnect()

        def back() -> list[str]:
            with city.service.engine.connect() as connection:
                return [one.name for one in city.service.entities.attachments(connection, report.id)]

        until(lambda: back() == ["0.jpg", "1.jpg"], 60, "both files")
        until(lambda: state_of(session, pending.event.id) is OutboxState.ACKNOWLEDGED, 20, "its end")
        bench.core.lock(LockReason.PERSON)


@contextmanager
def broken_for(bench: Workbench, report_id: str) -> Iterator[Proxy]:
    """A centre that breaks (500) whenever a file of one report is announced, and is well otherwise."""
    network, line = Proxy(), f"POST /v1/reports/{report_id}/uploads ".encode()

    def spell(exchange: Exchange) -> None:
        if exchange.request.startswith(line):
            exchange.answer(b"HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n")
        else:
            proxy.clear(exchange)

    network.spell = spell
    network.lead_to(urlsplit(bench.direct_url).port or 0)
    bench.gate.refuse()
    bench.gate.lead_to(urlsplit(network.url).port or 0)
    bench.gate.open()
    try:
        yield network
    finally:
        network.close()


def test_one_failing_upload_does_not_hold_up_the_others(at_work: AtWork) -> None:
    bench, session, first = at_work
    other = bench.city.put()
    until(lambda: session.store.reports.has(other.id), 20, "the other report")
    with broken_for(bench, first.id) as network:
        bench.core.reconnect()
        stuck = session.triage.attach(first.id, *photos(1))
        until(lambda: session.files.setback(stuck.event.id), 40, "its failure")
        session.triage.attach(other.id, *photos(2))
        until(lambda: at_the_centre(bench, other.id) == ["0.jpg", "1.jpg"], 40, "the other report's files")
        met = session.files.setback(stuck.event.id)
        assert met is not None
        assert met.code == "server_broken"
        assert state_of(session, stuck.event.id) is OutboxState.READY  # it waits, and says so
        network.clear()
        session.files.send_now()
        until(lambda: state_of(session, stuck.event.id) is OutboxState.ACKNOWLEDGED, 40, "the first")
        assert session.files.setback(stuck.event.id) is None
        bench.core.lock(LockReason.PERSON)


def test_a_file_that_is_refused_for_good_says_why_and_holds_up_nothing(at_work: AtWork) -> None:
    bench, session, first = at_work
    other = bench.city.put()
    until(lambda: session.store.reports.has(other.id), 20, "the other report")
    bench.gate.refuse()
    refused = session.triage.attach(first.id, *photos(1))
    give(bench.city, first.id, "u-other")
    session.triage.attach(other.id, *photos(1))
    bench.gate.open()
    bench.core.reconnect()
    until(lambda: at_the_centre(bench, other.id) == ["0.jpg"], 40, "the other report's file")
    until(lambda: state_of(session, refused.event.id) is OutboxState.NEEDS_PERSON, 20, "its refusal")
    found = session.store.outbox.get(refused.event.id)
    assert found is not None
    assert found.problem.get("rule") or found.problem.get("status") == "scope_lost"
    session.triage.retry(refused.event.id)  # a colleague may have mended it meanwhile
    until(lambda: state_of(session, refused.event.id) is OutboxState.NEEDS_PERSON, 40, "the same refusal")
    session.triage.resolve_theirs(refused.event.id)
    assert session.store.uploads.of_report(first.id) == []
