"""Run the bars: ``python -m tests.benchmarks [--print] [BAR ...]``; writes their tables into the README."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks import bars, table
from tests.benchmarks.figures import Line


def main() -> int:
    """Measure and tell; a figure that misses its target is shown as such, never hidden."""
    names = sorted(module.name for module in pkgutil.iter_modules(bars.__path__))
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--print", action="store_true", help="leave the README alone")
    parser.add_argument("bars", nargs="*", default=names, metavar="BAR")
    asked = parser.parse_args()
    for name in asked.bars:
        lines = list(_told(importlib.import_module(f"tests.benchmarks.bars.{name}").lines()))
        if not asked.print:
            table.merge(Path("README.md"), {name: table.block(lines)})
    return 0


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    """Say each line as it is measured."""
    for line in lines:
        print(f"{line.bar}  {line.what}: {line.ours}  |  {line.peer}  |  {line.target}", flush=True)
        yield line


if __name__ == "__main__":
    raise SystemExit(main())
