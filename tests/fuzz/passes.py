"""Passes over one target, each in a process of its own: hunting, finding what was planted, choosing sites."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.fuzz import corpus, figures, planted, planting
from tests.fuzz.figures import Pass
from tests.fuzz.targets import TARGETS

OUT: Final = Path("build/fuzz")
MOST_ROUNDS: Final = 5
MOST_SECONDS: Final = 150
"""What one process of a long pass may take; a slow target goes on with the next pass."""

PLANTED_EXECUTIONS: Final = 1_000_000
REACH_SECONDS: Final = 3
_REACHED: Final = re.compile(r"reached: (\S+) (\d+)")
_VARIED: Final = re.compile(r"varied: (\S+) (\d+)")


def hunt(name: str, seconds: int) -> Pass:
    """Feed a target for so long."""
    found = OUT / name
    corpus.unpack(name, found)
    return _hunt_once(name, found, f"-max_total_time={seconds}")


def hunt_on(name: str, before: Pass, executions: int) -> Pass:
    """Go on where ``before`` ended, until there were so many executions and the last fifth was quiet."""
    found, total = OUT / name, before
    corpus.unpack(name, found)
    for _ in range(MOST_ROUNDS):
        quiet = int(total.last_new / (1 - figures.QUIET_SHARE)) + 1
        missing = max(executions, quiet) - total.executions
        if missing <= 0:
            break
        once = _hunt_once(name, found, f"-runs={missing}", f"-max_total_time={MOST_SECONDS}")
        total = total.followed_by(once)
        if not once.held or once.seconds >= MOST_SECONDS:
            break
    return total


def keep(name: str) -> int:
    """Reduce what a target's passes have found and keep it with the project; return how many inputs."""
    found, reduced = OUT / name, OUT / f"{name}.reduced"
    shutil.rmtree(reduced, ignore_errors=True)
    reduced.mkdir()
    _process("hunt", name, reduced, "-merge=1", str(found))
    return corpus.pack(name, (path.read_bytes() for path in reduced.iterdir()))


def find_planted(name: str) -> dict[str, int]:
    """Return the planted defects of a target that a pass from its seeds alone finds, and when."""
    empty = OUT / f"{name}.planted"
    shutil.rmtree(empty, ignore_errors=True)
    empty.mkdir(parents=True)
    _, log = _process("planted", name, empty, f"-runs={PLANTED_EXECUTIONS}")
    return figures.found_in(log)


def choose_planted(name: str) -> dict[str, str]:
    """Return five sites for a target, by a pass that tells what can be reached at all."""
    empty = OUT / f"{name}.reach"
    shutil.rmtree(empty, ignore_errors=True)
    empty.mkdir(parents=True)
    _, log = _process("reach", name, empty, f"-max_total_time={REACH_SECONDS}")
    reached = {site: int(at) for site, at in _REACHED.findall(log)}
    seeded = {site for site, at in reached.items() if at == 0}
    varied = [function for function, _ in sorted(_VARIED.findall(log), key=lambda found: int(found[1]))]
    sites = planting.choose(seeded, reached, varied, planted.EACH)
    return dict(zip(sites, itertools.cycle(planting.DEFECTS), strict=False))


def _hunt_once(name: str, found: Path, *limits: str) -> Pass:
    returncode, log = _process("hunt", name, found, *limits)
    return figures.read(log, returncode)


def _process(mode: str, name: str, folder: Path, *options: str) -> tuple[int, str]:
    """Run one process; its log stays in ``build/fuzz`` (libFuzzer's own dots and listings included)."""
    command = [sys.executable, "-m", "tests.fuzz.run", mode, name, str(folder), ",".join(TARGETS[name].code)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, errors="replace", check=False)
    (OUT / f"{name}.{mode}.log").write_text(done.stderr, encoding="utf-8")
    return done.returncode, done.stderr
