"""Where something signed is expected anything may come: letters beyond ASCII, NUL, no dots; never a 5xx."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH
TEXTS = ("", "ก.ข.ค", "a.b.ệ", "\0.\0.\0", "a.b", "." * 300, "🪪", "a.b.c")


def bodies(text: str) -> dict[str, dict[str, Any]]:
    """Return a body for each resource that takes something signed by a card or a terminal."""
    row = {"terminal_jws": text, "card_jws": text, "card_chain": [text]}
    return {
        "epochs": {"order": text},
        "checkpoints": {"checkpoint": text},
        "recoveries": {"sealed": text, "orders": [text, text]},
        "events": {"epoch": 1, "events": [row]},
    }


@pytest.mark.parametrize("resource", ["epochs", "checkpoints", "recoveries", "events"])
def test_a_terminals_resources_refuse_what_is_not_signed(desk: DeskClient, resource: str) -> None:
    desk.workstation_token()
    for text in TEXTS:
        path = f"/v1/terminals/{desk.terminal_id}/{resource}"
        answer = desk.call("POST", path, token=desk.token, json=bodies(text)[resource], follows=False)
        assert answer.status_code == 422, text


def test_a_persons_orders_and_sign_in_refuse_it(desk: DeskClient, sandbox: SandboxServer) -> None:
    token = desk.sign_in(sandbox.city.card("o-supervisor")).json()["access_token"]
    for text in TEXTS:
        order = {"order": text}
        answer = desk.call("POST", "/v1/attendance/left-out", token=token, json=order, follows=False)
        assert answer.status_code == 422, text
        grant = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": text}
        answer = desk.call("POST", "/v1/auth/token", data=grant, follows=False)
        assert answer.status_code in {400, 401, 422}, text
