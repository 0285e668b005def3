"""A batch up, and the word on each."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.api import events
from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import Garbage
from desktop_app.api.events import Change, Status
from desktop_app.api.session import ApiSession
from tests.desktop_app.store.builders import event
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
TOKEN = FixedToken("t")


def told(*results: dict[str, Any]) -> bytes:
    return answer(200, {"results": list(results), "durable_through": 3})


def test_each_event_gets_its_own_word(serve: Serve) -> None:
    first, second, third = event("r-1"), event("r-2"), event("r-3")
    changed = {"kind": "accept", "by": "o-2", "by_name": "An", "at": "2026-03-02T01:00:00Z", "version": 4}
    server, session = serve(
        told(
            {"id": first.id, "status": "applied", "version": 4, "seq": 12},
            {"id": second.id, "status": "conflict", "entity": {"id": "r-2"}, "changed": [changed]},
            {"id": "somebody-else", "status": "applied"},
        )
    )
    found = events.send(session, TOKEN, [first, second, third])
    assert found.durable_through == 3
    assert set(found.results) == {first.id, second.id}  # the third one's fate is unknown
    assert (found.results[first.id].status, found.results[first.id].seq) == (Status.APPLIED, 12)
    assert found.results[second.id].entity == {"id": "r-2"}
    assert events.decode_changes(found.results[second.id].changed) == (
        Change("accept", "An", datetime(2026, 3, 2, 1, tzinfo=UTC)),
    )
    assert [sent["id"] for sent in json.loads(server.heard[0].body)["events"]] == [
        first.id,
        second.id,
        third.id,
    ]


def test_never_more_than_fifty_travel(serve: Serve) -> None:
    server, session = serve(told())
    events.send(session, TOKEN, [event("r-1") for _ in range(60)])
    assert len(json.loads(server.heard[0].body)["events"]) == 50


def test_what_is_told_in_another_kind_is_not_known(serve: Serve) -> None:
    sent = event("r-1")
    odd = {"version": "4", "seq": [], "code": 7, "rule": {"a": 1}, "field": ["x"], "entity": "r-1"}
    _, session = serve(told({"id": sent.id, "status": "rejected", **odd}))
    found = events.send(session, TOKEN, [sent]).results[sent.id]
    assert found == events.EventResult(sent.id, Status.REJECTED)


@pytest.mark.parametrize("broken", [{"id": "x", "status": "splendid"}, {"status": "applied"}, {"id": "x"}])
def test_a_word_nobody_knows_is_garbage_not_success(serve: Serve, broken: dict[str, Any]) -> None:
    _, session = serve(told(broken))
    with pytest.raises(Garbage):
        events.send(session, TOKEN, [event("r-1")])
