"""A desk signs in by card, keeps its copy by the feed alone, and sends events."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.conformance.desk import note
from desktop_app.conformance.endings import Broken
from tests.support.practice import practice_scene
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import OTHER


def test_a_desk_keeps_its_copy_and_sends(sandbox: SandboxServer, tmp_path: Path) -> None:
    desk = practice_scene(sandbox.city, tmp_path, sandbox.url).desk("handler")
    assert desk.person["id"] == "o-handler"
    first = desk.reports()[0]
    result = desk.send(note(first))[0]
    assert result["status"] == "applied"
    assert {change["entity"] for change in desk.drain()} == {"report", "entry"}
    assert desk.held[("report", first["id"])]["version"] == result["version"]


def test_a_desk_knows_what_concerns_it(sandbox: SandboxServer, tmp_path: Path) -> None:
    desk = practice_scene(sandbox.city, tmp_path, sandbox.url).desk("handler")
    assert all(desk.concerns(report) for report in desk.reports())
    assert not desk.concerns({"assignment": None})
    assert not desk.concerns({"assignment": {"lead_unit": OTHER, "owner": OTHER, "co_processors": []}})


def test_refused_events_are_said(sandbox: SandboxServer, tmp_path: Path) -> None:
    desk = practice_scene(sandbox.city, tmp_path, sandbox.url).desk("handler")
    with pytest.raises(Broken, match="POST /v1/sync/events: 422"):
        desk.send({"id": "none"})
