"""Many histories under one seed: ``python -m tests.model --seconds 40 [--seed S]``.

``--planted`` puts in one defect after the other, ``--seconds`` for each: all of them must be found. The last
line sums up. A history that fails is printed whole, with the seed that brings it back.
"""

from __future__ import annotations

import argparse
import secrets
import sys

from tests.model.campaign import run, search
from tests.model.planted import DEFECTS


def main() -> int:
    """Run histories and tell."""
    parser = argparse.ArgumentParser(prog="model", description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--planted", nargs="?", const="", help="look for planted defects (part of a name)")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    if asked.planted is not None:
        return planted(asked.planted, asked.seed, asked.seconds)
    result = run(asked.seed, asked.seconds)
    print(result.line, flush=True)
    return 1 if result.failure else 0


def planted(part: str, seed: int, seconds: float) -> int:
    """Look for each defect whose name has ``part`` in it; 1 where one is not found."""
    found = 0
    chosen = [defect for defect in DEFECTS if part in defect.name]
    for defect in chosen:
        is_found, line = search(defect, seed, seconds)
        found += is_found
        print(line, flush=True)
    print(f"model: {found} of {len(chosen)} planted defects found", flush=True)
    return 0 if found == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
