"""Modules are imported one a turn, on the main thread, and the end is told once."""

from __future__ import annotations

import importlib
import subprocess
import sys
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from ui.loading import Loading

A_DESK = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.loading import Loading
application = QCoreApplication([])
made = Loading()
made.ended.connect(application.quit)
made.begin()
application.exec()
before = set(sys.modules)
import ui.desk.desk
print(sorted(name for name in set(sys.modules) - before if name.startswith("ui.")))
"""


def test_one_module_a_turn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    real = importlib.import_module

    def load(name: str) -> ModuleType:
        loaded.append(name)
        return real(name)

    monkeypatch.setattr(importlib, "import_module", load)
    made = Loading(("ui.map",))
    with qtbot.waitSignal(made.ended):
        made.begin()
        assert loaded == []
    assert loaded[0] == "ui.map"
    assert len(loaded) > 1
    assert all(name.startswith("ui.map.") for name in loaded[1:])
    made.begin()
    made.stop()
    made.stop()


def test_a_desk_needs_nothing_of_the_windows_that_was_not_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", A_DESK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
