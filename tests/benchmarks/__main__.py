"""Run the bars: ``python -m tests.benchmarks [--print] [BAR ...]``; writes the README's table."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
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
    lines: list[Line] = []
    for name in asked.bars:
        for line in importlib.import_module(f"tests.benchmarks.bars.{name}").lines():
            print(f"{line.bar}  {line.what}: {line.ours}  |  {line.peer}  |  {line.target}", flush=True)
            lines.append(line)
    if not asked.print:
        table.write(Path("README.md"), table.markdown(lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
