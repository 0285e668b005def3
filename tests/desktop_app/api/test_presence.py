"""Presence over the wire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.api import presence
from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession
from desktop_app.news import Onlooker
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
SINCE = "2026-03-02T01:00:00.000000Z"


def test_what_is_said_and_what_is_heard(serve: Serve) -> None:
    told = {"others": [{"name": "An", "doing": "writing", "since": SINCE}]}
    server, session = serve(answer(200, told), answer(204, b""))
    found = presence.look(session, FixedToken("t"), "r-1", writing=False)
    assert found == (Onlooker("An", writing=True, since=datetime(2026, 3, 2, 1, tzinfo=UTC)),)
    presence.leave(session, FixedToken("t"), "r-1")
    assert [(heard.method, heard.target) for heard in server.heard] == [
        ("PUT", "/v1/reports/r-1/presence"), ("DELETE", "/v1/reports/r-1/presence"),
    ]  # fmt: skip
    assert server.heard[0].body == b'{"doing":"reading"}'


@pytest.mark.parametrize(
    "told", [{}, {"others": [{"name": "An"}]}, {"others": [{"name": 1, "since": SINCE}]}]
)
def test_another_shape(serve: Serve, told: object) -> None:
    _, session = serve(answer(200, told))
    with pytest.raises(Garbage):
        presence.look(session, FixedToken("t"), "r-1", writing=True)
