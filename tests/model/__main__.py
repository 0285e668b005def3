"""Many histories under one seed: ``python -m tests.model --seconds 40 [--seed S]``.

The last line sums up. A history that fails is printed whole, with the seed that brings it back.
"""

from __future__ import annotations

import argparse
import secrets
import sys

from tests.model.campaign import run


def main() -> int:
    """Run histories and tell."""
    parser = argparse.ArgumentParser(prog="model", description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    result = run(asked.seed, asked.seconds)
    print(result.line, flush=True)
    return 1 if result.failure else 0


if __name__ == "__main__":
    sys.exit(main())
