"""A first sync's pages into the store: long transactions while nobody else writes, else short ones.

What is plainly new goes in by ``store.intake``, many rows at a time; a transaction ends early when another
thread waits to write. What is left goes the feed's ordinary way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Stopped
from desktop_app.store.reports import Malformed

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore
    from desktop_app.store.database import Transaction

Row = TypeVar("Row")
ROWS_PER_WRITE: Final = 2_000
ROWS_BESIDE_A_PERSON: Final = 50
BESIDE_SECONDS: Final = 10.0
"""For so long after somebody had to wait, transactions stay short: who wrote once writes again."""
ROWS_PER_LOOK: Final = 50
"""Rows between two looks at whether somebody waits."""


class Staging:
    """Takes the new rows of a page."""

    def __init__(self, store: AccountStore) -> None:
        self._store = store
        self._short_until = 0.0
        self._is_ending = False

    def end(self) -> None:
        """Have what is under way raise ``Stopped`` after some fifty rows; from any thread, for good."""
        self._is_ending = True

    def take(self, lines: Sequence[ChangeLine]) -> list[ChangeLine]:
        """Write what is new, lines of timelines before their reports; return what goes the ordinary way.

        Raises ``Stopped`` after ``end``.
        """
        intake = self._store.intake
        told = _readied(lines, "entry", intake.line)
        reports = _readied(lines, "report", intake.report)
        left = {("entry", key) for key in self._write(list(told.values()), intake.take_lines)}
        in_order = sorted(reports.values(), key=attrgetter("number"))
        left |= {("report", key) for key in self._write(in_order, intake.take_reports)}
        taken = {*(("entry", key) for key in told), *(("report", key) for key in reports)} - left
        return [line for line in lines if (line.entity, line.id) not in taken]

    def _write(self, rows: Sequence[Row], take: Callable[[Transaction, Sequence[Row]], set[str]]) -> set[str]:
        left: set[str] = set()
        done = 0
        while done < len(rows):
            if self._is_ending:
                raise Stopped
            self._store.give_way()
            with self._store.write() as tx:
                end = min(len(rows), done + self._most())
                while done < end and not self._is_ending:
                    left |= take(tx, rows[done : min(end, done + ROWS_PER_LOOK)])
                    done = min(end, done + ROWS_PER_LOOK)
                    if self._store.is_wanted:
                        self._short_until = time.monotonic() + BESIDE_SECONDS
                        break
        return left

    def _most(self) -> int:
        return ROWS_BESIDE_A_PERSON if time.monotonic() < self._short_until else ROWS_PER_WRITE


def _readied(
    lines: Iterable[ChangeLine], entity: str, ready: Callable[[dict[str, Any]], Row]
) -> dict[str, Row]:
    """Work out the rows of one kind by id; one that cannot be read is left to be told of the ordinary way."""
    rows: dict[str, Row] = {}
    for line in lines:
        if line.entity == entity and line.operation is Operation.PUT:
            try:
                rows[line.id] = ready(line.data or {})
            except Malformed:
                continue
    return rows
