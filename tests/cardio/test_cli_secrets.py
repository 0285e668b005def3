"""Commands that ask for secrets: order, comparison, format; nothing reaches a card in vain."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from typing import TypeVar

import pytest

from cardio import cli_secrets
from cardio.errors import PinFormat
from cardio.simulator import VirtualPivCard
from cardio.transport import Card
from tests.cardio.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import PIN, PUK, pin

T = TypeVar("T")
NEW = "271828"


class Desk:
    """One card, and what was done on it."""

    def __init__(self) -> None:
        self.card = InReader(virtual_cards.card_file())
        self.tasks = 0

    def on_card(self, reader: str | None, task: Callable[[Card], T]) -> T:
        """Run the task."""
        assert reader is None
        self.tasks += 1
        return task(self.card)

    @property
    def virtual(self) -> VirtualPivCard:
        """The card itself."""
        return self.card.card


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., argparse.Namespace]:
    """Put lines on standard input; the arguments of a command that reads them."""

    def lines(*texts: str) -> argparse.Namespace:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(text + "\n" for text in texts)))
        return argparse.Namespace(reader=None, stdin=True, pin=bool(texts))

    return lines


def test_changing(typed: Callable[..., argparse.Namespace]) -> None:
    desk = Desk()
    assert cli_secrets.change_pin(typed(PIN, NEW, NEW), desk.on_card) == 0
    assert cli_secrets.test(typed(NEW), desk.on_card) == 0
    assert desk.virtual.pin_tries_left == 3


def test_unblocking(typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk()
    assert cli_secrets.unblock(typed(PUK, NEW, NEW), desk.on_card) == 0
    assert NEW not in capsys.readouterr().out


def test_testing_without_pin(
    typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli_secrets.test(typed(), Desk().on_card) == 0
    assert capsys.readouterr().out.count("works") == 1


def test_entries_that_differ_do_not_reach_the_card(typed: Callable[..., argparse.Namespace]) -> None:
    desk = Desk()
    assert cli_secrets.change_pin(typed(PIN, NEW, "271829"), desk.on_card) == 1
    assert desk.tasks == 0


@pytest.mark.parametrize("entries", [("12345", NEW, NEW), (PIN, "12345", "12345"), ("12345đ", NEW, NEW), ()])
def test_malformed_entries_do_not_reach_the_card(
    typed: Callable[..., argparse.Namespace], entries: tuple[str, ...]
) -> None:
    desk = Desk()
    with pytest.raises(PinFormat):
        cli_secrets.change_pin(typed(*entries), desk.on_card)
    assert desk.tasks == 0


def test_typed_secrets_are_asked_for_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return PIN

    monkeypatch.setattr("getpass.getpass", ask)
    arguments = argparse.Namespace(reader=None, stdin=False, pin=True)
    assert cli_secrets.test(arguments, Desk().on_card) == 0
    assert prompts == [cli_secrets.PIN]
    assert pin() == bytearray(PIN, "ascii")
