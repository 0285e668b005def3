"""What else is known about a report's matter and its place: similar reports, and earlier ones at the place.

Computed from the person's own store, so secrecy and recusal hold by what the centre has sent. Not for the
main thread: some hundred reports are read and compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.folding import fold
from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.triage.similarity import WITHIN, Likeness, distance, sketch

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore
    from desktop_app.store.inbox_rows import InboxRow

_AT_THE_PLACE_METRES = 30.0
_MOST = 20
_MOST_TYPED = 6
_FEWEST_WORDS = 3
"""Words, and pairs of neighbours, below which nothing is looked for yet."""
_TYPED = 0.12
"""Least agreement of a report with what is being written down."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another report as it stands now; ``metres`` from the one asked about, where both have a point."""

    row: InboxRow
    metres: float | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """At most twenty of each, the newest first; none is in both."""

    similar: tuple[Neighbour, ...] = ()
    earlier: tuple[Neighbour, ...] = ()


def neighbours_of(store: AccountStore, report: Report) -> Neighbours:
    """Return the neighbours of ``report``; raises ``StoreError``."""
    around = [each for each in store.vicinity.around(report, WITHIN) if each.id != report.id]
    mine, sketches = sketch(report), {each.id: sketch(each) for each in around}
    likeness = Likeness([mine, *sketches.values()])
    similar = [each for each in around if likeness.sign(mine, sketches[each.id]) is not None]
    known = {report.id, *(each.id for each in similar)}
    earlier = [
        each
        for each in _each_once([*around, *store.vicinity.naming(report)])
        if each.id not in known and each.received_at < report.received_at and _at(report.place, each.place)
    ]
    return Neighbours(_as_they_stand(store, report, similar), _as_they_stand(store, report, earlier))


def similar_open(store: AccountStore, typed: Report) -> tuple[Neighbour, ...]:
    """Return open reports that may be about what is being written down, the likest first, at most six.

    A caller's words are few and a person judges at once, so that less agreement will do than for two reports
    that are there. Without a ward all of them are looked through. Raises ``StoreError``.
    """
    mine = sketch(typed)
    if len(mine.words) < _FEWEST_WORDS:
        return ()
    anywhere = typed.place.unit_code is None
    around = store.vicinity.lately(typed, WITHIN) if anywhere else store.vicinity.around(typed, WITHIN)
    sketches = {each.id: sketch(each) for each in around if each.state in OPEN_STATES}
    likeness = Likeness([mine, *sketches.values()])
    alike = {key: likeness.agreement(mine, other) for key, other in sketches.items()}
    found = [key for key, other in sketches.items() if alike[key] >= _TYPED or likeness.sign(mine, other)]
    likest = sorted(found, key=lambda key: alike[key], reverse=True)[:_MOST_TYPED]
    by_id = {each.id: each for each in around}
    rows = {each.row.id: each for each in _as_they_stand(store, typed, [by_id[key] for key in likest])}
    return tuple(rows[key] for key in likest if key in rows)


def _at(one: Place, other: Place) -> bool:
    """Tell whether two places are one: by their points, else by their addresses as written."""
    apart = distance(one, other)
    if apart is not None:
        return apart <= _AT_THE_PLACE_METRES
    return bool(one.address) and fold(one.address or "") == fold(other.address or "")


def _each_once(reports: Iterable[Report]) -> list[Report]:
    return list({each.id: each for each in reports}.values())


def _as_they_stand(store: AccountStore, report: Report, found: list[Report]) -> tuple[Neighbour, ...]:
    newest = sorted(found, key=lambda each: each.received_at, reverse=True)[:_MOST]
    apart = {each.id: distance(report.place, each.place) for each in newest}
    numbers = [number for each in newest if (number := store.inbox.rowid(each.id)) is not None]
    return tuple(Neighbour(row, apart[row.id]) for row in store.inbox.rows(numbers))
