"""Run the bars: ``python -m tests.benchmarks [--print] [BAR ...]``; writes their tables into the README."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

from tests.benchmarks import bars, table
from tests.benchmarks.figures import Line

PICTURES: Final = Path("tests/benchmarks")


def main() -> int:
    """Measure and tell; a figure that misses its target is shown as such, never hidden."""
    names = sorted(module.name for module in pkgutil.iter_modules(bars.__path__))
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--print", action="store_true", help="leave the README alone")
    parser.add_argument("bars", nargs="*", default=names, metavar="BAR")
    asked = parser.parse_args()
    for name in asked.bars:
        bar = importlib.import_module(f"tests.benchmarks.bars.{name}")
        lines = list(_told(bar.lines()))
        if not asked.print:
            table.merge(Path("README.md"), {name: table.block(lines) + _picture(bar)})
    return 0


def _picture(bar: ModuleType) -> str:
    """Keep what the bar has drawn (``PICTURE``) with the project; return the words that show it."""
    drawn: Path | None = getattr(bar, "PICTURE", None)
    if drawn is None:
        return ""
    kept = PICTURES / drawn.name
    shutil.copyfile(drawn, kept)
    return f"\n\n![{drawn.stem}]({kept.as_posix()})"


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    """Say each line as it is measured."""
    for line in lines:
        print(f"{line.bar}  {line.what}: {line.ours}  |  {line.peer}  |  {line.target}", flush=True)
        yield line


if __name__ == "__main__":
    raise SystemExit(main())
