"""A page of the feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.api import changes
from desktop_app.api.auth import FixedToken
from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Garbage, Refused, Unreachable
from desktop_app.api.session import ApiSession
from tests.support.scripted_server import ScriptedServer, answer, hang

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
TOKEN = FixedToken("t")


def page(*lines: dict[str, Any], **more: object) -> dict[str, Any]:
    return {
        "changes": list(lines),
        "next": "c2",
        "has_more": False,
        "durable_through": 9,
        "epoch": "e",
        **more,
    }


PUT = {"seq": 4, "entity": "report", "id": "r-1", "op": "put", "version": 2, "data": {"id": "r-1"}}
LOST = {"seq": 5, "entity": "report", "id": "r-2", "op": "scope_lost", "version": 1}


def test_a_page_is_read(serve: Serve) -> None:
    server, session = serve(answer(200, page(PUT, LOST, total=7)))
    found = changes.fetch(session, TOKEN, "c 1", 25)
    assert server.heard[0].target == "/v1/sync/changes?cursor=c+1&limit=500&wait=25"
    assert found.lines == (
        ChangeLine(4, "report", "r-1", Operation.PUT, 2, {"id": "r-1"}),
        ChangeLine(5, "report", "r-2", Operation.SCOPE_LOST, 1, None),
    )
    assert (found.next, found.has_more, found.total, found.epoch, found.durable_through) == (
        "c2",
        False,
        7,
        "e",
        9,
    )


def test_an_expired_cursor_is_a_refusal_of_its_own(serve: Serve) -> None:
    _, session = serve(answer(410, {"code": "cursor_expired"}))
    with pytest.raises(Refused, match="cursor_expired"):
        changes.fetch(session, TOKEN, "old", 0)


@pytest.mark.parametrize(
    "broken",
    [
        page({**PUT, "op": "explode"}),
        page({**PUT, "data": None}),
        page({**PUT, "seq": "4"}),
        page(has_more="no"),
        {**page(), "changes": [1]},
    ],
)
def test_a_page_that_is_none_is_garbage(serve: Serve, broken: dict[str, Any]) -> None:
    _, session = serve(answer(200, broken))
    with pytest.raises(Garbage):
        changes.fetch(session, TOKEN, "", 0)


def test_a_held_request_on_a_dead_network_is_given_up_soon_after_it_was_due(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert changes.LONGEST_WAIT + changes.MARGIN <= 30  # the strip says offline within 40 s
    monkeypatch.setattr(changes, "MARGIN", 0.1)
    _, session = serve(hang)
    with pytest.raises(Unreachable):
        changes.fetch(session, TOKEN, "c", 1)
