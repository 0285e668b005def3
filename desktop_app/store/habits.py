"""How a person likes their list: order, groups, density, what each row tells, what was searched last."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import msgspec

from desktop_app.store.database import Database
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox_query import SortKey
from desktop_app.store.values import read_value, write_value

_log = logging.getLogger(__name__)
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
    """Keeps the habits of one person in their own encrypted store, written aside: no hand waits for the disk.

    The latest is what is read at once, on the disk a moment later, and with ``close`` for sure. A thread is
    there only while something is to be written; the program does not end before it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._latest: Habits | None = None
        """What is not on the disk yet."""
        self._thread: threading.Thread | None = None

    def read(self) -> Habits:
        """Return what is remembered; the usual where nothing is, or where a newer program wrote it."""
        with self._lock:
            latest = self._latest
        return self._kept() if latest is None else latest

    def write(self, habits: Habits) -> None:
        """Remember ``habits``; returns at once. A store that cannot be written to forgets them."""
        with self._lock:
            self._latest = habits
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="habits")
                self._thread.start()

    def close(self) -> None:
        """Wait until what was remembered is on the disk; idempotent."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _keep(self) -> None:
        """Write until nothing newer is to be written."""
        done: Habits | None = None
        while (habits := self._owed(done)) is not None:
            try:
                self._put(habits)
            except StoreError as failure:
                _log.info("habits not kept: %s", failure.code)
            done = habits

    def _owed(self, done: Habits | None) -> Habits | None:
        """What came after ``done``; None ends the thread, and the next to write begins another."""
        with self._lock:
            if self._latest is done:
                self._latest = self._thread = None
            return self._latest

    def _kept(self) -> Habits:
        with self._database.reading() as connection:
            found = read_value(connection, _NAME)
        try:
            return Habits() if found is None else msgspec.json.decode(found, type=Habits)
        except msgspec.ValidationError:
            return Habits()

    def _put(self, habits: Habits) -> None:
        """The same again writes nothing."""
        if habits != self._kept():
            with self._database.write() as tx:
                write_value(tx.connection, _NAME, msgspec.json.encode(habits).decode())
