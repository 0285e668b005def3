"""The lines as a Markdown table between the README's markers, with machine and versions."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.figures import Line

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
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


def markdown(lines: Sequence[Line]) -> str:
    """Return the table."""
    head = ["| bar | what | ours | peer or floor, same run | target | met |", "|---|---|---|---|---|---|"]
    return "\n".join([machine(), "", *head, *map(_row, lines)])


def _row(line: Line) -> str:
    verdict = "yes" if line.met else "**no**"
    return f"| {line.bar} | {line.what} | {line.ours} | {line.peer} | {line.target} | {verdict} |"


def write(readme: Path, table: str) -> None:
    """Put the table between the markers; raises ``ValueError`` when they are not there."""
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    readme.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")
