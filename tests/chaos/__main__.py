"""Kill the program at random moments: ``python -m tests.chaos --kills 200 [--cuts 200] [--seed S]``.

``--duration 40`` (seconds; ``40m``, ``2h``) is about how long it takes; a part of it is for histories held
against a model and for power cuts. The last line sums up; the exit code is 0 only where nothing was lost,
doubled, diverged or leaked. What was found is listed before it, and the homes stay for a look.
"""

from __future__ import annotations

import argparse
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from tests.chaos.campaign import Campaign, Result
from tests.chaos.power import PowerCuts
from tests.model import campaign as histories

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}
_SHORT_CUTS = 20


def seconds(text: str) -> float:
    """Read ``40``, ``40s``, ``5m`` or ``1h``."""
    unit = text[-1:] if text[-1:] in _UNITS else "s"
    return float(text.removesuffix(unit)) * _UNITS[unit]


def main() -> int:
    """Run a campaign and tell."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cuts", type=int, default=200, help="power cuts")
    parser.add_argument("--histories", type=float, default=60, help="seconds of histories")
    parser.add_argument("--duration", type=seconds, default=None, help="a short campaign of about so long")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    if asked.duration:
        asked.cuts, asked.histories = min(asked.cuts, _SHORT_CUTS), asked.duration / 4
    print(f"seed {asked.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    killing = asked.duration / 2 if asked.duration else None
    result = Campaign(folder / "kills", asked.seed, asked.kills, seconds=killing).run()
    _cut(result, folder / "power", asked.seed, asked.cuts)
    _history(result, asked.seed, asked.histories)
    for line in result.findings.lines():
        print(line)
    if result.findings.hold:
        shutil.rmtree(folder)
    else:
        print(f"see {folder}")
    print(result.line, flush=True)
    return 0 if result.findings.hold else 1


def _cut(result: Result, folder: Path, seed: int, cuts: int) -> None:
    """Cut the power, and see that the same with ``synchronous=NORMAL`` is caught."""
    if not cuts:
        return
    missing, control = PowerCuts(folder, seed).run(cuts)
    result.findings.add(missing)
    result.cuts = cuts
    print(f"{cuts} power cuts; as many with synchronous=NORMAL, where {control} lose something", flush=True)
    if not control:
        result.findings.diverged.append("the power cuts see nothing: NORMAL lost nothing either")


def _history(result: Result, seed: int, length: float) -> None:
    """Hold random histories of several desks against a model."""
    if not length:
        return
    told = histories.run(seed, length)
    print(told.line, flush=True)
    result.events += told.events
    result.faults += told.faults
    if told.failure:
        result.findings.diverged.append(f"a history: {told.failure.splitlines()[-1]}")


if __name__ == "__main__":
    sys.exit(main())
