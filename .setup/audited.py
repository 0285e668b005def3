"""Say what an audit found and what it could not look up: ``python .setup/audited.py build/audit.json``.

Reads pip-audit's JSON. Ends with 0 only where every package was looked up and none has a known hole: an audit
that saw nothing has proved nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def told(packages: list[dict[str, Any]]) -> tuple[list[str], bool]:
    """Return the lines to print, and whether all is well; ``packages`` as pip-audit lists them."""
    unseen = [package["name"] for package in packages if "skip_reason" in package]
    holes = [(package, hole) for package in packages for hole in package.get("vulns", ())]
    lines = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions'])}"
        for package, hole in holes
    ]
    seen = len(packages) - len(unseen)
    lines.append(f"audit: {seen} of {len(packages)} packages looked up, {len(holes)} known holes")
    if unseen and not seen:
        lines.append(
            "audit: NOTHING IS PROVED: the advisories of the package index could not be reached from here; "
            "run it again where they can."
        )
    elif unseen:
        lines.append(f"audit: not looked up, so nothing is known of: {', '.join(unseen)}")
    return lines, not unseen and not holes and bool(packages)


def main(path: Path) -> int:
    """Print what ``path`` tells; return the exit code."""
    try:
        packages = json.loads(path.read_text(encoding="utf-8"))["dependencies"]
    except (OSError, ValueError, KeyError, TypeError):
        lines, well = ["audit: NOTHING IS PROVED: the auditor ended without a list of packages."], False
    else:
        lines, well = told(packages)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
