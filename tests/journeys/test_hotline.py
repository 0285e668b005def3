"""A shift at the hotline over the wire: a call with the cable out, its code, the next shift, who called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain import payloads
from desktop_app.domain.caller import Caller
from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import NoticeKind
from desktop_app.domain.outbox import OutboxState, SentEvent
from desktop_app.domain.report import Place
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, LockReason
from desktop_app.sandbox.commands import Author
from desktop_app.session import Session
from desktop_app.triage.calls import CallDraft, Calls
from desktop_app.triage.shifts import Shifts
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until
from tests.support.small_city import CATEGORY, WARD_CODE

if TYPE_CHECKING:
    from desktop_app.domain.hotline import Handover

WRITTEN = CallDraft("Cống nghẹt trước chợ", "Nước tràn lên đường", WARD_CODE, "12 Lê Lợi", promise="Gọi lại")
WHO = Caller("Bà Sáu", "0914 000 111")


def calls_of(bench: Workbench, session: Session) -> Calls:
    enrolment = bench.core.enrolment
    assert enrolment is not None
    key = enrolment.bundle.reporter_key
    return Calls(session.person, session.store, session.triage, bench.core.clock, lambda: key)


def shifts_of(bench: Workbench, session: Session) -> Shifts:
    return Shifts(session.person, session.store, session.triage, bench.core.clock)


def shift_in(session: Session) -> Handover | None:
    return next(iter(session.store.handovers.newest()), None)


def test_a_call_taken_offline_gets_its_code_and_goes_to_the_next_shift(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-hotline"))
    session = enrolled.synced(enrolled.sign_in())
    calls = calls_of(enrolled, session)
    enrolled.gate.refuse()
    sealed = calls.seal(WHO)
    call = calls.take(replace(WRITTEN, caller=sealed))
    until(lambda: session.status.contact is Contact.OFFLINE, 30, "the offline mark")
    assert calls.taken()[0].number == call.reference
    enrolled.gate.open()
    until(lambda: calls.taken()[0].code, 60, "the code of the call")
    report = enrolled.city.read(call.report_id)
    assert (calls.taken()[0].number, report.state, report.source) == (report.code, State.RECEIVED, "hotline")
    until(lambda: session.store.reports.has(report.id), 30, "the report by the feed")

    shifts = shifts_of(enrolled, session)
    shifts.hand_over("Tai nghe bàn 2 hỏng", shifts.open_items())
    until(lambda: shift_in(session), 60, "the shift in the feed")
    enrolled.core.lock(LockReason.CARD_REMOVED)
    enrolled.readers.remove(DESK)

    enrolled.insert(enrolled.city.card("o-dispatcher"))
    other = enrolled.synced(enrolled.sign_in())
    handed = until(lambda: shift_in(other), 30, "the shift at the next desk")
    assert handed is not None
    assert [(item.reference, item.promise) for item in handed.items] == [(report.code, "Gọi lại")]
    shifts_of(enrolled, other).take_over(handed)
    until(lambda: (found := shift_in(other)) and found.taken_by == "o-dispatcher", 60, "the word taken over")
    place = Place(WARD_CODE, "12 Lê Lợi")
    verify = payloads.Verify(CATEGORY, place, identity_checked=True)
    pending = other.triage.do(other.store.reports.get(report.id), Command.VERIFY, verify)
    until(lambda: _state(other, pending.event.id) is OutboxState.ACKNOWLEDGED, 60, "the verification")
    found = enrolled.city.service.caller_book.look_up(report.id, other.triage.actor, "Hỏi lại số nhà")
    assert [one.caller for one in found] == [WHO]


def test_what_a_colleague_does_is_told_with_its_reason(enrolled: Workbench) -> None:
    report = enrolled.city.put(State.IN_PROGRESS)
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    until(lambda: session.store.reports.has(report.id), 30, "the report")
    assert NoticeKind.URGED not in _told(session)
    _urge(enrolled, report.id)
    until(lambda: NoticeKind.URGED in _told(session), 60, "the notification")
    assert session.store.notices.unread()[0] >= 1
    session.triage.opened(report.id)
    assert session.store.notices.unread() == (0, 0)


def _urge(bench: Workbench, report_id: str) -> None:
    """A supervisor's desk, as the centre sees it."""
    service = bench.city.service
    with service.engine.connect() as connection:
        actor = service.people.actor(connection, "o-supervisor", service.now())
    assert actor is not None
    event = SentEvent(
        id=new_id(), type="urge", entity="report", entity_id=report_id, base_version=5,
        occurred_at=service.now(), payload={"text": "Sắp đến hạn"},
    )  # fmt: skip
    assert service.commands.carry_out(event, Author(actor, "Đặng Giám Sát"))["status"] == "applied"


def _told(session: Session) -> set[NoticeKind]:
    return {one.kind for one in session.store.notices.newest()}


def _state(session: Session, event_id: str) -> OutboxState | None:
    pending = session.store.outbox.get(event_id)
    return pending.state if pending else None
