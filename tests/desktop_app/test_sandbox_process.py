"""The embedded server as a child process: its ready line, its end, its address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app import sandbox_process
from desktop_app.sandbox_process import SandboxNotStarted, SandboxProcess

READY = '{"url": "http://127.0.0.1:4711", "enrolment_code": "ABC", "data": "somewhere"}'
_start = subprocess.Popen


class Children:
    """Starts, in place of the sandbox, a child that prints what a test wants and waits."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], **options: Any) -> subprocess.Popen[str]:  # noqa: ANN401
        self.commands.append(command)
        code = f"import sys; print({self.line!r}, flush=True); sys.stdin.read()"
        return _start([sys.executable, "-c", code], **options)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Children:
    made = Children(READY)
    monkeypatch.setattr("desktop_app.sandbox_process.subprocess.Popen", made)
    return made


def test_it_is_ready_when_it_says_so_and_keeps_its_address(children: Children, tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path, alive=True)
    seen = [sandbox.connected]
    ready = sandbox.start()
    assert (ready.url, ready.enrolment_code, ready.data) == (
        "http://127.0.0.1:4711",
        "ABC",
        Path("somewhere"),
    )
    seen.append(sandbox.connected)
    sandbox.cut()
    sandbox.stop()
    seen.append(sandbox.connected)
    sandbox.restore()
    sandbox.restore()
    seen.append(sandbox.connected)
    sandbox.stop()
    assert seen == [False, True, False, True]
    first, second = children.commands
    serve = ["-m", "desktop_app", "sandbox", "serve", "--data", str(tmp_path), "--with-parent"]
    assert first[1:] == [*serve, "--alive"]
    assert second[-3:] == ["--port", "4711", "--alive"]


def test_an_enrolled_workstation_finds_it_where_it_was(children: Children, tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path, "http://127.0.0.1:5000")
    sandbox.start()
    sandbox.stop()
    assert children.commands[0][-2:] == ["--port", "5000"]


@pytest.mark.parametrize("line", ["Address already in use", "{}", "[]", ""])
def test_anything_but_a_ready_line_is_a_failure(children: Children, tmp_path: Path, line: str) -> None:
    children.line = line
    sandbox = SandboxProcess(tmp_path)
    with pytest.raises(SandboxNotStarted) as problem:
        sandbox.start()
    assert problem.value.detail == line
    assert not sandbox.connected


def test_silence_is_a_failure_too(
    children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox_process, "READY_SECONDS", 0.05)
    children.line = ""

    def silent(command: list[str], **options: Any) -> subprocess.Popen[str]:  # noqa: ANN401
        return _start([sys.executable, "-c", "import sys; sys.stdin.read()"], **options)

    monkeypatch.setattr("desktop_app.sandbox_process.subprocess.Popen", silent)
    with pytest.raises(SandboxNotStarted):
        SandboxProcess(tmp_path).start()
