"""Where a report probably belongs, from where its like went before: a proposal that says why, offline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop_app.domain.report import Report
    from desktop_app.store.account import AccountStore

LOOKED_AT: Final = 20
"""The newest similar reports that a proposal is taken from."""
LEAST: Final = 3
"""Fewer similar reports than this are no ground for a proposal."""
_TRIED: Final = 50
"""Reports by which the proposals' accuracy is told."""


@dataclass(frozen=True, slots=True)
class Past:
    """A report that was given to a unit: what it was about, where, and to whom."""

    category: str | None
    ward: str | None
    lead_unit: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``unit`` led ``agreeing`` of ``of`` similar reports; ``right`` of ``tried`` earlier proposals held."""

    unit: str
    agreeing: int
    of: int
    same_ward: bool
    right: int
    tried: int


def suggest(report: Report, past: Sequence[Past]) -> Suggestion | None:
    """Return the unit that most of the newest similar reports went to; ``past`` is newest first."""
    ward, of_ward = report.place.unit_code, True
    found = _similar(past, report.category, ward)
    if len(found) < LEAST:
        found, of_ward = _similar(past, report.category, None), False
    if len(found) < LEAST:
        return None
    unit, agreeing = Counter(one.lead_unit for one in found).most_common(1)[0]
    right, tried = accuracy(past)
    return Suggestion(unit, agreeing, len(found), of_ward and ward is not None, right, tried)


def accuracy(past: Sequence[Past]) -> tuple[int, int]:
    """Return how many of the newest reports went where their past would have proposed, and of how many."""
    right = tried = 0
    for place, one in enumerate(past[:_TRIED]):
        before = _similar(past[place + 1 :], one.category, one.ward)
        if len(before) >= LEAST:
            tried += 1
            right += Counter(each.lead_unit for each in before).most_common(1)[0][0] == one.lead_unit
    return right, tried


def past_of(store: AccountStore, most: int = 600) -> list[Past]:
    """Return the newest reports of the store that a unit leads, newest first."""
    sql = (
        "SELECT category, ward, lead_unit FROM (SELECT * FROM inbox ORDER BY number DESC LIMIT ?) "
        "WHERE lead_unit IS NOT NULL"
    )
    with store.reader() as connection:
        return [Past(*row) for row in connection.rows(sql, (most,))]


def _similar(past: Sequence[Past], category: str | None, ward: str | None) -> list[Past]:
    fits = (one for one in past if one.category == category and (ward is None or one.ward == ward))
    return [one for one, _ in zip(fits, range(LOOKED_AT), strict=False)]
