"""A draft through what ends a session: sign-out, another person at the desk, a crash, a command undone."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop_app.domain.payloads import Nothing
from desktop_app.domain.workflow import Command, State
from desktop_app.news import LockReason
from desktop_app.triage.triage import DraftContent
from tests.journeys.test_offline import begin
from tests.journeys.test_photos import seated
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until

FIRST, SECOND = DraftContent("Kính gửi: Quý Ông/Bà. Đơn vị"), DraftContent("Đơn vị đang khơi thông cống.")


def test_a_draft_outlives_sign_out_another_person_and_a_crash(enrolled: Workbench, tmp_path: Path) -> None:
    report = enrolled.city.put(State.IN_PROGRESS)
    card = enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    session.triage.save_draft(report.id, FIRST)
    enrolled.core.sign_out()

    dispatcher = seated(enrolled, "o-dispatcher")
    until(lambda: dispatcher.store.reports.has(report.id), 30, "the same report at the dispatcher's")
    assert dispatcher.triage.draft(report.id) is None  # a draft is its author's alone
    enrolled.readers.remove(DESK)
    enrolled.core.lock(LockReason.PERSON)
    enrolled.insert(card)  # the very card: another would be another key, and another store
    again = enrolled.synced(enrolled.sign_in())
    assert again.triage.draft(report.id) == FIRST

    again.triage.save_draft(report.id, SECOND)
    crashed = tmp_path / "crashed"
    shutil.copytree(tmp_path / "home", crashed)  # as a kill leaves the files: nothing closed, nothing moved
    enrolled.core.stop()
    with new_core(crashed) as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        assert begin(core).triage.draft(report.id) == SECOND


def test_a_draft_outlives_a_report_that_goes_on_without_it(enrolled: Workbench) -> None:
    report = enrolled.city.put(State.DISTRIBUTED)
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    session.triage.save_draft(report.id, FIRST)
    enrolled.gate.refuse()
    pending = session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, Nothing())
    assert session.triage.undo(pending.event.id)
    assert session.triage.draft(report.id) == FIRST
    enrolled.gate.open()
    session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, Nothing())
    enrolled.settled(session)
    assert session.triage.draft(report.id) == FIRST
