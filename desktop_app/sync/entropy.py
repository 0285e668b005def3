"""Anti-entropy: once an hour the store is compared with the server by sums, and what differs is mended.

The sums are made from the rows themselves, not kept beside them: a row that a fault took from the disk
would be missing in no kept sum. Nothing is said unless something differed; then the log says what. A server
that has less than it had told was restored from a backup (``restored``): mending alone would drop here, too,
what it lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Refused
from desktop_app.domain.digest import Member, Sum, slice_of, sums
from desktop_app.store import membership
from desktop_app.store.sync_log import Passed
from desktop_app.sync import restored

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_log = logging.getLogger(__name__)
_BATCH: Final = 100
_BEHIND: Final = "cursor_behind"


class Source(Protocol):
    """The server's side of the comparison (``api.digest.DigestSource``)."""

    def sums(self) -> list[Sum]:
        """Return the sums of every slice of every kind."""

    def members(self, entity: str, part: int) -> list[Member]:
        """Return the rows of one slice by id and version."""

    def rows(self, entity: str, ids: Sequence[str]) -> list[ChangeLine]:
        """Return these rows."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found: how many rows differed.

    ``offered``: the server has less than it had told, and what it may have lost is ready to be sent again.
    """

    rows: int
    offered: bool = False


class Comparison:
    """Compares one store with the server; ``take`` takes lines over as the feed's are."""

    def __init__(self, store: AccountStore, take: Callable[[Sequence[ChangeLine]], None]) -> None:
        self._store = store
        self._take = take

    def run(self, source: Source) -> Compared:
        """Mend what differs, as far as the feed does not move on meanwhile.

        Raises ``ApiError`` and ``StoreError``.
        """
        rows = 0
        try:
            for theirs in self._differing(source.sums()):
                found = self._look(source, theirs)
                rows += found.rows
                if found.offered:
                    return Compared(rows, offered=True)
        except Refused as refused:
            if refused.reason != _BEHIND:
                raise
        return Compared(rows)

    def _differing(self, theirs: Sequence[Sum]) -> list[Sum]:
        kinds = {one.entity for one in theirs if membership.knows(one.entity)}
        ours = {one for kind in kinds for one in sums(kind, self._members(kind))}
        return [one for one in theirs if one.entity in kinds and one not in ours]

    def _members(self, kind: str) -> list[Member]:
        with self._store.reader() as connection:
            return membership.members(connection, kind)

    def _look(self, source: Source, theirs: Sum) -> Compared:
        """Mend one slice, unless rows in it say that the server lost them."""
        kind = theirs.entity
        held = {row: version for row, version in self._members(kind) if slice_of(row) == theirs.slice}
        wanted = dict(source.members(kind, theirs.slice))  # asked for last: answers may bring rows meanwhile
        if gone := restored.lost(kind, held, wanted):
            _log.warning("comparison: the centre lacks %d rows of %s that it had told", gone, kind)
            with self._store.write() as tx:
                restored.begin_anew(self._store, tx)
            return Compared(gone, offered=True)
        return Compared(self._mend(source, kind, held, wanted))

    def _mend(self, source: Source, kind: str, held: dict[str, int], wanted: dict[str, int]) -> int:
        away = [row for row in held if row not in wanted]
        other = [row for row, version in wanted.items() if held.get(row) != version]
        self._take([ChangeLine(0, kind, row, Operation.REMOVE, 0, None) for row in away])
        for start in range(0, len(other), _BATCH):
            self._take(source.rows(kind, other[start : start + _BATCH]))
        if away or other:
            _log.info("comparison: %d rows of %s mended", len(away) + len(other), kind)
            with self._store.write() as tx:
                self._store.log.note(tx, Passed.REPAIRED, entity=kind, rows=len(away) + len(other))
        return len(away) + len(other)
