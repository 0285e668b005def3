"""The change feed over HTTP: compacted, complete, and no more than one may know."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
import requests
import sqlalchemy as sa

from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from desktop_app.sandbox.tables import feed_head
from tests.support.deadline import until
from tests.support.desk_client import DeskClient, enrolled, event
from tests.support.sandbox_server import ON_BOTH, SandboxServer
from tests.support.small_city import CO, LEAD, OTHER

pytestmark = ON_BOTH

Change = dict[str, Any]


class Desks:
    """Signed-in workstations, one per officer asked for."""

    def __init__(self, sandbox: SandboxServer, stack: ExitStack) -> None:
        self._sandbox = sandbox
        self._stack = stack

    def __call__(self, officer: str) -> DeskClient:
        client = enrolled(self._sandbox.url, self._sandbox.service.codes.mint())
        self._stack.enter_context(client)
        assert client.sign_in(self._sandbox.city.card(officer)).status_code == 200
        return client


@pytest.fixture
def desks(sandbox: SandboxServer) -> Iterator[Desks]:
    with ExitStack() as stack:
        yield Desks(sandbox, stack)


def reports(changes: list[Change]) -> list[tuple[str, str]]:
    return [(change["op"], change["id"]) for change in changes if change["entity"] == "report"]


def move(sandbox: SandboxServer, report_id: str, lead: str | None) -> None:
    """Give a report to another unit, or to none, behind everyone's back."""
    service = sandbox.service
    report = sandbox.city.read(report_id)
    job = report.assignment
    if lead is None:
        changed = replace(report, version=report.version + 1, assignment=None, state=State.RETURNED)
    else:
        old = job or Assignment(lead, lead, "Kiểm tra", service.now())
        changed = replace(
            report, version=report.version + 1, assignment=replace(old, lead_unit=lead, owner=lead)
        )
    with service.writer.transaction() as connection:
        service.entities.put_report(connection, changed)
    service.ripple.spread()


def test_a_bootstrap_brings_reference_data_and_what_one_may_see(sandbox: SandboxServer, desks: Desks) -> None:
    mine, hidden = sandbox.city.put(), sandbox.city.put(assignment=None)
    private = sandbox.city.put(private=True)
    desk = desks("o-handler")
    changes, _ = desk.drain()
    kinds = {change["entity"] for change in changes}
    assert {"unit", "officer", "category", "report"} <= kinds
    assert reports(changes) == [("put", mine.id)]
    assert not {hidden.id, private.id} & {change["id"] for change in changes}


def test_a_bootstrap_tells_how_much_is_left_and_can_be_resumed(sandbox: SandboxServer, desks: Desks) -> None:
    for _ in range(5):
        sandbox.city.put()
    desk = desks("o-handler")
    whole, _ = desk.drain()
    first = desk.changes(limit=4)
    assert first["total"] == len(whole)
    assert first["has_more"]
    again = desk.changes(first["next"], limit=4)
    assert again["total"] == len(whole) - 4
    rest, _ = desk.drain(first["next"], limit=3)
    assert [c["id"] for c in first["changes"] + rest] == [c["id"] for c in whole]


