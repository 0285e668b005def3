"""The command line of the sandbox: what is typed arrives as options."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from desktop_app.sandbox import cli, serve


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
