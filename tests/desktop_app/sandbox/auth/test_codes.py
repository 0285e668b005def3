"""Enrolment codes: single use, fifteen minutes, five tries per address."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from desktop_app.sandbox.refusal import Refused
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def refusal(sandbox: SandboxServer, code: str) -> tuple[int, str]:
    with DeskClient(sandbox.url) as client:
        answer = client.enrol(code)
    return answer.status_code, answer.json()["code"]


def test_a_code_is_twelve_base32_characters_and_never_the_same(sandbox: SandboxServer) -> None:
    codes = {sandbox.service.codes.mint() for _ in range(20)}
    assert len(codes) == 20
    assert all(re.fullmatch("[A-Z2-7]{12}", code) for code in codes)


def test_a_code_serves_one_workstation(sandbox: SandboxServer) -> None:
    code = sandbox.service.codes.mint()
    with DeskClient(sandbox.url) as client:
        assert client.enrol(code).status_code == 201
    assert refusal(sandbox, code) == (409, "code_used")


def test_a_code_may_be_typed_in_groups_and_small_letters(sandbox: SandboxServer) -> None:
    code = sandbox.service.codes.mint().lower()
    with DeskClient(sandbox.url) as client:
        assert client.enrol(f"{code[:4]}-{code[4:8]} {code[8:]}").status_code == 201


def test_a_code_lives_fifteen_minutes(sandbox: SandboxServer) -> None:
    code = sandbox.service.codes.mint()
    sandbox.clock.move(timedelta(minutes=15))
    assert refusal(sandbox, code) == (410, "code_expired")


def test_after_five_wrong_tries_even_the_right_code_waits(sandbox: SandboxServer) -> None:
    code = sandbox.service.codes.mint()
    for _ in range(5):
        assert refusal(sandbox, "A" * 12) == (404, "code_unknown")
    assert refusal(sandbox, code) == (429, "too_many_tries")
    sandbox.clock.move(timedelta(minutes=16))
    with DeskClient(sandbox.url) as client:
        assert client.enrol(sandbox.service.codes.mint()).status_code == 201


def test_tries_are_counted_by_address(sandbox: SandboxServer) -> None:
    codes = sandbox.service.codes
    for _ in range(5):
        with pytest.raises(Refused):
            codes.check("A" * 12, "10.0.0.1")
    codes.check(codes.mint(), "10.0.0.2")
