"""The scene prepares things once; what it cannot have makes clauses untested."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.endings import Untested
from desktop_app.conformance.scene import Scene
from tests.support.practice import practice_scene
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import LEAD, OTHER


def test_things_are_prepared_once(sandbox: SandboxServer, tmp_path: Path) -> None:
    scene = practice_scene(sandbox.city, tmp_path, sandbox.url)
    assert scene.desk("handler") is scene.desk("handler")
    assert scene.workstation() is scene.workstation()
    assert scene.own_token() == scene.own_token()


def test_reports_are_found_for_each_use(sandbox: SandboxServer, tmp_path: Path) -> None:
    scene = practice_scene(sandbox.city, tmp_path, sandbox.url)
    assert scene.led_report()["assignment"]["lead_unit"] == LEAD
    assert scene.foreign_report()["assignment"]["lead_unit"] == OTHER
    assert scene.private_report()["private"]
    assert not scene.open_report()["private"]


def test_without_a_code_nothing_of_ours_is_tested(sandbox: SandboxServer) -> None:
    scene = Scene(sandbox.url, None, CardFolder(None))
    with pytest.raises(Untested, match="--code"):
        scene.workstation()


def test_a_refused_enrolment_is_said_wherever_it_is_missed(sandbox: SandboxServer) -> None:
    scene = Scene(sandbox.url, "AAAAAAAAAAAA", CardFolder(None))
    assert scene.enrolment().code == "code_unknown"
    for _ in range(2):
        with pytest.raises(Untested, match="404 code_unknown"):
            scene.own_token()
