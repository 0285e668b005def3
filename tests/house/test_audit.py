"""The audit tells holes, tells what it could not look up, and passes only where it saw everything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import ROOT

SOUND = {"name": "sound", "version": "1", "vulns": []}
HOLED = {"name": "holed", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"], "aliases": []}]}
UNSEEN = {"name": "unseen", "skip_reason": "Dependency not found on PyPI and could not be audited"}


def audited(path: Path, found: object) -> tuple[int, str]:
    """Run the audit's last step on what pip-audit would have written (None: nothing)."""
    if found is not None:
        path.write_text(json.dumps(found), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, ROOT / ".setup" / "audited.py", path], capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout


@pytest.mark.parametrize(
    ("packages", "code", "says"),
    [
        ([SOUND], 0, "1 of 1 packages looked up, 0 known holes"),
        ([SOUND, HOLED], 1, "holed 1: PYSEC-1, mended in 2"),
        ([SOUND, UNSEEN], 1, "nothing is known of: unseen"),
        ([UNSEEN], 1, "NOTHING IS PROVED"),
        ([], 1, "0 of 0 packages"),
    ],
    ids=["sound", "hole", "partly unseen", "unseen", "empty"],
)
def test_only_an_audit_that_saw_everything_passes(
    tmp_path: Path, packages: list[dict[str, Any]], code: int, says: str
) -> None:
    ended, told = audited(tmp_path / "audit.json", {"dependencies": packages})
    assert ended == code
    assert says in told


@pytest.mark.parametrize("found", [None, [], {"other": 1}], ids=["no file", "a list", "another document"])
def test_an_auditor_that_broke_off_proves_nothing(tmp_path: Path, found: object) -> None:
    ended, told = audited(tmp_path / "audit.json", found)
    assert (ended, "NOTHING IS PROVED" in told) == (1, True)
