"""The second client again, beside the reports: absences, work handed over, lists, campaigns, calls, shifts.

What is none of its business answers as what does not exist; and what a misconduct report has to do with any
of it shows in no refusal, list, draft, code or timeline of anybody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.digest import SLICES
from desktop_app.domain.hotline import Receive
from desktop_app.domain.ids import new_id
from desktop_app.domain.organisation import Officer
from desktop_app.domain.report import Assignment, Place, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from tests.support.arranging import APPLIED, absence, arrange, command, employ, outcome
from tests.support.desk_client import DeskClient, event
from tests.support.sandbox_server import ON_BOTH, SandboxServer
from tests.support.small_city import CATEGORY, IOC, LEAD, WARD_CODE, SmallCity
from tests.support.spies import Look, Spy, questions, signed_in

pytestmark = ON_BOTH
KINDS = ("delegation", "takeover", "list", "handover")
OFFER = {"from_person": "o-handler", "to_person": "o-colleague", "note": "Xem kỹ", "drafts": []}
CALL = payloads.encode(Receive("Cống nghẹt", "Nước tràn", Place(WARD_CODE, "12 Lê Lợi"), "048 213", CATEGORY))


@pytest.fixture
def outsider(sandbox: SandboxServer) -> Iterator[Spy]:
    """A handler of a unit that has nothing to do with anything here."""
    with signed_in(sandbox, "o-other") as desk:
        yield Spy(desk)


@pytest.fixture
def call_taker(sandbox: SandboxServer) -> Iterator[DeskClient]:
    with signed_in(sandbox, "o-hotline") as desk:
        yield desk


def told(desk: DeskClient, kind: str, entity: str, entity_id: str, payload: dict[str, Any]) -> Look:
    """Send one command on something; how it is answered."""
    asked = event(kind, entity_id, 0, payload, entity=entity)
    sent = desk.call("POST", "/v1/sync/events", token=desk.token, json={"events": [asked]})
    [result] = sent.json()["results"]
    return sent.status_code, len(sent.content), f"{result['status']} {result.get('rule')}"


def touch(desk: DeskClient, ids: dict[str, str]) -> dict[str, Look]:
    """Every command on what another arranged."""
    answer = {"accepted": True, "text": ""}
    return {
        "end_delegation": told(desk, "end_delegation", "delegation", ids["delegation"], {}),
        "answer_takeover": told(desk, "answer_takeover", "takeover", ids["takeover"], answer),
        "withdraw_takeover": told(desk, "withdraw_takeover", "takeover", ids["takeover"], {}),
        "unshare_list": told(desk, "unshare_list", "list", ids["list"], {}),
        "take_over": told(desk, "take_over", "handover", ids["handover"], {"items": 0}),
    }


def read(desk: DeskClient, ids: dict[str, str]) -> list[tuple[int, int]]:
    """Ask for the rows by name."""
    asked = ({"entity": kind, "ids": [ids[kind]]} for kind in KINDS)
    rows = [desk.call("POST", "/v1/sync/rows", token=desk.token, json=body) for body in asked]
    return [(answer.status_code, len(answer.content)) for answer in rows]


def slices(spy: Spy) -> set[tuple[int, int]]:
    """All members that the feed's comparison tells, slice by slice."""
    desk, params = spy.desk, {"cursor": spy.cursor}
    paths = [f"/v1/sync/digest/{kind}/{part}" for kind in KINDS for part in range(SLICES)][::7]
    answers = [desk.call("GET", path, token=desk.token, params=params) for path in paths]
    return {(answer.status_code, len(answer.content)) for answer in answers}


def arranged(city: SmallCity) -> dict[str, str]:
    """Somebody is away, hands work over, shares a list, ends a shift."""
    city.put(State.IN_PROGRESS)
    away = absence(city, "o-handler", "o-colleague", "handle")
    done = {
        "delegation": arrange(city, "o-handler", "delegate", "delegation", away),
        "takeover": arrange(city, "o-handler", "offer_takeover", "takeover", OFFER),
        "list": arrange(city, "o-handler", "share_list", "list", {"name": "Ngập", "query": {}}),
        "handover": arrange(city, "o-hotline", "hand_over", "handover", {"notes": "Yên", "items": []}),
    }
    assert [outcome(result) for _, result in done.values()] == [APPLIED] * len(done)
    return {kind: made for kind, (made, _) in done.items()}


