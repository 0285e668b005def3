"""Passes over one target: hunting, finding what was planted, choosing where to plant."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path
from typing import Final

from tests.fuzz import corpus, figures, planted, planting
from tests.fuzz.figures import Pass
from tests.fuzz.run import Workshop

OUT: Final = Path("build/fuzz")
MOST_ROUNDS: Final = 5
MOST_SECONDS: Final = 150
"""What one process of a long pass may take; a slow target goes on with the next pass."""

PLANTED_EXECUTIONS: Final = 1_000_000
PLANTED_SECONDS: Final = 240
REACH_EXECUTIONS: Final = 80_000
REACH_SECONDS: Final = 40
_REACHED: Final = re.compile(r"reached: (\S+) (\d+)")
_VARIED: Final = re.compile(r"varied: (\S+) (\d+)")


class Passes:
    """The passes of one run of the fuzzer, in its workshop."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        OUT.mkdir(parents=True, exist_ok=True)

    @property
    def names(self) -> list[str]:
        """All targets."""
        return list(self._workshop.targets)

    def hunt(self, name: str, seconds: int) -> Pass:
        """Feed a target for so long."""
        return self._hunt_once(name, _kept(name), f"-max_total_time={seconds}")

    def hunt_on(self, name: str, before: Pass, executions: int) -> Pass:
        """Go on where ``before`` ended, until there were so many executions and the last fifth was quiet."""
        found, total = _kept(name), before
        for _ in range(MOST_ROUNDS):
            quiet = int(total.last_new / (1 - figures.QUIET_SHARE)) + 1
            missing = max(executions, quiet) - total.executions
            if missing <= 0:
                break
            once = self._hunt_once(name, found, f"-runs={missing}", f"-max_total_time={MOST_SECONDS}")
            total = total.followed_by(once)
            if not once.held or once.executions < missing:  # it broke, or its time was over
                break
        return total

    def keep(self, name: str) -> int:
        """Keep the shortest of what brought coverage with the project; return how many inputs."""
        return corpus.pack(name, (path.read_bytes() for path in (OUT / name).iterdir()))

    def find_planted(self, name: str) -> dict[str, int]:
        """Return the planted defects of a target that a pass from its seeds alone finds, and when."""
        limits = (f"-runs={PLANTED_EXECUTIONS}", f"-max_total_time={PLANTED_SECONDS}")
        return figures.found_in(self._workshop.run("planted", name, _empty(f"{name}.planted"), *limits).log)

    def choose_planted(self, name: str) -> dict[str, str]:
        """Return five sites for a target, by a pass that tells what can be reached at all."""
        limits = (f"-runs={REACH_EXECUTIONS}", f"-max_total_time={REACH_SECONDS}")
        log = self._workshop.run("reach", name, _empty(f"{name}.reach"), *limits).log
        reached = {site: int(at) for site, at in _REACHED.findall(log)}
        seeded = {site for site, at in reached.items() if at == 0}
        varied = [function for function, _ in sorted(_VARIED.findall(log), key=lambda found: int(found[1]))]
        sites = planting.choose(seeded, reached, varied, planted.EACH)
        return dict(zip(sites, itertools.cycle(self._workshop.targets[name].defects), strict=False))

    def _hunt_once(self, name: str, found: Path, *limits: str) -> Pass:
        ended = self._workshop.run("hunt", name, found, *limits)
        return figures.read(ended.log, ended.code, ended.seconds)


def _kept(name: str) -> Path:
    """The folder of a target's inputs, what is kept with the project among them."""
    folder = OUT / name
    corpus.unpack(name, folder)
    return folder


def _empty(name: str) -> Path:
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
