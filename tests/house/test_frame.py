"""The frame of ``tests/conftest.py`` fires: bad tests, run under it in a process of their own, do fail."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BAD = """
    import logging, threading, warnings
    import pytest
    from PySide6.QtCore import qWarning

    def test_stray_log():
        logging.getLogger("cardio").warning("service lost")

    @pytest.mark.expects_log("service lost")
    def test_silent_expectation():
        pass

    def test_stray_thread():
        threading.Thread(target=threading.Event().wait, name="pull", daemon=True).start()

    def test_warning():
        warnings.warn("old way", DeprecationWarning)

    def test_qt_warning(qtbot):
        qWarning("painter lost")
"""

GOOD = """
    import logging, os, pathlib, sys
    import keyring
    import pytest

    def test_own_home(tmp_path_factory):
        home = pathlib.Path.home()
        assert home.is_relative_to(tmp_path_factory.getbasetemp())
        assert not [path for path in home.rglob("*") if path.is_file()]
        assert "IOC_DESK_HOME" not in os.environ

    def test_no_keyring():
        keyring.set_password("service", "name", "secret")
        assert keyring.get_password("service", "name") is None

    @pytest.mark.expects_log("lost")
    def test_expected_log():
        logging.getLogger("cardio").warning("service lost")

    def test_window(qtbot):
        assert sys.platform != "linux" or os.environ["LC_ALL"] == "C.UTF-8"
"""

UNKNOWN_MARKER = """
    import pytest

    @pytest.mark.unheard_of
    def test_nothing():
        pass
"""


def run_under_frame(folder: Path, source: str) -> tuple[int, str]:
    """Run one test module under the project's own frame; returns exit code and output."""
    module = folder / "test_sample.py"
    module.write_text(dedent(source), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-n0", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, "-c", ROOT / "pyproject.toml", "--rootdir", folder, module],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    return run.returncode, run.stdout


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory: pytest.TempPathFactory) -> str:
    code, output = run_under_frame(tmp_path_factory.mktemp("bad"), BAD)
    assert code == 1, output
    return output


@pytest.mark.parametrize(
    "reason",
    [
        "unexpected log records:\nWARNING cardio: service lost",
        "expected log records that never came: ['service lost']",
        "threads still running: pull",
        "DeprecationWarning: old way",
        "QtWarningMsg: painter lost",
    ],
)
def test_a_bad_test_fails_and_says_why(bad_run: str, reason: str) -> None:
    assert reason in bad_run


def test_a_good_test_passes_in_a_home_of_its_own_without_a_keyring_whatever_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    code, output = run_under_frame(tmp_path, GOOD)
    assert code == 0, output
    assert "4 passed" in output


def test_a_misspelt_marker_is_no_marker(tmp_path: Path) -> None:
    code, output = run_under_frame(tmp_path, UNKNOWN_MARKER)
    assert code != 0
    assert "unheard_of" in output