def test_what_others_arranged_is_as_unknown_as_nothing(sandbox: SandboxServer, outsider: Spy) -> None:
    outsider.feed()
    nothing = {kind: new_id() for kind in KINDS}
    quiet = (outsider.feed(), outsider.sums(), slices(outsider))
    unknown = touch(outsider.desk, nothing), read(outsider.desk, nothing)
    asked = questions(sandbox, lambda: touch(outsider.desk, nothing))
    there = arranged(sandbox.city)
    assert (outsider.feed(), outsider.sums(), slices(outsider)) == quiet
    assert (touch(outsider.desk, there), read(outsider.desk, there)) == unknown
    assert questions(sandbox, lambda: touch(outsider.desk, there)) == asked


def test_a_campaign_is_everybody_s_and_says_nothing_of_who_tagged(
    sandbox: SandboxServer, outsider: Spy
) -> None:
    today = sandbox.service.now().date()
    opened = {"name": "Ngày Chủ nhật xanh", "starts": f"{today}", "ends": f"{today + timedelta(days=9)}"}
    assert outcome(arrange(sandbox.city, "o-dispatcher", "open_campaign", "campaign", opened)[1]) == APPLIED
    outsider.feed()
    quiet = (outsider.feed(), outsider.sums())
    hidden = sandbox.city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    tag = {"add": ["ngay chu nhat xanh"], "remove": []}
    command(sandbox.city, "o-misconduct", "tag", hidden.id, tag)
    assert (outsider.feed(), outsider.sums()) == quiet


def owned(city: SmallCity, **changes: Any) -> Report:  # noqa: ANN401 - any field
    """A report that the handler owns."""
    job = Assignment(LEAD, "o-handler", "Thông cống", city.service.now() + timedelta(days=9))
    return city.put(State.IN_PROGRESS, assignment=job, **changes)


@pytest.mark.parametrize("who", ["o-handler", "o-approver"])
def test_a_handover_knows_no_misconduct_report(city: SmallCity, who: str) -> None:
    """Neither its list, nor the drafts that pass with it, nor the refusal of an empty one."""
    empty = arrange(city, who, "offer_takeover", "takeover", OFFER)[1]
    hidden = owned(city, private=True, code="TD-ABCDEFGH")
    again = arrange(city, who, "offer_takeover", "takeover", OFFER)[1]
    assert outcome(again) == outcome(empty) == ("rejected", "nothing_open", "from_person")
    draft = {"report_id": hidden.id, "text": "Kính gửi", "outcome": None}
    made, result = arrange(city, who, "offer_takeover", "takeover", {**OFFER, "drafts": [draft]})
    assert outcome(result) == APPLIED
    with city.service.engine.connect() as connection:
        data = city.service.entities.data(connection, "takeover", made)
    assert data is not None
    assert (data["reports"], data["drafts"]) == ([], [])


def test_what_became_secret_after_the_offer_does_not_change_hands(city: SmallCity) -> None:
    report = owned(city)
    made, _ = arrange(city, "o-handler", "offer_takeover", "takeover", OFFER)
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(connection, replace(report, private=True, version=9))
    said = {"accepted": True, "text": ""}
    assert outcome(arrange(city, "o-colleague", "answer_takeover", "takeover", said, made)[1]) == APPLIED
    assert city.read(report.id).assignment == report.assignment


def test_no_delegation_leads_to_a_misconduct_report(sandbox: SandboxServer) -> None:
    """Not even one by somebody who receives them: the deputy answers for the unit, not for the secret."""
    city = sandbox.city
    employ(city, Officer("o-leader", "Lý Trưởng", IOC, (Role.MISCONDUCT_RECIPIENT, Role.APPROVER)))
    hidden = city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    with signed_in(sandbox, "o-publisher") as desk:
        spy = Spy(desk)
        spy.feed()
        unknown = spy.look(new_id(), "TD-ZZZZZZZZ", "0" * 32)
        away = absence(city, "o-leader", "o-publisher", "approve")
        assert outcome(arrange(city, "o-leader", "delegate", "delegation", away)[1]) == APPLIED
        changes, _ = desk.drain(spy.cursor)
        assert {change["entity"] for change in changes} <= {"delegation"}
        assert spy.look(hidden.id, "TD-ABCDEFGH", "0" * 32) == unknown


