"""A hundred pairs of reports, labelled by hand: whether both are about the same matter.

The pairs (``tests/data/similar_pairs.json``) are texts of the seeded generator on streets of the city, and
real requests of New York. *other words* and *another matter of the field* were chosen by reading; the rest is
labelled by what it was made from: the same text told again in another voice, on another street, too long ago;
the same request from the same address.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import State

RECALL, PRECISION = 0.80, 0.60
"""The least that will do (issue: similar reports)."""
_PAIRS: Final = Path(__file__).parents[2] / "data" / "similar_pairs.json"
Pair = tuple[Report, Report, bool]


def labelled() -> list[Pair]:
    """Return the pairs, each report with an id of its own."""
    pairs = json.loads(_PAIRS.read_text(encoding="utf-8"))
    return [
        (_report(f"{n}a", pair["one"]), _report(f"{n}b", pair["other"]), pair["same"])
        for n, pair in enumerate(pairs)
    ]


def recall_and_precision(found: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Return both for pairs of *told alike*, *is alike*; there must be a hundred, forty of them alike."""
    hits, alike, told = (
        sum(one and other for one, other in found),
        sum(other for _, other in found),
        sum(one for one, _ in found),
    )
    assert (len(found), alike) == (100, 40)
    return hits / alike, hits / told


def _report(id_: str, told: dict[str, Any]) -> Report:
    told = dict(told)
    place = Place(told.pop("ward"), told.pop("address"), told.pop("latitude"), told.pop("longitude"))
    at = datetime.fromisoformat(told.pop("received_at"))
    return Report(id=id_, code=id_, version=1, state=State.RECEIVED, received_at=at, place=place, **told)
