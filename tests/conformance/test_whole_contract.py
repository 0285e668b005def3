"""The reference central API keeps every clause of the contract, on either database."""

from __future__ import annotations

from pathlib import Path

from desktop_app.conformance.clauses import Verdict
from desktop_app.conformance.suite import CLAUSES, run
from tests.support.practice import practice_scene
from tests.support.sandbox_server import ON_BOTH, SandboxServer


@ON_BOTH
def test_every_clause_holds(sandbox: SandboxServer, tmp_path: Path) -> None:
    findings = list(run(practice_scene(sandbox.city, tmp_path, sandbox.url)))
    assert {one.clause: one.detail for one in findings if one.verdict is not Verdict.HOLDS} == {}
    assert [one.clause for one in findings] == [clause.id for clause in CLAUSES]
