"""Health, nonce and the trust bundle, as a workstation meets them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def test_health_needs_nobody(sandbox: SandboxServer, desk: DeskClient) -> None:
    document = desk.call("GET", "/v1/health").json()
    assert document["status"] == "ok"
    assert abs(datetime.fromisoformat(document["server_time"]) - sandbox.clock()) < timedelta(minutes=1)
    assert document["epoch"] == sandbox.service.epoch


def test_a_nonce_can_be_asked_for(desk: DeskClient) -> None:
    document = desk.call("GET", "/v1/auth/nonce").json()
    assert document["expires_in"] == 60
    assert len(document["nonce"]) >= 43  # 256 bits at the least


@pytest.mark.parametrize("path", ["/v1/trust-bundle", "/v1/sync/changes", "/v1/terminals/T1/roster"])
def test_what_is_not_public_wants_a_token(desk: DeskClient, path: str) -> None:
    answer = desk.call("GET", path)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
