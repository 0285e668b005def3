"""A unit's question for the citizen: wanted at one desk, sent at another, answered to both."""

from __future__ import annotations

from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import NoticeKind
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.payloads import AskCitizen
from desktop_app.domain.report import Report
from desktop_app.domain.roles import SYSTEM
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.commands import Author
from desktop_app.session import Session
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.journeys.test_photos import get, seated
from tests.journeys.workbench import Workbench
from tests.support.deadline import until


def told(session: Session) -> set[NoticeKind]:
    return {one.kind for one in session.store.notices.newest()}


def replied(bench: Workbench, report_id: str) -> None:
    """The citizen replies on the public page."""
    service = bench.city.service
    event = SentEvent(
        id=new_id(), type="reply", entity="report", entity_id=report_id,
        base_version=bench.city.read(report_id).version, occurred_at=service.now(), payload={"text": "Số 12"},
    )  # fmt: skip
    assert service.commands.carry_out(event, Author(SYSTEM, "Người phản ánh"))["status"] == "applied"


def test_a_question_goes_through_the_dispatcher_and_the_reply_comes_back_to_both(enrolled: Workbench) -> None:
    report = enrolled.city.put(State.IN_PROGRESS)
    handlers = enrolled.city.card("o-handler")
    enrolled.insert(handlers)
    handler = enrolled.synced(enrolled.sign_in())
    handler.triage.do(handler.store.reports.get(report.id), Command.ASK_CITIZEN, AskCitizen("Nhà số mấy?"))
    enrolled.settled(handler)
    wanted = enrolled.city.read(report.id)
    assert (wanted.state, wanted.question_wanted) == (State.IN_PROGRESS, "Nhà số mấy?")
    assert "Nhà số mấy?" not in get(enrolled, f"/p/{wanted.code}").text

    dispatcher = seated(enrolled, "o-dispatcher")
    here = until(lambda: _here(dispatcher, report.id), 30, "the unit's question at the dispatcher's")
    assert here is not None
    assert here.question_wanted == "Nhà số mấy?"
    waiting = dispatcher.store.inbox.rows(
        dispatcher.store.inbox.ids(InboxQuery(filter=QuickFilter.WAITING_FOR_ME), 50)
    )
    assert report.id in {row.id for row in waiting}
    dispatcher.triage.do(here, Command.ASK_CITIZEN, AskCitizen("Nhà ở số mấy, kiệt nào?"))
    enrolled.settled(dispatcher)
    asked = enrolled.city.read(report.id)
    assert (asked.state, asked.question, asked.question_wanted) == (
        State.AWAITING_CITIZEN, "Nhà ở số mấy, kiệt nào?", None,
    )  # fmt: skip
    page = get(enrolled, f"/p/{asked.code}").text
    assert "Nhà ở số mấy, kiệt nào?" in page
    assert "Nhà số mấy?" not in page

    replied(enrolled, report.id)
    until(lambda: NoticeKind.REPLIED in told(dispatcher), 60, "the reply at the dispatcher's")
    handler = seated(enrolled, "o-handler", handlers)
    until(lambda: NoticeKind.REPLIED in told(handler), 60, "the reply at the handler's")
    assert handler.store.reports.get(report.id).state is State.IN_PROGRESS


def _here(session: Session, report_id: str) -> Report | None:
    found = session.store.reports.get(report_id) if session.store.reports.has(report_id) else None
    return found if found is not None and found.question_wanted else None
