"""The reader that a command means, without a service and with one that answers as Windows' does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from smartcard import scard

from cardio.cli import at_reader
from cardio.errors import CardRemoved, NoReader, ReaderNotAnswering
from cardio.source import Sighting
from tests.cardio.cli.test_commands import PROGRAM, parse
from tests.support import virtual_cards
from tests.support.card_flows import tap
from tests.support.reader_events import SOON
from tests.support.windows_service import READER, WindowsService

ROOT = Path(__file__).parents[3]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> WindowsService:
    """A service with a reader and a card in it."""
    service = WindowsService(virtual_cards.card())
    service.install(monkeypatch)
    return service


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no card that is not there."""
    monkeypatch.setattr(at_reader, "CARD_WITHIN", 0.0)


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


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize("wanted", [None, READER])
def test_a_task_runs_on_the_card(wanted: str | None) -> None:
    assert len(at_reader.on_card(wanted, tap)) == 64


@pytest.mark.usefixtures("service", "impatient")
def test_another_reader_than_there_is() -> None:
    with pytest.raises(NoReader) as refusal:
        at_reader.on_card("another", tap)
    assert refusal.value.reader == "another"


@pytest.mark.usefixtures("impatient")
def test_a_reader_without_a_card(service: WindowsService) -> None:
    service.card = None
    with pytest.raises(CardRemoved):
        at_reader.on_card(None, tap)


@pytest.mark.usefixtures("service")
def test_a_task_without_an_end() -> None:
    with pytest.raises(ReaderNotAnswering):
        at_reader.on_card(None, tap, within=0.0)


def test_no_reader_at_all(service: WindowsService, capsys: pytest.CaptureFixture[str]) -> None:
    service.lay_up("ListReaders", scard.SCARD_E_NO_READERS_AVAILABLE)
    service.card = None
    assert at_reader.print_readers(parse("list")) == 0
    assert "No reader" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (Sighting(None), "empty"),
        (Sighting(b""), "mute"),
        (Sighting(b"\x3b"), "có thẻ / card"),
        (Sighting(b"\x3b", held=True), "held by another program"),
    ],
)
def test_what_is_said_of_a_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seen: Sighting, words: str
) -> None:
    monkeypatch.setattr(at_reader, "_look", lambda: {"R": seen})
    assert at_reader.print_readers(parse("list")) == 0
    assert words in capsys.readouterr().out
