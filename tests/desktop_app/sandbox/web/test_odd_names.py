"""Names that nothing can have, in paths, bodies and metadata: unknown or malformed, never a 5xx."""

from __future__ import annotations

import base64

import pytest

from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH
ODD = ("a\0b", "\0", "a" * 64, "ệ", "'; --", "🪪", "../..")


@pytest.fixture
def person(desk: DeskClient, sandbox: SandboxServer) -> DeskClient:
    desk.sign_in(sandbox.city.card("o-handler"))
    return desk


def test_rows_of_odd_names_are_not_there(person: DeskClient) -> None:
    for name in ODD:
        for entity in ("report", "entry", name[:16]):
            body = {"entity": entity, "ids": [name]}
            answer = person.call("POST", "/v1/sync/rows", token=person.token, json=body, follows=False)
            assert answer.status_code in {200, 422}, body
            assert answer.json().get("rows", []) == []


def test_events_on_odd_names_touch_nothing(person: DeskClient) -> None:
    event = {
        "id": "01990000-0000-7000-8000-000000000001", "type": "note", "entity": "report", "base_version": 1,
        "after": None, "touches": [], "occurred_at": "2026-03-02T00:00:00.000000Z", "payload": {"text": "x"},
    }  # fmt: skip
    for name in ODD:
        for field in ("entity_id", "id", "entity", "type", "after", "text"):
            odd = {"payload": {"text": name}} if field == "text" else {field: name}
            body = {"events": [{**event, "entity_id": event["id"], **odd}]}
            answer = person.call("POST", "/v1/sync/events", token=person.token, json=body, follows=False)
            assert answer.status_code < 500, odd


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_times_at_the_ends_of_the_calendar_are_no_defect(person: DeskClient, at: str) -> None:
    event = {
        "id": "01990000-0000-7000-8000-000000000002", "type": "note", "entity": "report", "base_version": 1,
        "entity_id": "01990000-0000-7000-8000-000000000003", "after": None, "touches": [], "occurred_at": at,
        "payload": {"text": "x"},
    }  # fmt: skip
    answer = person.call(
        "POST", "/v1/sync/events", token=person.token, json={"events": [event]}, follows=False
    )
    assert answer.status_code < 500


def test_uploads_of_odd_names_are_kept_or_refused(person: DeskClient, sandbox: SandboxServer) -> None:
    report = sandbox.city.put()
    for name in ODD:
        named = ",".join(
            f"{key} {base64.b64encode(text.encode()).decode()}"
            for key, text in (("sha256", "a" * 64), ("filename", name))
        )
        headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": named}
        path = f"/v1/reports/{report.id}/uploads"
        answer = person.call("POST", path, token=person.token, more_headers=headers, follows=False)
        assert answer.status_code < 500, name


def test_no_path_leads_elsewhere(person: DeskClient) -> None:
    """A redirect would carry the host that the request names, and no client follows one."""
    for path in ("/v1/health/", "/v1/auth/nonce/", "/v1/sync/changes/", "/p/", "/p/PA-1/"):
        answer = person.http.get(person.url + path, allow_redirects=False, timeout=30)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
