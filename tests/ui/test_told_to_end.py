"""A signal ends the program orderly, and only while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.settings import HOME_VARIABLE
from ui.told_to_end import told_by_signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_calls_the_end_and_nothing_is_torn(number: signal.Signals) -> None:
    told: list[str] = []
    before = signal.getsignal(number)
    with told_by_signals(lambda: told.append("end")):
        signal.raise_signal(number)
    assert told == ["end"]
    assert signal.getsignal(number) is before


PROGRAM = """
from desktop_app.core import Core
from desktop_app.settings import Home
from PySide6.QtCore import QTimer
from ui import application
home = Home.default()
home.create()
QTimer.singleShot(0, lambda: print("up", flush=True))
print("code", application.run(Core(home, [], use_keyring=False)), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal reaches another process there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_running_program_ends_with_its_core_stopped(number: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", HOME_VARIABLE: str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "up\n"
        program.send_signal(number)
        told, wrong = program.communicate(timeout=20)
    assert (told, program.returncode) == ("code 0\n", 0)
    assert "Traceback" not in wrong
