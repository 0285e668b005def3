"""The command from its arguments to its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.__main__ import main
from desktop_app.conformance.suite import CLAUSES
from tests.support.practice import cards_of, forgotten_cursor, reports_of
from tests.support.sandbox_server import SandboxServer
from tests.support.wrong_server import recoded, wrong_server


def test_the_sandbox_conforms(
    sandbox: SandboxServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports_of(sandbox.city)
    cards = cards_of(sandbox.city, tmp_path / "cards")
    arguments = ["--code", sandbox.service.codes.mint(), "--cards", str(cards)]
    old = f"--expired-cursor={forgotten_cursor(sandbox.city)}"  # of base64url: it may begin with a minus
    assert main(["conformance", sandbox.url, *arguments, old]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"holds {len(CLAUSES)}  broken 0  untested 0"


def test_a_broken_clause_is_exit_code_1(sandbox: SandboxServer, capsys: pytest.CaptureFixture[str]) -> None:
    with wrong_server(sandbox.city, recoded("not_found", "lost")) as url:
        assert main(["conformance", url, "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [one["clause"] for one in findings if one["verdict"] == "broken"] == ["path.unknown"]


@pytest.mark.parametrize(
    "arguments", [["http://centre.example"], ["https://centre.example", "--cards", "no-such-folder"]]
)
def test_useless_arguments_are_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", *arguments]) == 2
    assert capsys.readouterr().err.startswith("ioc-desk conformance: ")
