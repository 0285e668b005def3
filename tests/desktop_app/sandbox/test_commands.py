"""Events over HTTP: idempotent, conflict-checked, one refusal per cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.content import content_sha256
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox import policy
from desktop_app.sandbox.commands import Author
from tests.support.desk_client import DeskClient, enrolled, event
from tests.support.sandbox_server import ON_BOTH, SandboxServer
from tests.support.small_city import LEAD, SmallCity

pytestmark = ON_BOTH

Desk = Callable[[str], DeskClient]
TEXT = "Đã thông cống, nước đã rút."
HASH = content_sha256(TEXT, "fixed", LEAD)
ANSWER = {"text": TEXT, "outcome": "fixed", "publisher_unit": LEAD, "content_sha256": HASH}


@pytest.fixture
def desk_of(sandbox: SandboxServer) -> Iterator[Desk]:
    with ExitStack() as stack:

        def sign_in(officer: str) -> DeskClient:
            client = stack.enter_context(enrolled(sandbox.url, sandbox.service.codes.mint()))
            assert client.sign_in(sandbox.city.card(officer)).status_code == 200
            return client

        yield sign_in


def one(desk: DeskClient, sent: dict[str, Any]) -> dict[str, Any]:
    return desk.send(sent)[0]


def test_a_command_changes_the_report_and_writes_its_timeline(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    _, cursor = handler.drain()
    accept = event("accept", report.id, report.version)
    result = one(handler, accept)
    assert (result["status"], result["version"]) == ("applied", report.version + 1)
    changes, _ = handler.drain(cursor)
    changed, entry = changes
    assert (changed["seq"], changed["data"]["state"]) == (result["seq"], "in_progress")
    assert entry["data"]["kind"] == "accept"
    assert (entry["data"]["id"], entry["data"]["by_name"]) == (accept["id"], "Lê Thị Xử Lý")
    assert entry["data"]["version"] == result["version"]


def test_an_answer_goes_all_the_way_to_the_public(sandbox: SandboxServer, desk_of: Desk) -> None:
    report = sandbox.city.put()
    handler, approver, publisher = (desk_of(f"o-{who}") for who in ("handler", "approver", "publisher"))
    steps: list[tuple[DeskClient, str, dict[str, Any]]] = [
        (handler, "accept", {}),
        (handler, "submit", ANSWER),
        (approver, "approve", {"content_sha256": HASH, "capacity": ""}),
        (publisher, "publish", {"content_sha256": HASH, "preview_seen": True}),
    ]
    for number, (desk, command, payload) in enumerate(steps):
        assert one(desk, event(command, report.id, report.version + number, payload))["status"] == "applied"
    answer = sandbox.city.read(report.id).answer
    assert answer is not None
    assert (answer.submitted_by, answer.approved_by, answer.published_by) == (
        "o-handler", "o-approver", "o-publisher",
    )  # fmt: skip


def let_approvers_publish(sandbox: SandboxServer, *, on: bool) -> None:
    with sandbox.service.writer.transaction() as connection:
        policy.change(connection, policy.APPROVER_PUBLISHES, on)


@pytest.mark.parametrize("on", [True, False])
def test_an_approver_publishes_where_the_policy_lets_them_and_both_roles_are_recorded(
    sandbox: SandboxServer, desk_of: Desk, on: bool
) -> None:
    let_approvers_publish(sandbox, on=on)
    report = sandbox.city.put(State.IN_PROGRESS)
    handler, leader = desk_of("o-handler"), desk_of("o-approver")
    one(handler, event("submit", report.id, report.version, ANSWER))
    approved = event("approve", report.id, report.version + 1, {"content_sha256": HASH, "capacity": ""})
    assert one(leader, approved)["status"] == "applied"
    publish = {"content_sha256": HASH, "preview_seen": True}
    result = one(leader, event("publish", report.id, report.version + 2, publish))
    after = sandbox.city.read(report.id)
    assert after.answer is not None
    if not on:
        assert (result["status"], result["rule"], after.state) == ("rejected", "not_yours", State.APPROVED)
        return
    assert (result["status"], after.state) == ("applied", State.PUBLISHED)
    assert (after.answer.approved_by, after.answer.published_by) == ("o-approver", "o-approver")
    lines = [change["data"] for change in leader.drain()[0] if change["entity"] == "entry"]
    assert {line["kind"]: (line["by"], line["roles"]) for line in lines} == {
        "submit": ("o-handler", []),
        "approve": ("o-approver", []),
        "publish": ("o-approver", ["approver", "publisher"]),
    }


@pytest.mark.parametrize(
    ("payload", "rule"),
    [
        ({"content_sha256": HASH, "preview_seen": False}, ("payload", "preview_seen")),
        ({"content_sha256": HASH}, ("payload", "preview_seen")),
        ({"content_sha256": "0" * 64, "preview_seen": True}, ("content_changed", "content_sha256")),
    ],
)
def test_an_approver_who_publishes_has_seen_the_preview_and_is_bound_to_the_content(
    sandbox: SandboxServer, desk_of: Desk, payload: dict[str, Any], rule: tuple[str, str]
) -> None:
    let_approvers_publish(sandbox, on=True)
    report, handler, leader = sandbox.city.put(State.IN_PROGRESS), desk_of("o-handler"), desk_of("o-approver")
    one(handler, event("submit", report.id, report.version, ANSWER))
    one(leader, event("approve", report.id, report.version + 1, {"content_sha256": HASH, "capacity": ""}))
    result = one(leader, event("publish", report.id, report.version + 2, payload))
    assert (result["rule"], result["field"]) == rule
    assert sandbox.city.read(report.id).state is State.APPROVED


def test_a_publisher_s_line_names_no_second_role(sandbox: SandboxServer, desk_of: Desk) -> None:
    let_approvers_publish(sandbox, on=True)
    report, leader = sandbox.city.put(State.IN_PROGRESS), desk_of("o-approver")
    publisher = desk_of("o-publisher")
    one(leader, event("submit", report.id, report.version, ANSWER))
    one(leader, event("approve", report.id, report.version + 1, {"content_sha256": HASH, "capacity": ""}))
    publish = {"content_sha256": HASH, "preview_seen": True}
    assert one(publisher, event("publish", report.id, report.version + 2, publish))["status"] == "applied"
    told = [change["data"] for change in publisher.drain()[0] if change["entity"] == "entry"]
    assert [line["roles"] for line in told if line["kind"] == "publish"] == [[]]


def test_another_content_is_not_approved(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, approver = (
        sandbox.city.put(State.IN_PROGRESS),
        desk_of("o-handler"),
        desk_of("o-approver"),
    )
    wrong = one(handler, event("submit", report.id, report.version, {**ANSWER, "text": "Khác"}))
    assert (wrong["status"], wrong["rule"]) == ("rejected", "content_changed")
    one(handler, event("submit", report.id, report.version, ANSWER))
    other = {"content_sha256": "0" * 64, "capacity": ""}
    refused = one(approver, event("approve", report.id, report.version + 1, other))
    assert (refused["status"], refused["rule"]) == ("rejected", "content_changed")


def test_the_same_event_again_gets_the_same_answer(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    accept = event("accept", report.id, report.version)
    first, second = one(handler, accept), one(handler, accept)
    assert second == {**first, "status": "duplicate"}
    assert sandbox.city.read(report.id).version == report.version + 1
    wrong = event("publish", report.id, report.version, {"content_sha256": HASH, "preview_seen": True})
    assert one(handler, wrong) == one(handler, wrong)


def test_one_id_means_one_event(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    note = event("note", report.id, report.version, {"text": "Đã gọi"})
    one(handler, note)
    for desk, changed in ((handler, {"payload": {"text": "Khác"}}), (handler, {"touches": [report.id]})):
        result = one(desk, {**note, **changed})
        assert (result["status"], result["rule"]) == ("rejected", "id_reused")
    assert one(colleague, note)["rule"] == "id_reused"


def test_two_parallel_sends_of_one_id_apply_once(sandbox: SandboxServer, desk_of: Desk) -> None:
    report = sandbox.city.put()
    desks = [desk_of("o-handler") for _ in range(2)]
    for _ in range(8):
        note = event("note", report.id, report.version, {"text": "Đã gọi"})
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(one, desks, [note, note]))
        assert sorted(result["status"] for result in results) == ["applied", "duplicate"]
        assert results[0]["seq"] == results[1]["seq"]
    assert sandbox.city.read(report.id).version == report.version + 8


def test_a_colleague_was_quicker(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    one(colleague, event("accept", report.id, report.version))
    result = one(handler, event("return", report.id, report.version, {"code": "not_ours", "text": "Khác"}))
    assert result["status"] == "conflict"
    assert result["entity"]["state"] == "in_progress"
    assert [(c["kind"], c["by_name"]) for c in result["changed"]] == [("accept", "Phan Đồng Nghiệp")]
    mine = event("return", report.id, result["version"], {"code": "not_ours", "text": "Khác"})
    assert one(handler, mine)["status"] == "applied"


def test_a_conflict_asked_about_again_is_told_as_of_now(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    one(colleague, event("accept", report.id, report.version))
    mine = event("return", report.id, report.version, {"code": "not_ours", "text": "Khác"})
    assert one(handler, mine)["status"] == "conflict"
    one(colleague, event("note", report.id, report.version, {"text": "Đã gọi"}))
    again = one(handler, mine)
    assert (again["status"], again["version"]) == ("conflict", report.version + 2)
    assert again["entity"]["version"] == report.version + 2
    elsewhere = replace(sandbox.city.read(report.id), version=report.version + 3, assignment=None)
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.entities.put_report(connection, elsewhere)
    assert one(handler, mine) == {"id": mine["id"], "status": "not_found"}


def test_notes_commute(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    one(colleague, event("accept", report.id, report.version))
    assert one(handler, event("note", report.id, report.version, {"text": "Đã gọi"}))["status"] == "applied"


def test_a_priority_meets_only_another_priority(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    one(colleague, event("accept", report.id, report.version))
    high = event("prioritise", report.id, report.version, {"priority": "high"})
    assert one(handler, high)["status"] == "applied"
    low = event("prioritise", report.id, report.version, {"priority": "low"})
    assert one(colleague, low)["status"] == "conflict"


def test_a_chain_made_offline_is_no_conflict_with_itself(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    accept = event("accept", report.id, report.version)
    note = event("note", report.id, report.version, {"text": "Đã đến nơi"}, after=accept["id"])
    submit = event("submit", report.id, report.version, ANSWER, after=note["id"])
    assert [r["status"] for r in handler.send(accept, note, submit)] == ["applied"] * 3


def test_a_chain_does_not_hide_a_colleagues_change(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler, colleague = sandbox.city.put(), desk_of("o-handler"), desk_of("o-colleague")
    one(colleague, event("accept", report.id, report.version))
    note = event("note", report.id, report.version, {"text": "Đã đến nơi"})
    submit = event("submit", report.id, report.version, ANSWER, after=note["id"])
    assert [r["status"] for r in handler.send(note, submit)] == ["applied", "conflict"]


def test_behind_a_failure_its_entity_waits_and_others_go_on(sandbox: SandboxServer, desk_of: Desk) -> None:
    stuck, free, handler = sandbox.city.put(), sandbox.city.put(), desk_of("o-handler")
    wrong = event("resume", stuck.id, stuck.version)
    behind = event("note", stuck.id, stuck.version, {"text": "a"}, after=wrong["id"])
    touching = event("note", free.id, free.version, {"text": "b"}, touches=[stuck.id])
    beside = event("accept", free.id, free.version)
    results = handler.send(wrong, behind, beside)
    assert [r["status"] for r in results] == ["rejected", "blocked", "applied"]
    assert [r["status"] for r in handler.send(wrong, touching)] == ["rejected", "blocked"]
    assert one(handler, {**behind, "after": None})["status"] == "applied"  # stored nowhere, so sent again


def test_what_was_carried_out_is_told_so_behind_a_failure_too(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    accepted = event("accept", report.id, report.version)
    one(handler, accepted)
    wrong = event("no_such_command", report.id, report.version)
    assert [r["status"] for r in handler.send(wrong, accepted)] == ["rejected", "duplicate"]


def test_what_has_not_arrived_is_waited_for(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    first = event("accept", report.id, report.version)
    second = event("submit", report.id, report.version, ANSWER, after=first["id"])
    assert one(handler, second) == {"id": second["id"], "status": "blocked"}
    assert [r["status"] for r in handler.send(first, second)] == ["applied", "applied"]


def test_unknown_forbidden_and_recused_are_one_answer(sandbox: SandboxServer, desk_of: Desk) -> None:
    mine, private = sandbox.city.put(), sandbox.city.put(private=True)
    stranger, dispatcher = desk_of("o-other"), desk_of("o-dispatcher")
    for desk, target in ((stranger, mine.id), (stranger, new_id()), (dispatcher, private.id)):
        sent = event("note", target, 1, {"text": "?"})
        assert one(desk, sent) == {"id": sent["id"], "status": "not_found"}
    visible = event("note", mine.id, 1, {"text": "?"}, touches=[private.id])
    assert one(dispatcher, visible) == {"id": visible["id"], "status": "not_found"}


@pytest.mark.parametrize(
    ("command", "payload", "rule", "field"),
    [
        ("note", {}, "payload", "text"),
        ("note", {"text": "  "}, "payload", "text"),
        ("accept", {}, "not_yours", None),
        ("dance", {}, "unknown_command", None),
        ("publish", {"content_sha256": HASH, "preview_seen": True}, "not_yours", None),
    ],
)
def test_a_refusal_names_its_rule(
    sandbox: SandboxServer, desk_of: Desk, command: str, payload: dict[str, Any], rule: str, field: str | None
) -> None:
    report, supervisor = sandbox.city.put(), desk_of("o-supervisor")
    result = one(supervisor, event(command, report.id, report.version, payload))
    assert (result["status"], result["rule"], result.get("field")) == ("rejected", rule, field)


def test_a_malformed_batch_is_refused_whole(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    good = event("accept", report.id, report.version)
    for spoiled in (
        {"id": "no id"},
        {"base_version": -1},
        {"occurred_at": "2026-03-02T05:00:00"},
        {"payload": 7},
    ):
        body = {"events": [good, {**event("note", report.id, 1, {"text": "x"}), **spoiled}]}
        answer = handler.call("POST", "/v1/sync/events", token=handler.token, json=body, follows=False)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    many = {"events": [event("note", report.id, 1, {"text": "x"}) for _ in range(51)]}
    answer = handler.call("POST", "/v1/sync/events", token=handler.token, json=many, follows=False)
    assert answer.status_code == 422
    assert sandbox.city.read(report.id).version == report.version


def test_a_split_makes_reports_with_codes_of_their_own(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, dispatcher = sandbox.city.put(), desk_of("o-dispatcher")
    _, cursor = dispatcher.drain()
    one(dispatcher, event("split", report.id, report.version, {"titles": ["Ngập", "Đèn hỏng"]}))
    changes, _ = dispatcher.drain(cursor)
    born = [c["data"] for c in changes if c["entity"] == "report" and c["id"] != report.id]
    assert sorted(child["title"] for child in born) == ["Ngập", "Đèn hỏng"]
    assert {child["evidence"]["parent"] for child in born} == {report.id}
    assert len({child["code"] for child in born} | {report.code}) == 3


def test_the_clock_of_a_client_cannot_post_date_its_timeline(sandbox: SandboxServer, desk_of: Desk) -> None:
    report, handler = sandbox.city.put(), desk_of("o-handler")
    late = event("note", report.id, 1, {"text": "x"}, occurred_at="2099-01-01T00:00:00.000000Z")
    one(handler, late)
    with sandbox.service.engine.connect() as connection:
        (entry,) = sandbox.service.entities.timeline(connection, report.id)
    assert entry.at <= sandbox.clock()


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    command=st.sampled_from([*map(str, Command), "dance", ""]),
    payload=st.dictionaries(st.sampled_from(["text", "code", "place", "due_at", "add", "titles"]), ANYTHING),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_carried_is_answered(city: SmallCity, command: str, payload: dict[str, Any]) -> None:
    report = city.put(State.IN_PROGRESS)
    sent = SentEvent(new_id(), command, "report", report.id, report.version, city.service.now(), payload)
    with city.service.engine.connect() as connection:
        actor = city.service.people.actor(connection, "o-handler", city.service.now())
    assert actor is not None
    result = city.service.commands.carry_out(sent, Author(actor, "Người thử"))
    assert result["status"] in {"applied", "rejected"}
    if result["status"] == "rejected":
        assert city.read(report.id) == report
