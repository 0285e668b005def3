"""Lists that a person keeps under a name: a quick filter, an order and a search, asked anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import msgspec

from desktop_app.domain.folding import fold
from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import SharedList, ShareList
from desktop_app.store.database import Database, Transaction
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.moments import to_micros

LONGEST_NAME = 60
MOST = 50
_decoder = msgspec.json.Decoder(InboxQuery)


class FilterNotSaved(Exception):
    """``code``: ``filter_name_empty``, ``filter_name_taken``, ``filter_too_many``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A list under its name; pinned ones stand first.

    ``shared_by`` names who shares it with the unit: it lies at the centre and is changed by nobody here.
    A ``standing`` one is the program's own: nobody changes it at all.
    """

    id: str
    name: str
    query: InboxQuery
    pinned: bool = False
    shared_by: str | None = None
    standing: bool = False


IDLE: Final = SavedFilter("standing.idle", "", InboxQuery(idle=True), standing=True)
"""*Đã giao, chưa làm*; its name is the language's."""


class SavedFilters:
    """The lists of one person. Methods that change are transactions of their own."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def all(self) -> list[SavedFilter]:
        """Return every list, pinned ones first, each part in the order of saving.

        A query that a newer program has written and this one does not understand is left out.
        """
        sql = "SELECT id, name, query, pinned FROM saved_filter ORDER BY pinned DESC, saved_at, id"
        with self._database.reading() as connection:
            rows = connection.rows(sql)
        found = (_saved(*row) for row in rows)
        return [each for each in found if each is not None]

    def save(self, name: str, query: InboxQuery) -> SavedFilter:
        """Keep ``query`` under ``name``; raise ``FilterNotSaved``."""
        saved = SavedFilter(new_id(), self._checked(name), query)
        if len(self.all()) >= MOST:
            raise FilterNotSaved("filter_too_many")
        self.restore(saved)
        return saved

    def restore(self, saved: SavedFilter) -> None:
        """Put back a list that was deleted a moment ago."""
        with self._database.write() as tx:
            tx.connection.execute(
                "INSERT INTO saved_filter (id, name, pinned, saved_at, query) VALUES (?, ?, ?, ?, ?)",
                (
                    saved.id, saved.name, saved.pinned, to_micros(self._now()),
                    msgspec.json.encode(saved.query),
                ),
            )  # fmt: skip

    def rename(self, saved: SavedFilter, name: str) -> SavedFilter:
        """Give a list another name; raise ``FilterNotSaved``."""
        renamed = replace(saved, name=self._checked(name, saved.id))
        with self._database.write() as tx:
            _set(tx, "name", renamed.name, saved.id)
        return renamed

    def pin(self, saved: SavedFilter, *, pinned: bool) -> SavedFilter:
        """Have a list stand among the first, or no longer."""
        with self._database.write() as tx:
            _set(tx, "pinned", pinned, saved.id)
        return replace(saved, pinned=pinned)

    def delete(self, saved: SavedFilter) -> None:
        """Keep a list no longer; what it held is untouched."""
        with self._database.write() as tx:
            tx.connection.execute("DELETE FROM saved_filter WHERE id = ?", (saved.id,))

    def _checked(self, name: str, own: str = "") -> str:
        """Return the name as it is kept; with and without diacritics are different names, case is not."""
        kept = " ".join(name.split())[:LONGEST_NAME].strip()
        if not fold(kept).strip():
            raise FilterNotSaved("filter_name_empty")
        if any(each.name.casefold() == kept.casefold() and each.id != own for each in self.all()):
            raise FilterNotSaved("filter_name_taken")
        return kept


_SETS = {
    "name": "UPDATE saved_filter SET name = ? WHERE id = ?",
    "pinned": "UPDATE saved_filter SET pinned = ? WHERE id = ?",
}


def _set(tx: Transaction, column: str, value: object, saved_id: str) -> None:
    tx.connection.execute(_SETS[column], (value, saved_id))


def shared_lists(listed: Iterable[SharedList]) -> list[SavedFilter]:
    """Return the lists of the unit by name; one that this program does not understand is left out."""
    found = []
    for each in sorted(listed, key=lambda one: fold(one.name)):
        try:
            query = msgspec.convert(each.query, InboxQuery)
        except msgspec.ValidationError:
            continue
        found.append(SavedFilter(each.id, each.name, query, shared_by=each.shared_by))
    return found


def as_shared(saved: SavedFilter) -> ShareList:
    """Return what sharing ``saved`` with the unit asks of the centre."""
    return ShareList(saved.name, msgspec.to_builtins(saved.query))


def _saved(saved_id: str, name: str, query: bytes, pinned: int) -> SavedFilter | None:
    try:
        return SavedFilter(saved_id, name, _decoder.decode(query), bool(pinned))
    except msgspec.ValidationError:
        return None
