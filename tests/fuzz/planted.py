"""The committed table of planted defects: for each target five sites, and the misbehaviour at each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("planted.json")
EACH: Final = 5


def load() -> dict[str, dict[str, str]]:
    """Return target → site → kind of defect."""
    found: dict[str, dict[str, str]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def save(table: dict[str, dict[str, str]]) -> None:
    """Write the table."""
    ordered = {name: table[name] for name in sorted(table)}
    TABLE.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