def test_each_entity_comes_once_at_its_latest(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    desk = desks("o-handler")
    _, cursor = desk.drain()
    for number in range(3):
        note = event("note", report.id, report.version, {"text": f"Ghi chú {number}"})
        assert desk.send(note)[0]["status"] == "applied"
    changes, cursor = desk.drain(cursor)
    assert reports(changes) == [("put", report.id)]
    assert [c["entity"] for c in changes].count("entry") == 3
    assert next(c for c in changes if c["entity"] == "report")["version"] == report.version + 3
    numbers = [c["seq"] for c in changes]
    assert numbers == sorted(set(numbers))
    assert desk.drain(cursor)[0] == []


def test_losing_scope_is_told_to_who_had_it_only(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    handler, other = desks("o-handler"), desks("o-other")
    (_, cursor), (_, elsewhere) = handler.drain(), other.drain()
    move(sandbox, report.id, OTHER)
    lost, cursor = handler.drain(cursor)
    assert reports(lost) == [("scope_lost", report.id)]
    assert lost[0] == {**lost[0], "version": 0, "data": None}
    assert reports(other.drain(elsewhere)[0]) == [("put", report.id)]
    assert reports(handler.drain()[0]) == []  # a fresh bootstrap does not mention it
    move(sandbox, report.id, LEAD)
    assert reports(handler.drain(cursor)[0]) == [("put", report.id)]


def test_what_came_and_went_unseen_is_not_mentioned(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    other = desks("o-other")
    _, cursor = other.drain()
    move(sandbox, report.id, OTHER)
    move(sandbox, report.id, None)
    assert reports(other.drain(cursor)[0]) == []


def test_seen_left_returned_and_left_again_is_lost_once(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    handler = desks("o-handler")
    _, cursor = handler.drain()
    for lead in (OTHER, LEAD, OTHER):
        move(sandbox, report.id, lead)
    assert reports(handler.drain(cursor)[0]) == [("scope_lost", report.id)]


def test_the_timeline_goes_where_its_report_goes(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    handler, other = desks("o-handler"), desks("o-other")
    _, elsewhere = other.drain()
    handler.send(event("note", report.id, report.version, {"text": "Đã gọi"}))
    _, cursor = handler.drain()
    move(sandbox, report.id, OTHER)
    assert {(c["entity"], c["op"]) for c in handler.drain(cursor)[0]} == {
        ("report", "scope_lost"), ("entry", "scope_lost"),
    }  # fmt: skip
    assert {(c["entity"], c["op"]) for c in other.drain(elsewhere)[0]} == {
        ("report", "put"),
        ("entry", "put"),
    }


def test_a_new_post_brings_its_reports_and_its_end_takes_them(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    other, service = desks("o-other"), sandbox.service
    _, cursor = other.drain()
    with service.writer.transaction() as connection:
        service.people.change_posts(connection, "o-other", [OTHER, CO], service.now())
    gained, cursor = other.drain(cursor)
    assert [(c["op"], c["id"]) for c in gained] == [("put", report.id)]
    with service.writer.transaction() as connection:
        service.people.change_posts(connection, "o-other", [OTHER], service.now())
    lost, cursor = other.drain(cursor)
    assert [(c["op"], c["id"]) for c in lost] == [("scope_lost", report.id)]
    assert other.drain(cursor)[0] == []


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_the_end_of_a_post_takes_all_its_reports_over_however_many_pages(
    sandbox: SandboxServer, desks: Desks, limit: int
) -> None:
    there = [sandbox.city.put().id for _ in range(7)]
    colleague, service = desks("o-colleague"), sandbox.service
    changes, cursor = colleague.drain()
    assert {id_ for op, id_ in reports(changes) if op == "put"} >= set(there)
    move(sandbox, there[0], OTHER)  # gone from the unit before its person is, and not told yet
    with service.writer.transaction() as connection:
        service.people.change_posts(connection, "o-colleague", (), service.now())
    service.ripple.spread()
    lost = [id_ for op, id_ in reports(colleague.drain(cursor, limit)[0]) if op == "scope_lost"]
    assert sorted(lost) == sorted(there)


def test_what_left_a_unit_before_its_person_did_is_told_all_the_same(
    sandbox: SandboxServer, desks: Desks
) -> None:
    """Nobody asked between the two: the report is out of a scope that is itself no longer held."""
    leader = desks("o-approver")
    gone, stays = sandbox.city.put(), sandbox.city.put()
    _, cursor = leader.drain()
    service = sandbox.service
    move(sandbox, gone.id, OTHER)
    with service.writer.transaction() as connection:
        service.people.change_posts(connection, "o-approver", [], service.now())
    told, cursor = leader.drain(cursor)
    assert sorted(reports(told)) == sorted([("scope_lost", gone.id), ("scope_lost", stays.id)])
    assert reports(leader.drain(cursor)[0]) == []


def test_a_tombstone_reaches_who_had_it(sandbox: SandboxServer, desks: Desks) -> None:
    report = sandbox.city.put()
    handler, other = desks("o-handler"), desks("o-other")
    (_, cursor), (_, elsewhere) = handler.drain(), other.drain()
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.entities.remove(connection, "report", report.id)
    assert reports(handler.drain(cursor)[0]) == [("remove", report.id)]
    assert other.drain(elsewhere)[0] == []
    assert reports(handler.drain()[0]) == []


def test_nobody_but_the_recipient_hears_of_misconduct(sandbox: SandboxServer, desks: Desks) -> None:
    recipient, dispatcher = desks("o-misconduct"), desks("o-dispatcher")
    (_, theirs), (_, others) = recipient.drain(), dispatcher.drain()
    before = dispatcher.changes(others)
    private = sandbox.city.put(private=True)
    after = dispatcher.changes(others)
    assert reports(recipient.drain(theirs)[0]) == [("put", private.id)]
    assert (before["changes"], before["has_more"]) == (after["changes"], after["has_more"]) == ([], False)


def test_a_cursor_is_the_servers_own_word(sandbox: SandboxServer, desks: Desks) -> None:
    handler, other = desks("o-handler"), desks("o-other")
    _, cursor = handler.drain()
    for wrong in (cursor[:-4] + "AAAA", "AAAA", "é"):
        answer = handler.call("GET", "/v1/sync/changes", token=handler.token, params={"cursor": wrong})
        assert (answer.status_code, answer.json()["code"]) == (400, "cursor_invalid")
    answer = other.call("GET", "/v1/sync/changes", token=other.token, params={"cursor": cursor})
    assert answer.json()["code"] == "cursor_invalid"
    assert "o-handler" not in cursor


def test_a_cursor_from_before_the_horizon_is_gone(sandbox: SandboxServer, desks: Desks) -> None:
    handler = desks("o-handler")
    _, cursor = handler.drain()
    sandbox.city.put()
    with sandbox.service.writer.transaction() as connection:
        connection.execute(sa.update(feed_head).values(horizon=feed_head.c.seq))
    answer = handler.call("GET", "/v1/sync/changes", token=handler.token, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (410, "cursor_expired")
    assert handler.drain()[0]


def test_a_held_request_is_answered_by_the_change(sandbox: SandboxServer, desks: Desks) -> None:
    handler = desks("o-handler")
    _, cursor = handler.drain()
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(handler.changes, cursor, 500, 25)
        until(lambda: sandbox.service.ripple.waiting, what="the held request")
        report = sandbox.city.put()
        assert reports(held.result(20)["changes"]) == [("put", report.id)]


def test_a_held_request_ends_empty_after_its_time(desks: Desks) -> None:
    handler = desks("o-handler")
    _, cursor = handler.drain()
    page = handler.changes(cursor, wait=1)
    assert page["changes"] == []
    assert handler.changes(page["next"])["changes"] == []


def test_nothing_is_skipped_while_many_write(sandbox: SandboxServer, desks: Desks) -> None:
    """Readers that follow the feed during concurrent writes end up with every report, each version once."""
    handler, done = desks("o-handler"), threading.Event()
    made: list[str] = []

    def write() -> None:
        made.extend(sandbox.city.put().id for _ in range(15))

    def follow() -> set[str]:
        seen, cursor, finished = set[str](), "", False
        while not finished:
            finished = done.is_set()
            changes, cursor = handler.drain(cursor, limit=7)
            seen |= {change["id"] for change in changes if change["entity"] == "report"}
        return seen

    with ThreadPoolExecutor(5) as pool:
        following = pool.submit(follow)
        for writing in [pool.submit(write) for _ in range(4)]:
            writing.result()
        done.set()
        assert following.result() == set(made)
    assert len(made) == 60


@pytest.mark.parametrize("params", [{"limit": "0"}, {"limit": "x"}, {"wait": "-1"}])
def test_nonsense_parameters_are_refused(desks: Desks, params: dict[str, str]) -> None:
    handler = desks("o-handler")
    answer = handler.call("GET", "/v1/sync/changes", token=handler.token, params=params, follows=False)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_held_requests_hold_nobody_up(sandbox: SandboxServer, desks: Desks) -> None:
    """More requests are held than the server has threads, and it still answers, then wakes them all."""
    handler, held_back = desks("o-handler"), 60
    _, cursor = handler.drain()
    with ExitStack() as stack:
        others = [stack.enter_context(replace(handler, http=requests.Session())) for _ in range(held_back)]
        pool = stack.enter_context(ThreadPoolExecutor(held_back))
        held = [pool.submit(other.changes, cursor, 500, 25) for other in others]
        until(lambda: sandbox.service.ripple.waiting == held_back, 30, "all held requests")
        assert handler.call("GET", "/v1/health").status_code == 200
        assert handler.drain()[0]
        report = sandbox.city.put()
        assert all(reports(one.result(30)["changes"]) == [("put", report.id)] for one in held)
