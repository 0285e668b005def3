"""Bodies from outside: bounded while they come; told where they are wrong, never what stood there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
import requests

from desktop_app.sandbox.web.bodies import MAX_SMALL
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def post(sandbox: SandboxServer, body: bytes | Iterator[bytes]) -> requests.Response:
    return requests.post(f"{sandbox.url}/v1/enrolments", data=body, timeout=30)


def test_a_body_too_large_is_refused_while_it_comes(sandbox: SandboxServer) -> None:
    answer = post(sandbox, b"x" * (MAX_SMALL + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_an_endless_body_is_not_read_to_its_end(sandbox: SandboxServer) -> None:
    sent = 0

    def pieces() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(10_000):
            sent += 1
            yield b"x" * 65_536

    with contextlib.suppress(requests.ConnectionError):  # the server may hang up in the middle
        assert post(sandbox, pieces()).status_code == 413
    assert sent < 10_000


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b"null", b'{"code": 7}', b"[" * 5000, b'{"code": "\\ud800"}']
)
def test_what_is_not_the_shape_is_malformed(sandbox: SandboxServer, body: bytes) -> None:
    answer = post(sandbox, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_the_place_is_told_and_not_the_words(sandbox: SandboxServer) -> None:
    answer = post(
        sandbox, b'{"code": "0123", "jwk": "a secret", "key_class": "file", "hostname": "h", "modes": []}'
    )
    assert answer.json()["detail"] == "$.jwk"
    assert "secret" not in answer.text


@pytest.mark.parametrize("form", [b"grant_type", b"\xff=1", b"&".join(b"a=1" for _ in range(50))])
def test_a_form_is_bounded_too(sandbox: SandboxServer, form: bytes) -> None:
    answer = requests.post(f"{sandbox.url}/v1/auth/token", data=form, timeout=30)
    assert answer.status_code == 422


def test_a_proof_is_wanted_before_the_form_is_believed(desk: DeskClient) -> None:
    answer = requests.post(f"{desk.url}/v1/auth/token", data={"grant_type": "refresh_token"}, timeout=30)
    assert answer.json() == {"error": "invalid_dpop_proof", "code": "invalid_dpop_proof"}
