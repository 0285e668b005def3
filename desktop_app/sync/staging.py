"""A first sync's pages into the store: long transactions while nobody else writes, else short ones.

What is plainly new goes in by ``store.intake``, many rows at a time. A long transaction goes back at once
when another thread wants to write, and its rows come again in short ones. Parts of the search index are
merged between transactions, in nobody's commit. What is left goes the feed's ordinary way.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Stopped
from desktop_app.store.errors import GivenUp
from desktop_app.store.reports import Malformed

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore
    from desktop_app.store.database import Transaction

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Pace:
    """What one transaction takes up: so many rows at most, for so many seconds, or pages of the index merged.

    ``look``: rows from one look at whether somebody waits to the next.
    """

    rows: int
    look: int
    seconds: float
    pages: int


PARTS: Final = 128
"""Parts of the search index from which they are merged: the later, the fewer times each of them is copied."""
ALONE: Final = Pace(1_000, 50, 60.0, 2000)
BESIDE: Final = Pace(50, 10, 0.003, 16)
BESIDE_SECONDS: Final = 10.0
"""For so long after somebody had to wait, transactions stay short: who wrote once writes again."""
PATIENCE: Final = 2
"""So often in a row is a transaction taken back; the next is nobody's to take, so that the sync gets on."""


class Staging:
    """Takes the new rows of a page."""

    def __init__(self, store: AccountStore) -> None:
        self._store = store
        self._beside_until = 0.0
        self._is_ending = False
        self._given_up = 0

    def end(self) -> None:
        """Have what is under way raise ``Stopped`` after some fifty rows; from any thread, for good."""
        self._is_ending = True

    def take(self, lines: Sequence[ChangeLine], *, last: bool) -> list[ChangeLine]:
        """Write what is new, lines of timelines before their reports; return what goes the ordinary way.

        The search index is put in order when it has many parts, or with the ``last`` page. Raises ``Stopped``
        after ``end``.
        """
        intake = self._store.intake
        told = self._readied(lines, "entry", intake.line)
        reports = self._readied(lines, "report", intake.report)
        taken = {*(("entry", key) for key in told), *(("report", key) for key in reports)}
        taken -= {("entry", key) for key in self._write(_out_of(told), intake.take_lines)}
        in_order = deque(sorted(_out_of(reports), key=attrgetter("number")))
        taken -= {("report", key) for key in self._write(in_order, intake.take_reports)}
        if last or self._parts() >= PARTS:
            self._merge()
        return [line for line in lines if (line.entity, line.id) not in taken]

    def _readied(
        self, lines: Iterable[ChangeLine], entity: str, ready: Callable[[dict[str, Any]], Row]
    ) -> dict[str, Row]:
        """Work out the rows of one kind by id; one that cannot be read is left to go the ordinary way."""
        rows: dict[str, Row] = {}
        for line in lines:
            self._store.step_aside()
            if line.entity == entity and line.operation is Operation.PUT:
                try:
                    rows[line.id] = ready(line.data or {})
                except Malformed:
                    continue
        return rows

    def _write(self, rows: deque[Row], take: Callable[[Transaction, Sequence[Row]], set[str]]) -> set[str]:
        """Write all, which empties ``rows``; return the ids that ``take`` left."""
        left: set[str] = set()
        while rows:
            if self._is_ending:
                raise Stopped
            try:
                done, some = self._write_some(rows, take)
            except GivenUp:
                self._was_given_up()
            else:
                self._given_up = 0
                left |= some
                for _ in range(done):  # to free thousands in one go would hold the interpreter
                    rows.popleft()
        return left

    def _write_some(
        self, rows: deque[Row], take: Callable[[Transaction, Sequence[Row]], set[str]]
    ) -> tuple[int, set[str]]:
        """Write the first of ``rows`` in one transaction; return how many, and what ``take`` left."""
        left: set[str] = set()
        done, pace, begun = 0, self._pace, time.monotonic()
        with self._turn() as tx:
            while done < min(len(rows), pace.rows) and not self._is_ending:
                some = list(islice(rows, done, min(done + pace.look, pace.rows)))
                left |= take(tx, some)
                done += len(some)
                if self._store.is_wanted:
                    self._had_to_wait()
                    break
                if time.monotonic() - begun > pace.seconds:
                    break
        return done, left

    def _parts(self) -> int:
        with self._store.reader() as connection:
            return self._store.intake.parts(connection)

    def _merge(self) -> None:
        """Merge parts of the search index as long as there are many."""
        goes_on = True
        while goes_on and not self._is_ending:
            pace = self._pace
            try:
                with self._turn() as tx:
                    goes_on = self._store.intake.merge(tx, pace.pages)
            except GivenUp:
                self._was_given_up()

    def _turn(self) -> AbstractContextManager[Transaction]:
        """A transaction after those who wait: one that can be taken back, unless that was done enough."""
        self._store.give_way()
        return self._store.write_aside() if self._given_up < PATIENCE else self._store.write()

    @property
    def _pace(self) -> Pace:
        return BESIDE if time.monotonic() < self._beside_until else ALONE

    def _was_given_up(self) -> None:
        self._given_up += 1
        self._had_to_wait()

    def _had_to_wait(self) -> None:
        self._beside_until = time.monotonic() + BESIDE_SECONDS


def _out_of(rows: dict[str, Row]) -> deque[Row]:
    """The rows, which nothing else keeps any longer."""
    kept = deque(rows.values())
    rows.clear()
    return kept
