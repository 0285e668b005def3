"""A line of unsent work names its report, also one that has left, and the centre's reason."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.hotline import HANDOVER, HotlineCommand
from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.domain.payloads import Nothing, Text
from desktop_app.domain.workflow import Command
from tests.ui.desk.test_desk import Seat
from tests.ui.seated import Workplace
from ui.sync.unsent_words import loss, report_title, standing, unsent_title
from ui.widgets.toast import Toast


def test_a_report_is_named_by_code_and_title(workplace: Workplace) -> None:
    report = workplace.first("distributed")
    assert report_title(workplace.session.store, report.id) == f"{report.code} · {report.title}"
    assert report_title(workplace.session.store, "gone") == "no longer with you"


def test_the_centre_s_reason_follows_the_state(workplace: Workplace) -> None:
    pending = workplace.session.triage.do(workplace.first("distributed"), Command.ACCEPT, Nothing())
    assert pending.state is OutboxState.HELD
    assert ":" not in standing(pending)
    outbox = workplace.session.store.outbox
    outbox.release_due(pending.held_until or workplace.clock.now())
    assert outbox.refuse(pending.event.id, {"rule": "version_mismatch"})
    refused = outbox.get(pending.event.id)
    assert refused is not None
    assert " · " in standing(refused)


def test_a_call_that_is_no_report_yet_is_named_by_its_temporary_number(workplace: Workplace) -> None:
    store = workplace.session.store
    call = event(HotlineCommand.RECEIVE, {"reference": "048 213", "title": "Cống nghẹt"})
    assert unsent_title(store, call) == "No. 048 213 · Cống nghẹt"
    assert unsent_title(store, event(HotlineCommand.TAKE_OVER, {}, HANDOVER)) == "Shift of the hotline"
    joined = event(HotlineCommand.RECEIVE, {"joins": True, "title": "x"})
    assert unsent_title(store, joined) == "no longer with you"


def test_what_a_lost_card_would_cost_is_counted() -> None:
    assert loss(3) == "Losing the card loses the unsent work (3)."


def event(command: HotlineCommand, payload: dict[str, object], entity: str = "report") -> Event:
    """Return an event of the hotline."""
    return Event(
        id="e", type=command, entity=entity, entity_id="gone", base_version=0,
        occurred_at=datetime(2026, 3, 2, tzinfo=UTC), payload=payload,
    )  # fmt: skip


def test_unsent_work_says_what_a_lost_card_would_cost(workplace: Workplace, seat: Seat) -> None:
    workplace.session.triage.do(workplace.first("in_progress"), Command.NOTE, Text("Đã gọi"))
    said = {toast.accessibleName() for toast in seat(workplace).findChildren(Toast)}
    assert "Losing the card loses the unsent work (1)." in said
