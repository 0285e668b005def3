"""The workstations of a centre are listed, and one of them is ordered wiped, beside the server that runs."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from desktop_app.sandbox import cli, fleet
from desktop_app.sandbox.wipes import pending
from tests.support.desk_client import enrolled
from tests.support.sandbox_server import SandboxServer, sqlite_in

Out = pytest.CaptureFixture[str]


def run(tmp_path: Path, *typed: str) -> int:
    made = argparse.ArgumentParser()
    cli.add_commands(made.add_subparsers())
    args = made.parse_args(["sandbox", *typed, "--database", sqlite_in(tmp_path)])
    return int(args.handler(args))


def test_a_workstation_is_listed_and_wiped_while_the_centre_serves(
    sandbox: SandboxServer, tmp_path: Path, capsys: Out
) -> None:
    with enrolled(sandbox.url, sandbox.service.codes.mint()):
        assert run(tmp_path, "workstations") == 0
        [line] = capsys.readouterr().out.splitlines()
        id_, _hostname, _key_class, _enrolled, *wipe = line.split("\t")
        assert wipe == ["-", "-"]
        assert run(tmp_path, "wipe", id_, "--by", "o-admin") == 0
        order = capsys.readouterr().out.strip()
        with sandbox.service.engine.connect() as connection:
            assert pending(connection, id_) == order
        sandbox.service.wipes.confirm(id_, order, 2, 1)
        [member] = fleet.members(sandbox.service.engine)
    assert member.ordered_at is not None
    assert member.confirmed_at is not None


def test_what_is_not_enrolled_is_not_wiped(sandbox: SandboxServer, tmp_path: Path, capsys: Out) -> None:
    assert fleet.members(sandbox.service.engine) == []
    assert run(tmp_path, "wipe", "w-none", "--by", "o-admin") == cli.CANNOT_SERVE
    assert "w-none" in capsys.readouterr().err


def test_only_the_last_order_of_a_workstation_is_told(sandbox: SandboxServer) -> None:
    with enrolled(sandbox.url, sandbox.service.codes.mint()):
        [before] = fleet.members(sandbox.service.engine)
        first = fleet.wipe(sandbox.service.engine, before.id, "o-admin")
        sandbox.service.wipes.confirm(before.id, first, 0, 0)
        assert fleet.wipe(sandbox.service.engine, before.id, "o-admin") != first
        [member] = fleet.members(sandbox.service.engine)
    assert (member.ordered_at is None, member.confirmed_at) == (False, None)
