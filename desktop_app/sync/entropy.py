"""Anti-entropy: once an hour the store is compared with the server by sums, and what differs is mended.

The sums are made from the rows themselves, not kept beside them: a row that a fault took from the disk
would be missing in no kept sum. Nothing is said unless something differed; then the log says what.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Refused
from desktop_app.domain.digest import Member, Sum, slice_of, sums
from desktop_app.store import membership
from desktop_app.store.sync_log import Passed

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


class Comparison:
    """Compares one store with the server; ``take`` takes lines over as the feed's are."""

    def __init__(self, store: AccountStore, take: Callable[[Sequence[ChangeLine]], None]) -> None:
        self._store = store
        self._take = take

    def run(self, source: Source) -> int | None:
        """Mend what differs; return how many rows did, None where the feed moved on meanwhile.

        Raises ``ApiError`` and ``StoreError``.
        """
        try:
            return sum(self._mend(source, theirs) for theirs in self._differing(source.sums()))
        except Refused as refused:
            if refused.reason != _BEHIND:
                raise
            return None

    def _differing(self, theirs: Sequence[Sum]) -> list[Sum]:
        kinds = {one.entity for one in theirs if membership.knows(one.entity)}
        ours = {one for kind in kinds for one in sums(kind, self._members(kind))}
        return [one for one in theirs if one.entity in kinds and one not in ours]

    def _members(self, kind: str) -> list[Member]:
        with self._store.reader() as connection:
            return membership.members(connection, kind)

    def _mend(self, source: Source, theirs: Sum) -> int:
        kind = theirs.entity
        wanted = dict(source.members(kind, theirs.slice))
        held = {row: version for row, version in self._members(kind) if slice_of(row) == theirs.slice}
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
