"""Attendance as it travels."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import Garbage, Refused
from desktop_app.api.session import ApiSession
from desktop_app.api.terminals import RowsAnswer, SentRow, Terminal, TerminalHead
from desktop_app.store.trust_table import RosterPerson
from tests.support.scripted_server import Answer, ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]


def terminal(serve: Serve, *script: Answer) -> tuple[ScriptedServer, Terminal]:
    server, session = serve(*script)
    return server, Terminal(session, FixedToken("t"), "T1")


def test_rows_go_up_and_a_receipt_comes_back(serve: Serve) -> None:
    server, resource = terminal(
        serve, answer(200, {"receipt": "a.b.c", "next_expected_seq": 3, "results": []})
    )
    rows = [SentRow("c.j.w", "t.j.w", ("AAA=",)), SentRow(None, "t.j.w2", ())]
    assert resource.send_rows(1, rows) == RowsAnswer("a.b.c", 3)
    assert server.heard[0].target == "/v1/terminals/T1/events"
    assert json.loads(server.heard[0].body) == {
        "epoch": 1,
        "events": [
            {"card_jws": "c.j.w", "terminal_jws": "t.j.w", "card_chain": ["AAA="]},
            {"card_jws": None, "terminal_jws": "t.j.w2", "card_chain": None},
        ],
    }


def test_a_gap_names_what_is_expected(serve: Serve) -> None:
    _, resource = terminal(serve, answer(409, {"code": "gap", "next_expected_seq": 2}))
    with pytest.raises(Refused) as refused:
        resource.send_rows(1, [SentRow(None, "t", ())])
    assert refused.value.problem["next_expected_seq"] == 2


def test_checkpoints_and_heads(serve: Serve) -> None:
    _, resource = terminal(
        serve,
        answer(200, {"countersigned": "x.y.z"}),
        answer(200, {"epoch": 1, "next_expected_seq": 7, "head_hash": "00"}),
    )
    assert resource.send_checkpoint("c") == "x.y.z"
    assert resource.head() == TerminalHead(1, 7, "00")


def test_a_roster_is_read_whole(serve: Serve) -> None:
    person = {"card_cert_sha256": "ab", "person_ref": "p", "given_name": "An", "initials": "N. T."}
    body = {"persons": [person], "crls": ["AAE="], "issued_at": "2026-03-02T01:00:00.000000Z"}
    _, resource = terminal(serve, answer(200, body), answer(200, {**body, "crls": ["?"]}))
    roster = resource.roster()
    assert roster.persons == (RosterPerson("ab", "p", "An", "N. T."),)
    assert roster.crls == (b"\x00\x01",)
    assert roster.issued_at == datetime(2026, 3, 2, 1, tzinfo=UTC)
    with pytest.raises(Garbage):
        resource.roster()
