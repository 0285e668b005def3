"""Callers over the wire: who called, and what a number called about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.api import callers
from desktop_app.api.auth import FixedToken
from desktop_app.api.callers import EarlierReport, KnownCaller
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession
from desktop_app.domain.caller import Caller
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
WIRE, AT = "2026-03-02T01:00:00.000000Z", datetime(2026, 3, 2, 1, tzinfo=UTC)
TOKEN = FixedToken("t")


def test_who_called_is_asked_with_the_reason(serve: Serve) -> None:
    told = {"callers": [{"name": "Bà Sáu", "phone": "0914", "note": "", "at": WIRE}]}
    server, session = serve(answer(200, told))
    found = callers.who_called(session, TOKEN, "r-1", "Hỏi lại")
    assert found == (KnownCaller(Caller("Bà Sáu", "0914"), AT),)
    [heard] = server.heard
    assert (heard.method, heard.target) == ("POST", "/v1/reports/r-1/callers")
    assert heard.body.decode() == '{"reason":"Hỏi lại"}'


def test_the_reports_of_a_number_come_as_they_are_told(serve: Serve) -> None:
    line = {"id": "r-1", "code": "HUE-1", "title": "Ngập", "state": "closed", "received_at": WIRE}
    server, session = serve(answer(200, {"reports": [line]}))
    found = callers.reports_of(session, TOKEN, "0914 000 111")
    assert found == (EarlierReport("r-1", "HUE-1", "Ngập", "closed", AT),)
    assert server.heard[0].body.decode() == '{"phone":"0914 000 111"}'


@pytest.mark.parametrize("told", [{}, {"reports": [{"id": "r-1"}]}, {"reports": ["r"]}])
def test_another_shape(serve: Serve, told: object) -> None:
    _, session = serve(answer(200, told))
    with pytest.raises(Garbage):
        callers.reports_of(session, TOKEN, "0914 000 111")


def test_another_shape_of_callers(serve: Serve) -> None:
    _, session = serve(answer(200, {"callers": [{"name": "Bà Sáu"}]}))
    with pytest.raises(Garbage):
        callers.who_called(session, TOKEN, "r-1", "x")
