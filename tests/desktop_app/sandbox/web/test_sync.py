"""The two routes of sync at their edges: limits are capped, batches are bounded, nothing is half taken."""

from __future__ import annotations

import pytest

from tests.support.desk_client import DeskClient, event
from tests.support.sandbox_server import SandboxServer


@pytest.fixture
def handler(sandbox: SandboxServer, desk: DeskClient) -> DeskClient:
    desk.sign_in(sandbox.city.card("o-handler"))
    return desk


def test_too_much_asked_is_the_most_there_is(sandbox: SandboxServer, handler: DeskClient) -> None:
    sandbox.city.put()
    page = handler.changes(limit=999_999, wait=0)
    assert not page["has_more"]
    assert page["total"] == len(page["changes"]) <= 500


def test_a_first_sync_is_not_held(handler: DeskClient) -> None:
    assert handler.changes(wait=25)["changes"]


def test_an_empty_batch_is_an_empty_answer(handler: DeskClient) -> None:
    assert handler.send() == []


def test_a_batch_beyond_its_bytes_is_refused(sandbox: SandboxServer, handler: DeskClient) -> None:
    report = sandbox.city.put()
    heavy = [event("note", report.id, 1, {"text": "x" * 120_000}) for _ in range(40)]
    answer = handler.call("POST", "/v1/sync/events", token=handler.token, json={"events": heavy})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert sandbox.city.read(report.id).version == report.version


def test_the_answer_tells_what_is_durable(sandbox: SandboxServer, handler: DeskClient) -> None:
    report = sandbox.city.put()
    body = {"events": [event("accept", report.id, report.version)]}
    document = handler.call("POST", "/v1/sync/events", token=handler.token, json=body).json()
    assert document["durable_through"] >= document["results"][0]["seq"]