def test_a_call_joins_a_misconduct_report_as_it_joins_nothing(
    sandbox: SandboxServer, call_taker: DeskClient
) -> None:
    hidden = sandbox.city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    joins = {**CALL, "joins": True}
    unknown = told(call_taker, "receive", "report", new_id(), joins)
    assert unknown[2] == "not_found None"
    assert told(call_taker, "receive", "report", hidden.id, joins) == unknown

    def asked(report_id: str) -> list[str]:
        return questions(sandbox, lambda: told(call_taker, "receive", "report", report_id, joins))

    assert asked(hidden.id) == asked(new_id())


def test_misconduct_takes_no_number_of_the_ordinary_series(
    sandbox: SandboxServer, call_taker: DeskClient
) -> None:
    def code() -> int:
        [result] = call_taker.send(event("receive", new_id(), 0, CALL))
        assert result["status"] == "applied", result
        return int(result["code"].rpartition("-")[2])

    first = code()
    hidden = sandbox.city.put(State.VERIFIED, private=True, code="TD-ABCDEFGH", assignment=None)
    split = {"titles": ["Một", "Hai"]}
    assert command(sandbox.city, "o-misconduct", "split", hidden.id, split)["status"] == "applied"
    assert code() == first + 1


@pytest.mark.parametrize(("kind", "field"), [("merge", "into_id"), ("mark_duplicate", "original_id")])
def test_no_command_ties_an_ordinary_report_to_a_secret_one(city: SmallCity, kind: str, field: str) -> None:
    """Even by who sees both: followers, originals and timelines of the one would tell of the other."""
    employ(city, Officer("o-both", "Tô Cả Hai", IOC, (Role.MISCONDUCT_RECIPIENT, Role.DISPATCHER)))
    plain = city.put(State.RECEIVED, assignment=None)
    hidden = city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    payload = {field: hidden.id, "text": "Trùng"}
    tied = command(city, "o-both", kind, plain.id, payload)
    assert outcome(tied) == ("rejected", "payload", field)
    assert outcome(command(city, "o-both", kind, plain.id, {**payload, field: new_id()})) == outcome(tied)
    if kind == "merge":
        back = command(city, "o-both", kind, hidden.id, {**payload, field: plain.id})
        assert outcome(back) == ("rejected", "payload", field)


def test_what_became_secret_leaves_no_code_with_what_was_merged_into_it(city: SmallCity) -> None:
    target, follower = (city.put(State.RECEIVED, assignment=None) for _ in range(2))
    merged = command(
        city, "o-dispatcher", "merge", follower.id, {"into_id": target.id, "text": "Cùng một vụ"}
    )
    assert merged["status"] == "applied", merged
    with city.service.writer.transaction() as connection:
        secret = replace(city.read(target.id), private=True, code="TD-ABCDEFGH", version=9)
        city.service.entities.put_report(connection, secret)
    end = {"code": "out_of_scope", "text": "Không thuộc thẩm quyền"}
    ended = command(city, "o-misconduct", "reject", target.id, end)
    assert ended["status"] == "applied", ended
    with city.service.engine.connect() as connection:
        lines = city.service.entities.timeline(connection, follower.id)
    assert city.read(follower.id).state is State.DUPLICATE
    assert not [line for line in lines if "TD-" in (line.text or "")]


def test_another_s_event_is_as_unknown_as_none_to_whoever_says_to_follow_it(
    sandbox: SandboxServer, outsider: Spy
) -> None:
    """``after`` tells nobody which events there were, and lends nobody another's base."""
    mine = sandbox.city.put(
        assignment=Assignment("u-other", "o-other", "x", sandbox.service.now() + timedelta(days=9))
    )
    note: Callable[[str], str] = lambda after: outsider.desk.send(  # noqa: E731
        event("note", mine.id, mine.version, {"text": "x"}, after=after)
    )[0]["status"]
    hidden = sandbox.city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    with signed_in(sandbox, "o-misconduct") as recipient:
        secret = event("note", hidden.id, hidden.version, {"text": "Kín"})
        assert recipient.send(secret)[0]["status"] == "applied"
    assert note(secret["id"]) == note(new_id()) == "blocked"
