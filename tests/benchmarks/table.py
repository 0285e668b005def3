"""The README's benchmark tables: one block per module of bars, each with its own day, machine and load.

A run replaces the blocks of the bars it measured and leaves the others as they were told, with
their own day: a bar that takes half an hour need not be run again to show one that takes a minute.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.figures import Line

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
_BLOCK = re.compile(r"<!-- bar:(\w+) -->\n(.*?)(?=\n*<!-- bar:|\Z)", re.DOTALL)
_HEAD = ("| bar | what | ours | peer or floor, same run | target | met |", "|---|---|---|---|---|---|")
_PACKAGES = ("PySide6-Essentials", "pyscard", "cryptography", "sqlcipher3")


def machine() -> str:
    """Return one sentence on what the figures were measured on."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    today = datetime.now(UTC).date()
    return (
        f"{today}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {versions}.{_load()}"
    )


def _load() -> str:
    """Say how busy the machine was with others' work, where it counts that."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f" Load of the machine at the end, the bars' own included: {os.getloadavg()[1]:.1f}."


def block(lines: Sequence[Line]) -> str:
    """Return the lines of one module of bars: where and when they were measured, then the table."""
    return "\n".join([f"*{machine()}*", "", *_HEAD, *map(_row, lines)])


def _row(line: Line) -> str:
    verdict = "yes" if line.met else "**no**"
    return f"| {line.bar} | {line.what} | {line.ours} | {line.peer} | {line.target} | {verdict} |"


def merge(readme: Path, measured: Mapping[str, str]) -> None:
    """Put the blocks, by the name of their module, between the markers, beside those of other bars.

    Raises ``ValueError`` when the markers are not there.
    """
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    told, after = rest.split(END, 1)
    kept = {name: body.strip() for name, body in _BLOCK.findall(told)} | dict(measured)
    blocks = "\n\n".join(f"<!-- bar:{name} -->\n{kept[name]}" for name in sorted(kept))
    readme.write_text(f"{before}{BEGIN}\n{blocks}\n{END}{after}", encoding="utf-8")
