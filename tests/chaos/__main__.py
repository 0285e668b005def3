"""Kill the program at random moments: ``python -m tests.chaos --kills 200 [--cuts 200] [--seed S]``.

The last line sums up; the exit code is 0 only where nothing was lost, doubled, diverged or leaked.
What was found is listed before it, and the homes stay where they were for a look.
"""

from __future__ import annotations

import argparse
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from tests.chaos.campaign import Campaign
from tests.chaos.power import PowerCuts


def main() -> int:
    """Run a campaign and tell."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cuts", type=int, default=200, help="power cuts")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    result = Campaign(folder / "kills", asked.seed, asked.kills).run()
    if asked.cuts:
        missing, control = PowerCuts(folder / "power", asked.seed).run(asked.cuts)
        result.findings.add(missing)
        result.cuts = asked.cuts
        print(f"{asked.cuts} power cuts; as many with synchronous=NORMAL, where {control} lose something")
    for line in result.findings.lines():
        print(line)
    if result.findings.hold:
        shutil.rmtree(folder)
    else:
        print(f"see {folder}")
    print(result.line, flush=True)
    return 0 if result.findings.hold else 1


if __name__ == "__main__":
    sys.exit(main())
