"""How a person likes their list: order, groups, density, what each row tells, what was searched last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import msgspec

from desktop_app.store.database import Database
from desktop_app.store.inbox_query import SortKey
from desktop_app.store.values import read_value, write_value

RECENT: Final = 8
"""Searches remembered."""
_NAME: Final = "desk.habits"


class RowDetail(StrEnum):
    """What the second line of a row may tell, in this order."""

    CODE = "code"
    PLACE = "place"
    FIELD = "field"
    STATE = "state"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Habits:
    """What is remembered from one sign-in to the next; ``recent`` has the newest search first."""

    sort: SortKey = SortKey.DUE
    descending: bool = False
    grouped: bool = False
    dense: bool = False
    details: tuple[RowDetail, ...] = (RowDetail.PLACE, RowDetail.FIELD)
    recent: tuple[str, ...] = ()

    def searched(self, text: str) -> Habits:
        """Return the habits after a search for ``text``."""
        others = (each for each in self.recent if each.casefold() != text.casefold())
        return replace(self, recent=(text, *others)[:RECENT])

    def telling(self, detail: RowDetail, *, told: bool) -> Habits:
        """Return the habits with ``detail`` told in each row, or not."""
        wanted = {*self.details, detail} if told else set(self.details) - {detail}
        return replace(self, details=tuple(each for each in RowDetail if each in wanted))


class HabitBook:
    """Keeps the habits of one person in their own encrypted store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> Habits:
        """Return what is remembered; the usual where nothing is, or where a newer program wrote it."""
        with self._database.reading() as connection:
            found = read_value(connection, _NAME)
        try:
            return Habits() if found is None else msgspec.json.decode(found, type=Habits)
        except msgspec.ValidationError:
            return Habits()

    def write(self, habits: Habits) -> None:
        """Remember ``habits``; the same again writes nothing."""
        if habits != self.read():
            with self._database.write() as tx:
                write_value(tx.connection, _NAME, msgspec.json.encode(habits).decode())
