"""What every answer has in common: a fresh nonce, no caching, problems that tell nothing of the inside."""

from __future__ import annotations

import pytest
import requests

from desktop_app.sandbox.service import Service
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def test_each_answer_carries_a_nonce_of_its_own(desk: DeskClient) -> None:
    answers = [desk.call("GET", "/v1/health") for _ in range(3)]
    assert len({answer.headers["DPoP-Nonce"] for answer in answers}) == 3
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}
    assert all("server" not in answer.headers for answer in answers)


@pytest.mark.parametrize("path", ["/v1/nowhere", "/"])
def test_a_path_that_the_contract_does_not_know_is_not_found(sandbox: SandboxServer, path: str) -> None:
    answer = requests.get(sandbox.url + path, timeout=30)
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path", "has"),
    [
        ("DELETE", "/v1/health", "GET, HEAD"),
        ("TRACE", "/v1/sync/events", "POST"),
        ("GET", "/v1/reports/any/uploads", "OPTIONS, POST"),
        ("POST", "/v1/uploads/any", "HEAD, PATCH"),
    ],
)
def test_a_method_that_a_path_does_not_have_names_those_it_has(
    sandbox: SandboxServer, method: str, path: str, has: str
) -> None:
    answer = requests.request(method, sandbox.url + path, timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == has


@pytest.mark.expects_log("Exception in ASGI application", level="ERROR")
def test_a_defect_of_ours_is_told_to_the_log_only(
    sandbox: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __get__(self, instance: Service, owner: type) -> str:
            raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(Service, "epoch", Broken())
    answer = requests.get(sandbox.url + "/v1/health", timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (500, "defect")
    assert "secret" not in answer.text
