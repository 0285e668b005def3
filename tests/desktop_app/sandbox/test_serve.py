"""The process: one ready line, the city behind it, its code beside the data, a clean end on SIGTERM."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.support.desk_client import DeskClient

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import argparse, sys
from desktop_app.sandbox.cli import add_commands
parser = argparse.ArgumentParser()
add_commands(parser.add_subparsers())
args = parser.parse_args(sys.argv[1:])
sys.exit(args.handler(args))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a process on POSIX only")


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "sandbox", "serve", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=dict(os.environ),
    )  # fmt: skip


@contextmanager
def sandbox_process(*arguments: str) -> Iterator[dict[str, Any]]:
    """Run the process; yield its ready line; end it by SIGTERM and see that it went well."""
    process = start(*arguments)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.stderr.read() if process.stderr else ""
        yield json.loads(line)
        process.send_signal(signal.SIGTERM)
        rest, complaints = process.communicate(timeout=20)
        assert (rest, complaints) == ("", "")
        assert process.returncode == 0
    finally:
        process.kill()
        process.communicate()


def test_the_city_is_there_and_stays(tmp_path: Path) -> None:
    data = tmp_path / "sandbox"
    with sandbox_process("--data", str(data)) as ready:
        assert ready["data"] == str(data)
        assert ready["url"].startswith("http://127.0.0.1:")
        kept = json.loads((data / "enrolment.json").read_text("utf-8"))
        assert kept["enrolment_code"] == ready["enrolment_code"]
        assert oct((data / "enrolment.json").stat().st_mode)[-3:] == "600"
        epoch = requests.get(ready["url"] + "/v1/health", timeout=30).json()["epoch"]
        with DeskClient(ready["url"]) as desk:
            assert desk.enrol(ready["enrolment_code"]).status_code == 201
    cards = json.loads((data / "cards" / "index.json").read_text("utf-8"))
    with sandbox_process("--data", str(data), "--alive") as again:
        assert requests.get(again["url"] + "/v1/health", timeout=30).json()["epoch"] == epoch
        assert again["enrolment_code"] != ready["enrolment_code"]
    assert json.loads((data / "cards" / "index.json").read_text("utf-8")) == cards


def test_what_cannot_be_served_is_told_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", "utf-8")
    process = start("--data", str(blocked))
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 1
    assert complaints.startswith("ioc-desk sandbox: ")
    assert "Traceback" not in complaints
