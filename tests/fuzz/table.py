"""The figures as Markdown between the markers of ARCHITECTURE.md."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.fuzz.figures import Pass

PAGE: Final = Path("ARCHITECTURE.md")
BEGIN: Final = "<!-- fuzz:begin -->"
END: Final = "<!-- fuzz:end -->"
_HEAD: Final = (
    "| target | executions | a second | edges | last new at | slowest input | memory | planted found |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|\n"
)


def markdown(passes: Mapping[str, Pass], planted: Mapping[str, Mapping[str, str]]) -> str:
    """Return the table; a target that does not hold says so."""
    return _HEAD + "".join(_row(name, passes[name], len(planted.get(name, ()))) for name in sorted(passes))


def _row(name: str, one: Pass, planted: int) -> str:
    share = one.last_new / one.executions if one.executions else 1.0
    last = f"{share:.0%}" if one.is_settled else f"**{share:.0%}**"
    found = f"{len(one.planted)}/{planted}"
    cells = (
        name if one.held else f"{name} **broke**",
        f"{one.executions:,}",
        f"{one.per_second:,}",
        str(one.edges),
        last,
        f"{one.slowest_ms:.1f} ms",
        f"{one.peak_mb} MB",
        found if len(one.planted) == planted else f"**{found}**",
    )
    return "| " + " | ".join(cells) + " |\n"


def write(page: Path, text: str) -> None:
    """Put the table between the page's markers; raise ValueError where there are none."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(page.name)
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
