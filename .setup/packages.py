"""Keeps the package list of ``pyproject.toml`` true: ``python .setup/packages.py [--check]``.

The list is explicit so that a stray folder never becomes part of the program; it is written by machine so
that a new package is never left out.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
TOP_PACKAGES = ("cardio", "desktop_app", "resources", "ui")
LIST = re.compile(r"^packages = \[.*?^\]$", re.MULTILINE | re.DOTALL)


def packages_in(root: Path) -> list[str]:
    """Every folder below the four top ones that holds tracked files, as dotted names in order.

    Folders of data count: an import would take them for packages too, so the build wants them named.
    Untracked files do not: a clone does not have them, and a list that names them cannot be installed there.
    """
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--", *TOP_PACKAGES],
        cwd=root,
        capture_output=True,
        check=True,
        timeout=20,
    ).stdout.decode()
    folders = {
        folder
        for file in listed.split("\0")
        if (root / file).is_file()
        for folder in PurePosixPath(file).parents
    }
    return sorted(".".join(folder.parts) for folder in folders if folder.parts)


def with_packages(project: str, packages: list[str]) -> str:
    """The text of a ``pyproject.toml`` with these packages in its list."""
    lines = "".join(f'    "{package}",\n' for package in packages)
    return LIST.sub(f"packages = [\n{lines}]", project, count=1)


def main() -> int:
    """Write the list, or with ``--check`` only tell whether it is true; returns the exit code."""
    project = PROJECT.read_text(encoding="utf-8")
    true = with_packages(project, packages_in(ROOT))
    if true == project:
        return 0
    if "--check" in sys.argv[1:]:
        print("The package list of pyproject.toml is not true: run `make packages`.", file=sys.stderr)
        return 1
    PROJECT.write_text(true, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
