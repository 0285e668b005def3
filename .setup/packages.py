"""Keeps the package list of ``pyproject.toml`` true: ``python .setup/packages.py [--check]``.

The list is explicit so that a stray folder never becomes part of the program; it is written by machine so
that a new package is never left out.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
TOP_PACKAGES = ("cardio", "desktop_app", "resources", "ui")
LIST = re.compile(r"^packages = \[.*?^\]$", re.MULTILINE | re.DOTALL)


def packages_on_disk(root: Path) -> list[str]:
    """Every folder below the four top ones that holds files, as dotted names in order.

    Folders of data count: an import would take them for packages too, so the build wants them named.
    """
    files = (path for top in TOP_PACKAGES for path in (root / top).rglob("*") if path.is_file())
    folders = {
        folder
        for file in files
        if file.parent.name != "__pycache__"
        for folder in file.relative_to(root).parents
        if folder.parts
    }
    return sorted(".".join(folder.parts) for folder in folders)


def with_packages(project: str, packages: list[str]) -> str:
    """The text of a ``pyproject.toml`` with these packages in its list."""
    lines = "".join(f'    "{package}",\n' for package in packages)
    return LIST.sub(f"packages = [\n{lines}]", project, count=1)


def main() -> int:
    """Write the list, or with ``--check`` only tell whether it is true; returns the exit code."""
    project = PROJECT.read_text(encoding="utf-8")
    true = with_packages(project, packages_on_disk(ROOT))
    if true == project:
        return 0
    if "--check" in sys.argv[1:]:
        print(
            "The package list of pyproject.toml is not what is on disk: run `make packages`.", file=sys.stderr
        )
        return 1
    PROJECT.write_text(true, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
