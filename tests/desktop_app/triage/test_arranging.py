"""What is arranged is asked of a real centre over HTTP; refusals name rule and field; drafts travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.api import events
from desktop_app.api.events import EventResult, PushAnswer, Status
from desktop_app.bus import Bus
from desktop_app.domain.delegation import HandedDraft, Right, Takeover
from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import Delegate, MatterCommand
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.store.account import AccountStore
from desktop_app.triage.arranging import Arranging, ArrangingRefused, drafts_to_hand, keep_drafts, open_work
from desktop_app.triage.triage import DraftContent, Triage
from tests.desktop_app.store.builders import KEY, report_json
from tests.desktop_app.store.test_projection import HANDLER
from tests.support.clock import ManualClock

REPORT = new_id()


@dataclass
class Line:
    """Stands where the centre's connection stands."""

    closed: int = 0

    def open(self) -> Line:
        return self

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the centre answers next, and what it was sent."""
    said: dict[str, Any] = {"status": Status.APPLIED}

    def send(_session: object, _token: object, sent: list[Any]) -> PushAnswer:
        said["sent"] = sent[0]
        if said["status"] is None:
            return PushAnswer()
        result = EventResult(sent[0].id, said["status"], rule=said.get("rule"), field=said.get("field"))
        return PushAnswer({sent[0].id: result})

    monkeypatch.setattr(events, "send", send)
    return said


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    clock = ManualClock()
    made = AccountStore.open(tmp_path / "a.db", KEY, "a", now=clock.now)
    made.adopt(HANDLER, {"id": HANDLER.person_id})
    with made.write() as tx:
        made.reports.put_base(tx, report_json(id=REPORT))
    yield made
    made.close()


def absence(**changes: Any) -> Delegate:  # noqa: ANN401 - any entry
    now = ManualClock().now()
    values = {"from_person": "a", "to_person": "b", "rights": (Right.HANDLE,), "starts": now,
              "ends": now + timedelta(days=2), **changes}  # fmt: skip
    return Delegate(**values)


def test_it_is_one_event_over_a_connection_of_its_own(answered: dict[str, Any]) -> None:
    line = Line()
    made = Arranging(line, object(), ManualClock().now).send(MatterCommand.DELEGATE, absence())  # type: ignore[arg-type]
    sent = answered["sent"]
    assert (sent.type, sent.entity, sent.entity_id, sent.touches) == ("delegate", "delegation", made, (made,))
    assert list(sent.payload["rights"]) == ["handle"]
    assert line.closed == 1


def test_what_is_known_keeps_its_id(answered: dict[str, Any]) -> None:
    asking = Arranging(Line(), object(), ManualClock().now)  # type: ignore[arg-type]
    assert asking.send(MatterCommand.END_DELEGATION, Nothing(), "d-1") == "d-1"
    assert answered["sent"].entity_id == "d-1"


@pytest.mark.parametrize(
    ("answer", "refusal", "field"),
    [
        (
            {"status": Status.REJECTED, "rule": "outside_unit", "field": "to_person"},
            "outside_unit",
            "to_person",
        ),
        ({"status": Status.NOT_FOUND}, "not_found", None),
        ({"status": None}, "not_found", None),
    ],
)
def test_a_refusal_carries_rule_and_field(
    answered: dict[str, Any], answer: dict[str, Any], refusal: str, field: str | None
) -> None:
    answered.update(answer)
    line = Line()
    with pytest.raises(ArrangingRefused) as told:
        Arranging(line, object(), ManualClock().now).send(MatterCommand.DELEGATE, absence())  # type: ignore[arg-type]
    assert (told.value.refusal, told.value.field) == (refusal, field)
    assert line.closed == 1


def test_a_bad_entry_is_named_here_or_there(answered: dict[str, Any]) -> None:
    asking = Arranging(Line(), object(), ManualClock().now)  # type: ignore[arg-type]
    with pytest.raises(PayloadInvalid):
        asking.send(MatterCommand.DELEGATE, absence(rights=()))
    assert "sent" not in answered
    answered.update(status=Status.REJECTED, rule="payload", field="ends")
    with pytest.raises(PayloadInvalid) as told:
        asking.send(MatterCommand.DELEGATE, absence())
    assert told.value.field == "ends"


def test_open_work_and_drafts_of_the_store_are_found(store: AccountStore) -> None:
    report = store.reports.get(REPORT)
    assert report.assignment is not None
    assert open_work(store, report.assignment.owner) == 1
    assert open_work(store, "nobody") == 0
    triage = Triage(HANDLER, store, Bus(), ManualClock(), lambda: None)
    triage.save_draft(report.id, DraftContent("một"))
    triage.save_draft(report.id, DraftContent("hai"))
    assert drafts_to_hand(store) == (HandedDraft(report.id, "hai"),)


def test_drafts_taken_over_never_replace_ones_own(store: AccountStore) -> None:
    triage = Triage(HANDLER, store, Bus(), ManualClock(), lambda: None)
    report_id = REPORT
    taken = Takeover(
        "t", "a", "b", "x", (report_id,), "a", ManualClock().now(), (HandedDraft(report_id, "của bạn"),)
    )
    assert keep_drafts(triage, taken) == 1
    triage.save_draft(report_id, DraftContent("của tôi"))
    assert keep_drafts(triage, taken) == 0
    assert triage.draft(report_id) == DraftContent("của tôi")
