"""Two people on one report: mine or theirs, each once, the draft kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.content import content_sha256
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command, State
from desktop_app.session import Session
from desktop_app.triage.triage import CommandRefused, Conflict, DraftContent
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.desk_client import enrolled as enrolled_desk
from tests.support.desk_client import event, instant
from tests.support.small_city import LEAD


def answer(text: str) -> payloads.Submit:
    return payloads.Submit(text, Outcome.FIXED, LEAD, content_sha256(text, Outcome.FIXED, LEAD))


def conflict_of(session: Session) -> Conflict:
    [found] = until(session.triage.conflicts, 30, "the conflict")
    return found


def both_act(bench: Workbench) -> tuple[Session, Conflict]:
    """The handler submits offline; meanwhile a colleague's monitor-and-resume moves the report on."""
    report = bench.city.put(State.IN_PROGRESS)
    bench.insert(bench.city.card("o-handler"))
    session = bench.synced(bench.sign_in())
    until(lambda: session.store.reports.has(report.id), what="the report")
    bench.gate.refuse()
    session.triage.save_draft(report.id, DraftContent("Đã thông cống."))
    session.triage.do(session.store.reports.get(report.id), Command.SUBMIT, answer("Đã thông cống."))
    _colleague_extends(bench, report.id)
    bench.gate.open()
    return session, conflict_of(session)


def _colleague_extends(bench: Workbench, report_id: str) -> None:
    """A colleague asks for more time at another workstation: a guarded change that leaves the state."""
    with enrolled_desk(bench.direct_url, bench.city.service.codes.mint()) as desk:
        assert desk.sign_in(bench.city.card("o-colleague")).status_code == 200
        due = instant(bench.city.service.now() + timedelta(days=20))
        payload = {"code": "phuc_tap", "new_due_at": due, "text": "Cần thêm thời gian"}
        version = bench.city.read(report_id).version
        [result] = desk.send(event("request_extension", report_id, version, payload))
        assert result["status"] == "applied"


def test_mine_is_issued_again_on_their_version(enrolled: Workbench) -> None:
    session, conflict = both_act(enrolled)
    assert conflict.mine.state is State.AWAITING_APPROVAL
    assert conflict.theirs.state is State.IN_PROGRESS
    assert [change.by_name for change in conflict.changed] == ["Phan Đồng Nghiệp"]
    pending = session.triage.resolve_mine(conflict.pending.event.id)
    enrolled.settled(session)
    assert session.triage.conflicts() == []
    assert enrolled.city.read(pending.event.entity_id).state is State.AWAITING_APPROVAL


def test_theirs_gives_my_event_up_and_keeps_my_draft(enrolled: Workbench) -> None:
    session, conflict = both_act(enrolled)
    report_id = conflict.pending.event.entity_id
    session.triage.resolve_theirs(conflict.pending.event.id)
    assert session.triage.conflicts() == []
    assert session.store.reports.get(report_id).state is State.IN_PROGRESS
    assert session.triage.draft(report_id) == DraftContent("Đã thông cống.")
    kept = session.store.outbox.get(conflict.pending.event.id)
    assert kept is not None
    assert kept.state is OutboxState.DISCARDED
    with pytest.raises(CommandRefused):
        session.triage.resolve_mine(conflict.pending.event.id)
