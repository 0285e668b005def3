"""The command line of the sandbox: what is typed arrives as options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.sandbox import alive, cli, filling, serve
from desktop_app.sandbox.cli import BETWEEN_SECONDS


@pytest.fixture
def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser()
    cli.add_commands(made.add_subparsers())
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[serve.Options]:
    found: list[serve.Options] = []

    def keep(options: serve.Options) -> int:
        found.append(options)
        return 0

    monkeypatch.setattr(serve, "serve", keep)
    return found


def test_every_option_arrives(
    parser: argparse.ArgumentParser, asked: list[serve.Options], tmp_path: Path
) -> None:
    typed = [
        "--port",
        "8123",
        "--database",
        "sqlite:///x",
        "--reports",
        "a.csv",
        "--reports",
        "b.csv",
        "--alive",
    ]
    args = parser.parse_args(
        ["sandbox", "serve", "--data", str(tmp_path), "--public-url", "http://x", *typed]
    )
    assert args.handler(args) == 0
    assert asked == [
        serve.Options(tmp_path, 8123, "sqlite:///x", [Path("a.csv"), Path("b.csv")], True, "http://x")
    ]


def test_how_lively_the_city_is_can_be_set(
    parser: argparse.ArgumentParser, asked: list[serve.Options], tmp_path: Path
) -> None:
    typed = ["--alive", "--alive-pace", "2.5", "--alive-seed", "7"]
    args = parser.parse_args(["sandbox", "serve", "--data", str(tmp_path), *typed])
    args.handler(args)
    assert (asked[0].alive, asked[0].alive_pace, asked[0].alive_seed) == (True, 2.5, 7)
    assert BETWEEN_SECONDS == alive.BETWEEN_SECONDS


@pytest.mark.parametrize("pace", ["0", "0.1", "3601", "often"])
def test_a_pace_is_bounded(
    parser: argparse.ArgumentParser, pace: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["sandbox", "serve", "--alive-pace", pace])
    assert "--alive-pace" in capsys.readouterr().err


def test_without_a_word_it_takes_a_free_port_and_the_programs_home(
    parser: argparse.ArgumentParser,
    asked: list[serve.Options],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("IOC_DESK_HOME", str(tmp_path))
    args = parser.parse_args(["sandbox", "serve"])
    args.handler(args)
    assert asked == [serve.Options(tmp_path / "sandbox", reports=[])]


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_is_a_port(
    parser: argparse.ArgumentParser, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["sandbox", "serve", "--port", port])
    assert "--port" in capsys.readouterr().err


def test_filling_takes_a_number_and_tells_how_far_it_is(
    parser: argparse.ArgumentParser,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fill(
        data: Path, database: str | None, count: int, seed: int, told: Callable[[int, int], None]
    ) -> None:
        assert (data, database, count, seed) == (tmp_path, "sqlite:///x", 2000, 7)
        told(1000, count)
        told(2000, count)

    monkeypatch.setattr(filling, "fill_database", fill)
    typed = ["2000", "--seed", "7", "--database", "sqlite:///x", "--data", str(tmp_path)]
    args = parser.parse_args(["sandbox", "fill", *typed])
    assert args.handler(args) == 0
    assert capsys.readouterr().err == "\r1,000 / 2,000\r2,000 / 2,000\n"


@pytest.mark.parametrize("count", ["0", "1000001", "many"])
def test_what_is_filled_has_its_bounds(
    parser: argparse.ArgumentParser, count: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["sandbox", "fill", count])
    assert "N" in capsys.readouterr().err
