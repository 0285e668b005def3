"""Virtual cards served to the driver of a virtual reader, or what stands in its place here."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardio.cli import serving
from cardio.simulator import CardFile
from tests.cardio.cli.test_commands import parse
from tests.support import virtual_cards
from tests.support.reader_events import SOON


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
        monkeypatch.setattr(serving, "_wait_for_interrupt", ask)
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


def test_a_card_with_a_pin_of_the_whole_card(
    served: Callable[..., bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    served("--global-pin", "161803")
    assert "PIN 161803" in capsys.readouterr().out
