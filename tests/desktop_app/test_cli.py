"""The command line."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import cli, demo
from desktop_app.__main__ import Windows
from desktop_app.attendance.evidence import RECEIPT_KEY_FILE
from desktop_app.core import Core
from desktop_app.demo import Demo
from desktop_app.domain.attendance import TapKind
from desktop_app.sandbox_process import SandboxNotStarted
from desktop_app.settings import HOME_VARIABLE, Home
from tests.journeys.workbench import Workbench
from tests.support.deadline import until


class Seen(Windows):
    """Windows that only note what they were to open."""

    def __init__(self) -> None:
        self.homes: list[Path] = []
        self.tours: list[Path] = []
        self.screens: list[tuple[Path, str]] = []

    def open_program(self, core: Core, demo: Demo | None = None) -> int:
        self.homes.append(core.home.root)
        return 0

    def run_tour(self, out: Path) -> int:
        self.tours.append(out)
        return 0

    def run_gallery(self, out: Path, screen: str = "") -> int:
        self.screens.append((out, screen))
        return 0


def run(*arguments: str, screens: Windows | None = None) -> int:
    """Run a command as a person types it."""
    return cli.main(arguments, screens or Windows())


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program's home in a folder of the test; its log handler taken away again."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture(autouse=True)
def no_real_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_real_readers", list)


def test_wrong_arguments_are_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("dance")
    assert ended.value.code == 2
    assert "dance" in capsys.readouterr().err


def test_every_command_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    shown = capsys.readouterr().out
    assert [
        word for word in ("demo", "tour", "sandbox", "card", "doctor", "journal") if word not in shown
    ] == []


def test_without_a_command_the_program_opens(tmp_path: Path) -> None:
    seen = Seen()
    assert run(screens=seen) == 0
    assert seen.homes == [tmp_path / "home"]
    assert (tmp_path / "home" / "logs" / "ioc-desk.log").exists()


def test_the_demo_without_a_display_is_the_tour(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    seen = Seen()
    assert run("demo", "--out", str(tmp_path), screens=seen) == 0
    assert seen.tours == [tmp_path]
    assert str(tmp_path) in capsys.readouterr().out


def test_the_tour_and_the_gallery_go_where_they_are_told(tmp_path: Path) -> None:
    seen = Seen()
    assert run("tour", "--out", str(tmp_path), screens=seen) == 0
    assert run("gallery", "--out", str(tmp_path), "--screen", "desk", screens=seen) == 0
    assert (seen.tours, seen.screens) == ([tmp_path], [(tmp_path, "desk")])


def test_a_demo_whose_server_fails_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise SandboxNotStarted("port taken")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(demo, "prepare", fails)
    assert run("demo") == 1
    assert "sandbox_not_started: port taken" in capsys.readouterr().err


def test_the_doctor_speaks_and_its_exit_code_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == 1
    shown = capsys.readouterr().out
    assert "Chưa có thẻ trong đầu đọc để khám." in shown
    assert "Cắm thẻ rồi khám lại." in shown, "with what to do about it"
    assert run("doctor", "--json") == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {item["part"] for item in found} >= {"service", "readers", "disk"}
    assert all(len(item["code"]) == 6 and item["says"] and item["remedy"] for item in found)
    assert "Chưa có thẻ trong đầu đọc để khám." in [item["says"] for item in found]
    assert run("doctor", "--json", "--language", "en") == 1
    english = json.loads(capsys.readouterr().out)
    assert english["language"] == "en"
    assert "There is no card in a reader to examine." in [item["says"] for item in english["findings"]]


@pytest.mark.parametrize("command", [("doctor",), ("journal", "verify"), ("journal", "export", "x")])
def test_a_store_that_does_not_open_is_told_by_its_code(
    enrolled: Workbench, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    enrolled.core.stop()
    enrolled.core.home.workstation_key_file.write_bytes(b"{}")
    assert run(*command) == 1
    assert "store_wrong_key" in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = Home(tmp_path / "home")
    home.create()
    home.settings_file.write_text("{", encoding="utf-8")
    assert run("doctor") == 1
    assert "SettingsUnreadable" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("workflow",), ("card", "codes")])
def test_who_reads_no_further_is_told_nothing_more(command: tuple[str, ...]) -> None:
    started = [sys.executable, "-m", "desktop_app", *command]
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 1


def test_a_journal_is_exported_and_verified(
    enrolled: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.desk.note(TapKind.BOOT)
    until(lambda: workplace.store.outbox.waiting() == 0)
    enrolled.core.stop()
    out = tmp_path / "attendance.jsonl"
    key = tmp_path / RECEIPT_KEY_FILE
    assert run("journal", "verify") == 0
    assert run("journal", "export", str(out)) == 0
    assert run("journal", "verify", str(out), "--receipt-key", str(key)) == 0
    assert "receipts 1/1" in capsys.readouterr().out
    out.write_text(out.read_text(encoding="ascii") * 2, encoding="ascii")
    assert run("journal", "verify", str(out)) == 1
    assert "seq 2" in capsys.readouterr().err


def test_what_cannot_be_verified_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("journal", "verify", str(tmp_path / "missing")) == 1
    (tmp_path / "empty").touch()
    assert run("journal", "verify", str(tmp_path / "empty"), "--receipt-key", str(tmp_path / "missing")) == 1
    assert run("journal", "verify") == 1
    assert run("journal", "export", str(tmp_path / "x")) == 1
    assert "not_enrolled" in capsys.readouterr().err
