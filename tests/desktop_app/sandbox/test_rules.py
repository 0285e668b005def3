"""Rules across entities: what does not exist, or must not be, is refused by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Extension
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.commands import Author
from tests.support.small_city import CATEGORY, CO, LEAD, OTHER, TEAM, UNITS, WARD_CODE, SmallCity

JOB = {"lead_unit": LEAD, "owner": "o-handler", "deliverable": "Thông cống", "co_processors": []}
DOWN = {"unit": TEAM, "owner": "o-team", "deliverable": "Thông cống"}


def send(
    city: SmallCity, who: str, command: str, state: State, payload: dict[str, Any], **changes: object
) -> tuple[str, str | None, str | None]:
    """Send one command on a fresh report; return status, rule, field."""
    report = city.put(state, **changes)
    with city.service.engine.connect() as connection:
        actor = city.service.people.actor(connection, who, city.service.now())
    assert actor is not None
    sent = SentEvent(
        id=new_id(), type=command, entity="report", entity_id=report.id, base_version=report.version,
        occurred_at=city.service.now(), payload=payload,
    )  # fmt: skip
    result = city.service.commands.carry_out(sent, Author(actor, who))
    return result["status"], result.get("rule"), result.get("field")


def due(city: SmallCity, days: float = 5) -> str:
    return (city.service.now() + timedelta(days=days)).isoformat()


APPLIED = ("applied", None, None)


@pytest.mark.parametrize("owner", ["o-handler", "o-team", LEAD, TEAM])
def test_an_assignment_goes_to_a_unit_or_officer_below_the_lead(city: SmallCity, owner: str) -> None:
    payload = {**JOB, "owner": owner, "co_processors": [CO], "due_at": due(city)}
    assert send(city, "o-dispatcher", "distribute", State.VERIFIED, payload) == APPLIED


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"lead_unit": "u-nowhere"}, "lead_unit"),
        ({"owner": "o-nobody"}, "owner"),
        ({"owner": "o-other"}, "owner"),
        ({"owner": OTHER}, "owner"),
        ({"co_processors": ["u-nowhere"]}, "co_processors"),
        ({"co_processors": [LEAD]}, "co_processors"),
    ],
)
def test_an_assignment_names_what_exists(city: SmallCity, changed: dict[str, Any], field: str) -> None:
    payload = {**JOB, "due_at": due(city), **changed}
    assert send(city, "o-dispatcher", "distribute", State.VERIFIED, payload) == ("rejected", "payload", field)


def test_a_due_time_lies_ahead(city: SmallCity) -> None:
    past = {**JOB, "due_at": due(city, -0.1)}
    refused = ("rejected", "payload", "due_at")
    assert send(city, "o-dispatcher", "distribute", State.VERIFIED, past) == refused
    assert (
        send(city, "o-handler", "hand_down", State.DISTRIBUTED, {**DOWN, "due_at": due(city, -1)}) == refused
    )


def test_a_closed_unit_gets_nothing(city: SmallCity) -> None:
    today = city.service.now().date()
    closed = replace(next(unit for unit in UNITS if unit.id == TEAM), valid_to=today - timedelta(days=2))
    with city.service.writer.transaction() as connection:
        city.service.entities.put(connection, "unit", TEAM, wire.encode(closed), audience.EVERYONE)
    payload = {**JOB, "lead_unit": TEAM, "owner": TEAM, "due_at": due(city)}
    assert send(city, "o-dispatcher", "distribute", State.VERIFIED, payload)[2] == "lead_unit"


def test_work_goes_down_never_sideways_or_up(city: SmallCity) -> None:
    assert send(city, "o-handler", "hand_down", State.DISTRIBUTED, {**DOWN, "due_at": due(city)}) == APPLIED
    for unit, owner in ((OTHER, "o-other"), ("u-city", "u-city"), (LEAD, "o-handler")):
        payload = {**DOWN, "unit": unit, "owner": owner, "due_at": due(city)}
        refused = send(city, "o-handler", "hand_down", State.DISTRIBUTED, payload)
        assert refused == ("rejected", "outside_subtree", "unit")


def test_an_original_is_another_report_and_itself_no_duplicate(city: SmallCity) -> None:
    original, duplicate = city.put(), city.put(State.DUPLICATE)
    private = city.put(private=True)
    wanted = {
        original.id: APPLIED,
        duplicate.id: ("rejected", "original_is_duplicate", "original_id"),
        private.id: ("rejected", "payload", "original_id"),
        new_id(): ("rejected", "payload", "original_id"),
    }
    for target, outcome in wanted.items():
        payload = {"original_id": target}
        assert send(city, "o-dispatcher", "mark_duplicate", State.VERIFIED, payload) == outcome


def test_a_report_is_not_its_own_original(city: SmallCity) -> None:
    own = new_id()
    refused = send(city, "o-dispatcher", "mark_duplicate", State.VERIFIED, {"original_id": own}, id=own)
    assert refused == ("rejected", "payload", "original_id")


def test_a_merge_goes_into_an_open_report(city: SmallCity) -> None:
    assert send(city, "o-dispatcher", "merge", State.VERIFIED, {"into_id": city.put().id}) == APPLIED
    closed = city.put(State.CLOSED).id
    refused = send(city, "o-dispatcher", "merge", State.VERIFIED, {"into_id": closed})
    assert refused == ("rejected", "payload", "into_id")


def test_verification_names_a_known_category_and_ward(city: SmallCity) -> None:
    good = {"category": CATEGORY, "place": {"unit_code": WARD_CODE}, "identity_checked": True}
    assert send(city, "o-dispatcher", "verify", State.RECEIVED, good) == APPLIED
    for changed, field in (({"category": "none"}, "category"), ({"place": {"unit_code": "00000"}}, "place")):
        refused = send(city, "o-dispatcher", "verify", State.RECEIVED, {**good, **changed})
        assert refused == ("rejected", "payload", field)


def test_a_review_is_on_a_later_day(city: SmallCity) -> None:
    today = {"review_date": city.service.now().date().isoformat()}
    refused = send(city, "o-handler", "monitor", State.IN_PROGRESS, today)
    assert refused == ("rejected", "payload", "review_date")


def test_an_extension_counts_from_the_old_due_date(city: SmallCity) -> None:
    asked = {"code": "weather", "text": "Mưa lớn"}
    earlier, later = {**asked, "new_due_at": due(city, 8)}, {**asked, "new_due_at": due(city, 20)}
    refused = send(city, "o-handler", "request_extension", State.IN_PROGRESS, earlier)
    assert refused == ("rejected", "payload", "new_due_at")
    assert send(city, "o-handler", "request_extension", State.IN_PROGRESS, later) == APPLIED


def test_only_an_extension_that_was_asked_for_is_decided_once(city: SmallCity) -> None:
    pending = Extension("weather", city.service.now() + timedelta(days=20), "Mưa lớn", "o-handler")
    decide = (city, "o-dispatcher", "decide_extension", State.IN_PROGRESS, {"granted": True})
    assert send(*decide)[1] == "nothing_asked"
    assert send(*decide, extension=pending) == APPLIED
    assert send(*decide, extension=replace(pending, granted=False))[1] == "nothing_asked"


def test_an_answer_is_published_by_a_unit_that_exists(city: SmallCity) -> None:
    payload = {"text": "x", "outcome": "fixed", "publisher_unit": "u-nowhere", "content_sha256": "0" * 64}
    refused = send(city, "o-handler", "submit", State.IN_PROGRESS, payload)
    assert refused == ("rejected", "payload", "publisher_unit")
