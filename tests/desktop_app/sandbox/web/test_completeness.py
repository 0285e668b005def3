"""The list of terminals over HTTP: for supervisors, and for a moment that can be read."""

from __future__ import annotations

import pytest

from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer

PATH = "/v1/attendance/terminals?through="
MOMENT = "2026-03-02T00:00:00.000000Z"


def test_it_is_told_to_supervisors_alone(desk: DeskClient, sandbox: SandboxServer) -> None:
    desk.workstation_token()
    assert desk.call("GET", PATH + MOMENT, token=desk.token).status_code == 401
    for officer, status in (("o-supervisor", 200), ("o-handler", 404), ("o-dispatcher", 404)):
        token = desk.sign_in(sandbox.city.card(officer)).json()["access_token"]
        assert desk.call("GET", PATH + MOMENT, token=token).status_code == status


MOMENTS = ("", "yesterday", "2026-03-02T00:00:00", "%00", "9" * 300, "0001-01-01T00:00:00%2B14:00")


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_moment_that_cannot_be_read_is_refused(
    desk: DeskClient, sandbox: SandboxServer, moment: str
) -> None:
    token = desk.sign_in(sandbox.city.card("o-supervisor")).json()["access_token"]
    answer = desk.call("GET", PATH + moment, token=token, follows=False)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
