"""Answers are read and watched; addresses that no client may use are refused."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import InsecureAddress
from desktop_app.conformance.endings import Broken
from desktop_app.conformance.exchange import RULES, TOKEN_PATH, Answer, Body, Exchange
from tests.support.sandbox_server import SandboxServer

PROBLEM = {"content-type": "application/problem+json"}


def answer(status: int, body: bytes, asked: str = "GET /v1/x", **headers: str) -> Answer:
    return Answer(asked, status, headers, body)


def test_a_request_is_answered_and_its_nonce_kept(sandbox: SandboxServer) -> None:
    exchange = Exchange(sandbox.url)
    told = exchange.call("GET", "/v1/health").expect(200)
    assert told["status"] == "ok"
    assert exchange.nonce
    assert exchange.call("POST", "/v1/enrolments", body=Body(b"{")).status == 422
    assert (exchange.answers, exchange.breaches) == (2, {})


def test_the_first_breach_of_a_rule_is_kept(sandbox: SandboxServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RULES, "problem", lambda told: told.status < 400)
    exchange = Exchange(sandbox.url)
    for path in ("/v1/nothing", "/v1/nothing-else"):
        exchange.call("GET", path)
    assert exchange.breaches == {"problem": "GET /v1/nothing: 404"}


def test_another_status_or_code_is_said() -> None:
    told = answer(409, b'{"code": "gap"}')
    assert told.expect(409, "gap") == {"code": "gap"}
    with pytest.raises(Broken, match="GET /v1/x: 409 gap, not 200"):
        told.expect(200)
    with pytest.raises(Broken, match="not 409 rollback"):
        told.expect(409, "rollback")


@pytest.mark.parametrize("body", [b"", b"[1]", b"\xff"])
def test_what_is_no_object_is_an_empty_document(body: bytes) -> None:
    assert answer(200, body).document == {}


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        (
            "time",
            b'{"server_time": "2026-11-21T01:02:03.000004Z"}',
            b'{"server_time": "2026-11-21T01:02:03Z"}',
        ),
        ("time", b"{}", b'{"server_time": 12}'),
    ],
)
def test_times_are_watched(rule: str, good: bytes, bad: bytes) -> None:
    assert RULES[rule](answer(200, good))
    assert not RULES[rule](answer(200, bad))


def test_refusals_are_watched() -> None:
    whole = b'{"type": "about:blank", "title": "Gone", "status": 410, "code": "cursor_expired"}'
    is_problem = RULES["problem"]
    assert is_problem(Answer("GET /v1/x", 410, PROBLEM, whole))
    assert not is_problem(Answer("GET /v1/x", 404, PROBLEM, whole))
    assert not is_problem(Answer("GET /v1/x", 410, {"content-type": "application/json"}, whole))
    token = f"POST {TOKEN_PATH}"
    assert is_problem(answer(400, b'{"error": "invalid_grant", "code": "nonce_used"}', token))
    assert not is_problem(answer(400, b'{"error": "invalid_grant"}', token))


def test_plain_http_goes_to_this_machine_only() -> None:
    with pytest.raises(InsecureAddress):
        Exchange("http://centre.example")
