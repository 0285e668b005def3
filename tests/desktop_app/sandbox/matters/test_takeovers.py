"""*Bàn giao*: everything open changes hands once the other accepts; clocks run on, secrets stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain.delegation import Takeover
from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from desktop_app.sandbox import wire
from tests.support.arranging import APPLIED, arrange, outcome
from tests.support.small_city import LEAD, OTHER, SmallCity

OFFER = {"from_person": "o-handler", "to_person": "o-colleague", "note": "Xem kỹ vụ Bà Triệu", "drafts": []}


def offered(city: SmallCity, **changes: Any) -> str:  # noqa: ANN401 - any entry of the payload
    made, result = arrange(city, "o-handler", "offer_takeover", "takeover", {**OFFER, **changes})
    assert outcome(result) == APPLIED
    return made


def known(city: SmallCity, takeover: str) -> Takeover:
    with city.service.engine.connect() as connection:
        data = city.service.entities.data(connection, "takeover", takeover)
    return wire.decode(data, Takeover)


def answered(city: SmallCity, takeover: str, who: str = "o-colleague", *, accepted: bool = True) -> Any:  # noqa: ANN401
    said = {"accepted": accepted, "text": ""}
    return outcome(arrange(city, who, "answer_takeover", "takeover", said, takeover)[1])


def test_open_work_goes_over_and_keeps_its_clock(city: SmallCity) -> None:
    open_one, done = city.put(State.IN_PROGRESS), city.put(State.CLOSED)
    takeover = offered(city)
    assert known(city, takeover).reports == (open_one.id,)
    assert city.read(open_one.id).assignment == open_one.assignment
    assert answered(city, takeover) == APPLIED
    moved = city.read(open_one.id)
    assert moved.assignment is not None
    assert open_one.assignment is not None
    assert moved.assignment.owner == "o-colleague"
    assert moved.assignment.due_at == open_one.assignment.due_at
    assert moved.field_versions["workflow"] == moved.version == open_one.version + 1
    assert city.read(done.id) == done
    with city.service.engine.connect() as connection:
        line = city.service.entities.timeline(connection, open_one.id)[-1]
    assert (line.kind, line.by, line.text, line.public) == ("take_over", "o-colleague", OFFER["note"], False)


def test_what_was_closed_or_given_away_meanwhile_stays(city: SmallCity) -> None:
    report = city.put(State.IN_PROGRESS)
    takeover = offered(city)
    given = Assignment(LEAD, "o-approver", "Khác", city.service.now() + timedelta(days=2))
    with city.service.writer.transaction() as connection:
        elsewhere = replace(report, version=9, assignment=given)
        city.service.entities.put_report(connection, elsewhere)
    assert answered(city, takeover) == APPLIED
    assert city.read(report.id) == elsewhere


def test_declined_and_withdrawn_change_nothing(city: SmallCity) -> None:
    report = city.put(State.IN_PROGRESS)
    first = offered(city)
    assert answered(city, first, accepted=False) == APPLIED
    second = offered(city)
    assert outcome(arrange(city, "o-handler", "withdraw_takeover", "takeover", {}, second)[1]) == APPLIED
    assert [known(city, one).state for one in (first, second)] == ["declined", "withdrawn"]
    assert answered(city, second) == ("rejected", "is_over", None)
    assert city.read(report.id) == report


def test_only_the_other_answers(city: SmallCity) -> None:
    city.put(State.IN_PROGRESS)
    takeover = offered(city)
    for who in ("o-handler", "o-approver", "o-other"):
        assert answered(city, takeover, who) == ("not_found", None, None)
    withdrawn = arrange(city, "o-colleague", "withdraw_takeover", "takeover", {}, takeover)[1]
    assert outcome(withdrawn) == ("not_found", None, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"to_person": "o-other"}, ("outside_unit", "to_person")),
        ({"to_person": "o-handler"}, ("payload", "to_person")),
        ({"to_person": "o-hotline"}, ("payload", "to_person")),
        ({"from_person": "o-nobody"}, ("payload", "from_person")),
        ({"from_person": "o-colleague"}, ("not_yours", None)),
        ({"note": " "}, ("payload", "note")),
    ],
)
def test_what_cannot_be_handed_over(
    city: SmallCity, changes: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    city.put(State.IN_PROGRESS)
    refused = arrange(city, "o-handler", "offer_takeover", "takeover", {**OFFER, **changes})[1]
    assert outcome(refused) == ("rejected", *expected)


def test_without_open_work_there_is_nothing_to_hand(city: SmallCity) -> None:
    refused = arrange(city, "o-handler", "offer_takeover", "takeover", OFFER)[1]
    assert outcome(refused) == ("rejected", "nothing_open", "from_person")


def test_drafts_pass_only_on_reports_that_the_other_may_see(city: SmallCity) -> None:
    shared = city.put(State.IN_PROGRESS)
    job = Assignment(OTHER, "o-other", "x", city.service.now() + timedelta(days=2))
    foreign = city.put(State.IN_PROGRESS, assignment=job)
    private = city.put(State.RECEIVED, private=True)
    drafts = [
        {"report_id": one.id, "text": "Kính gửi", "outcome": None} for one in (shared, foreign, private)
    ]
    takeover = known(city, offered(city, drafts=drafts))
    assert [draft.report_id for draft in takeover.drafts] == [shared.id]


def test_a_leader_offers_for_who_has_left(city: SmallCity) -> None:
    report = city.put(State.IN_PROGRESS)
    _, result = arrange(
        city, "o-approver", "offer_takeover", "takeover", {**OFFER, "to_person": "o-colleague"}
    )
    assert outcome(result) == APPLIED
    assert report.assignment is not None
