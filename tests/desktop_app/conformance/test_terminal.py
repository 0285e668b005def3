"""Our terminal's rows chain, and the sandbox stores them."""

from __future__ import annotations

from pathlib import Path

from desktop_app import jose
from desktop_app.domain.attendance import GENESIS_HASH
from tests.support.practice import practice_scene
from tests.support.sandbox_server import SandboxServer


def test_rows_chain_and_are_stored(sandbox: SandboxServer, tmp_path: Path) -> None:
    scene = practice_scene(sandbox.city, tmp_path, sandbox.url)
    terminal = scene.terminal()
    rows = [terminal.row(), terminal.tap(scene.cards.card("handler"))]
    claims = [jose.unverified(row["terminal_jws"]).claims for row in rows]
    assert [one["prev_hash"] for one in claims] == [GENESIS_HASH, terminal.hashes[0]]
    assert [one["seq"] for one in claims] == [1, terminal.seq] == [1, 2]
    told = terminal.send(*rows).expect(200)
    assert [row["status"] for row in told["results"]] == ["stored", "stored"]
    compact, answer = terminal.checkpoint(terminal.seq, terminal.head)
    assert answer.status == 200
    assert jose.unverified(compact).claims["head_hash"] == terminal.head
