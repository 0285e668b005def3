"""The one place that looks upward."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import Windows
from desktop_app.core import Core
from desktop_app.demo import Demo
from desktop_app.sandbox_process import SandboxProcess
from desktop_app.settings import Home


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--help"], capture_output=True, timeout=60, check=True
    )
    assert b"demo|tour|gallery|sandbox|card|doctor|workflow|journal|conformance" in done.stdout


def test_nothing_above_is_loaded_before_a_window_is_wanted() -> None:
    code = (
        "import sys, desktop_app.cli, desktop_app.core;"
        "print([m for m in sys.modules if m.split('.')[0] in ('ui', 'PySide6', 'uvicorn', 'sqlalchemy')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_the_windows_get_the_core_and_what_the_tray_plays_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cardio.simulator import VirtualReaders

    opened: list[tuple[object, ...]] = []

    def run(*arguments: object) -> int:
        opened.append(arguments)
        return 7

    monkeypatch.setattr("ui.application.run", run)
    core = Core(Home(tmp_path), use_keyring=False)
    demo = Demo(core, SandboxProcess(tmp_path), VirtualReaders(), tmp_path / "cards")
    assert Windows().open_program(core) == 7
    assert Windows().open_program(core, demo) == 7
    assert opened[0] == (core,)
    training = opened[1][2]
    assert getattr(training, "cards", None) == demo.cards
    assert getattr(training, "network", None) is demo.sandbox
