"""The command line without a service: arguments, refusals, virtual cards."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardio import cli, failure
from cardio.simulator import CardFile
from tests.support import virtual_cards
from tests.support.reader_events import SOON

ROOT = Path(__file__).parents[2]
PROGRAM = """
import argparse, sys
from cardio.cli import add_commands
parser = argparse.ArgumentParser()
add_commands(parser.add_subparsers())
arguments = parser.parse_args()
sys.exit(arguments.handler(arguments))
"""


def parse(*words: str) -> argparse.Namespace:
    """The arguments as the program gets them."""
    parser = argparse.ArgumentParser()
    cli.add_commands(parser.add_subparsers())
    return parser.parse_args(["card", *words])


@pytest.mark.parametrize(
    "words", [["list"], ["list", "--json"], ["info", "--reader", "R"], ["serve", "--short"], ["codes"]]
)
def test_every_command_has_a_handler(words: list[str]) -> None:
    assert callable(parse(*words).handler)


@pytest.mark.parametrize("words", [[], ["read"], ["serve", "--port", "many"]])
def test_other_words_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        parse(*words)
    assert refusal.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["list", "info"])
def test_without_a_service_the_code_is_told(tmp_path: Path, command: str) -> None:
    # A process of its own: the client library reads the variable once.
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, "card", command],
        cwd=ROOT,
        env={**os.environ, "PCSCLITE_CSOCK_NAME": str(tmp_path / "nobody"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=SOON * 3,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no_service" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("content", [None, "{}"])
def test_serving_what_is_no_card(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "card.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    arguments = parse("serve", str(path))
    assert arguments.handler(arguments) == 1
    assert "error" in capsys.readouterr().err


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., bytes]]:
    """Serve a card to a listener as vpcd is one; the answer to SELECT in one extended APDU."""
    listener = socket.create_server(("127.0.0.1", 0))
    answers: list[bytes] = []

    def ask() -> None:
        link, _ = listener.accept()
        with link:
            apdu = bytes.fromhex("00A40400000009A000000308000010000000")
            link.sendall(len(apdu).to_bytes(2, "big") + apdu)
            link.settimeout(SOON)
            answers.append(link.recv(300))

    def serve(*words: str) -> bytes:
        monkeypatch.setattr(cli, "_wait_for_interrupt", ask)
        arguments = parse("serve", *words, "--port", str(listener.getsockname()[1]))
        assert arguments.handler(arguments) == 0
        return answers.pop()

    yield serve
    listener.close()


def test_serving_a_card_of_a_file(
    served: Callable[..., bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    virtual_cards.card_file().save(tmp_path / "card.json")
    assert served(str(tmp_path / "card.json"))[-2:] == b"\x90\x00"
    assert CardFile.load(tmp_path / "card.json").label in capsys.readouterr().out


def test_serving_a_new_card(served: Callable[..., bytes], capsys: pytest.CaptureFixture[str]) -> None:
    assert served("--short")[-2:] == b"\x67\x00", "no extended length"
    assert "PIN 123456" in capsys.readouterr().out


def test_the_table_of_codes(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["codes"], ["codes", "--json"]):
        arguments = parse(*words)
        assert arguments.handler(arguments) == 0
    text, _, document = capsys.readouterr().out.partition("{")
    known = {one.code: one.name for one in failure.every_failure()}
    assert json.loads("{" + document) == known
    assert dict(line.split() for line in text.splitlines()) == known


def test_a_card_with_a_pin_of_the_whole_card(
    served: Callable[..., bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    served("--global-pin", "161803")
    assert "PIN 161803" in capsys.readouterr().out
