"""All fuzz targets in turn: ``python -m tests.fuzz --seconds 60 [TARGET ...]``.

Prints a line per target (executions, last coverage, new coverage in the last fifth) and ends non-zero when a
target crashed, hung, or ran nothing. Inputs that broke something stay in ``build/fuzz``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.targets import TARGETS

OUT = Path("build/fuzz")
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_COVERAGE = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+)")


@dataclass(frozen=True)
class Run:
    """What one target's process told."""

    name: str
    executions: int
    coverage: int
    late_gain: int
    ended_well: bool

    @property
    def held(self) -> bool:
        """Whether the target ran and broke nothing."""
        return self.ended_well and self.executions > 0


def fuzz(name: str, seconds: int) -> Run:
    """Run one target in its own process and read its figures."""
    corpus = OUT / name
    corpus.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.run", name, str(corpus), str(seconds)]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=False, timeout=seconds + 120
    )
    (OUT / f"{name}.log").write_text(done.stderr, encoding="utf-8")
    return read(name, done.stderr, done.returncode)


def read(name: str, log: str, returncode: int) -> Run:
    """Read a process's log: executions, final coverage, what the last fifth of the executions added."""
    executed = [int(number) for number in _EXECUTED.findall(log)]
    total = executed[-1] if executed else 0
    steps = [(int(at), int(cov)) for at, cov in _COVERAGE.findall(log)]
    last = steps[-1][1] if steps else 0
    before = max((cov for at, cov in steps if at <= total * 0.8), default=last)
    return Run(name, total, last, last - before, returncode == 0)


def main() -> int:
    """Fuzz what was asked for and print the table."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET")
    asked = parser.parse_args()
    runs = [fuzz(name, asked.seconds) for name in asked.targets]
    for run in runs:
        verdict = "held" if run.held else f"BROKE: see {OUT}/{run.name}.log"
        figures = f"{run.executions:>9} executions  cov {run.coverage:>5}  late +{run.late_gain:<4}"
        print(f"{run.name:14} {figures} {verdict}")
    return 0 if all(run.held for run in runs) else 1


if __name__ == "__main__":
    raise SystemExit(main())
