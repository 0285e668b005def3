"""What is planted is found: in a target of trees, in one of JSON, in one of bare bytes."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.planted import EACH

CHECKOUT = Path(__file__).parents[2]
CHEAP = ("biometrics", "receipt", "apdu")
FIND = """
import sys
from pathlib import Path
from tests.fuzz import passes
from tests.fuzz.run import Workshop

passes.OUT = Path(sys.argv[1])
opened = passes.Passes(Workshop.open(marked=True))
for name in sys.argv[2:]:
    print(name, len(opened.find_planted(name)))
"""
"""In a process of its own: the instruments must be there before anything else is imported."""


@pytest.mark.skipif(find_spec("atheris") is None, reason="Atheris is there for Linux on x86-64 alone")
@pytest.mark.timeout(900)  # all parsers are imported with instruments, and endless loops are looked for
def test_what_is_planted_is_found(tmp_path: Path) -> None:
    """It ends with the last find: mostly after some thousand inputs, by chance after a hundred thousand."""
    command = [sys.executable, "-W", "ignore", "-c", FIND, str(tmp_path), *CHEAP]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=900)
    assert run.returncode == 0, run.stderr[-2000:]
    assert dict(line.split() for line in run.stdout.splitlines()) == dict.fromkeys(CHEAP, str(EACH))
