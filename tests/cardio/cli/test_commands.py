"""The words of the command line, and how a refusal is told."""

from __future__ import annotations

import argparse
import json

import pytest

from cardio import failure
from cardio.cli import commands

PROGRAM = """
import argparse, sys
from cardio.cli.commands import add_commands
parser = argparse.ArgumentParser()
add_commands(parser.add_subparsers())
arguments = parser.parse_args()
sys.exit(arguments.handler(arguments))
"""


def parse(*words: str) -> argparse.Namespace:
    """The arguments as the program gets them."""
    parser = argparse.ArgumentParser()
    commands.add_commands(parser.add_subparsers())
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


def test_the_table_of_codes(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["codes"], ["codes", "--json"]):
        arguments = parse(*words)
        assert arguments.handler(arguments) == 0
    text, _, document = capsys.readouterr().out.partition("{")
    known = {one.code: one.name for one in failure.every_failure()}
    assert json.loads("{" + document) == known
    assert dict(line.split() for line in text.splitlines()) == known
