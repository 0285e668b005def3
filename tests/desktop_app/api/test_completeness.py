"""Completeness over the wire: how terminals stand, and a decision sent as it was signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.api import completeness
from desktop_app.api.auth import FixedToken
from desktop_app.api.completeness import LeftOut, TerminalStanding
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
WIRE, AT = "2026-03-02T01:00:00.000000Z", datetime(2026, 3, 2, 1, tzinfo=UTC)
TOKEN = FixedToken("t")
LINE = {
    "terminal_id": "T1", "name": "SANH-A", "complete_through": None, "complete": False, "said_goodbye": True,
    "begun_anew": WIRE,
    "left_out": {"through": WIRE, "by": "Bà Thảo", "reason": "Hỏng", "at": WIRE, "order": "x"},
}  # fmt: skip


def test_terminals_come_as_they_are_told(serve: Serve) -> None:
    server, session = serve(answer(200, {"through": WIRE, "terminals": [LINE]}))
    decision = LeftOut(AT, "Bà Thảo", "Hỏng", AT)
    expected = TerminalStanding("T1", "SANH-A", None, False, True, AT, decision)
    assert completeness.standings(session, TOKEN, AT) == (expected,)
    [heard] = server.heard
    assert heard.method == "GET"
    assert heard.target.replace("%3A", ":") == f"/v1/attendance/terminals?through={WIRE}"


def test_a_decision_goes_as_it_was_signed(serve: Serve) -> None:
    server, session = serve(answer(201, {"terminals": 3}))
    assert completeness.leave_out(session, TOKEN, "a.b.c") == 3
    assert (server.heard[0].target, server.heard[0].body) == ("/v1/attendance/left-out", b'{"order":"a.b.c"}')


@pytest.mark.parametrize("change", [{"name": 1}, {"left_out": "x"}, {"begun_anew": 4}, {"left_out": {}}])
def test_another_shape(serve: Serve, change: dict[str, object]) -> None:
    _, session = serve(answer(200, {"terminals": [{**LINE, **change}]}))
    with pytest.raises(Garbage):
        completeness.standings(session, TOKEN, AT)
