"""Every report marked anew, because a migration, rights or absences ask for it: newest first, and resumably.

How far it came is written with the rows it is about: a program that ends in the middle goes on there. A
small store is done before anything is shown; a large one goes on behind the screen, a few rows at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.values import forget_value, read_value, write_value

AT_ONCE: Final = 500
"""Reports that are marked before who asked goes on: a screen and more of the newest."""
ROWS_PER_WRITE: Final = 25
"""A person's command waits for at most one such transaction."""
_ASKED: Final = "rebuild"  # migrations write it: any number asks for all
_FROM_THE_TOP: Final = 1 << 62


@dataclass(frozen=True, slots=True)
class Marked:
    """How far it came: ``done`` of ``total`` reports; those of a number ``below`` are still to be marked."""

    below: int
    done: int
    total: int


class Marking:
    """Marks the reports of one store anew."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def progress(self) -> Marked | None:
        """How far it came; None where nothing is asked for."""
        with self._database.reading() as connection:
            return _read(connection)

    def ask(self, tx: Transaction) -> None:
        """Have all be marked anew, from the newest on, whatever was under way."""
        write_value(tx.connection, _ASKED, "1")

    def begin(self) -> None:
        """Mark the newest, as far as nobody notices that they wait; ``go_on`` does the rest."""
        marked = 0
        while marked < AT_ONCE and self.progress is not None:
            self.go_on()
            marked += ROWS_PER_WRITE

    def go_on(self) -> Marked | None:
        """Mark some more, in a transaction of its own; return how far it came, None where that was all."""
        self._database.give_way()
        with self._database.write() as tx:
            came = _read(tx.connection)
            if came is None:
                return None
            rows = tx.connection.rows(
                "SELECT number, id FROM report WHERE number < ? ORDER BY number DESC LIMIT ?",
                (came.below, ROWS_PER_WRITE),
            )
            for _, report_id in rows:
                tx.touch(report_id)
            if len(rows) < ROWS_PER_WRITE:
                forget_value(tx.connection, _ASKED)
                return None
            came = Marked(rows[-1][0], came.done + len(rows), came.total)
            write_value(tx.connection, _ASKED, msgspec.json.encode(came).decode())
            return came


def _read(connection: Connection) -> Marked | None:
    asked = read_value(connection, _ASKED)
    if asked is None:
        return None
    if asked.isdecimal():
        return Marked(_FROM_THE_TOP, 0, connection.value("SELECT count(*) FROM report"))
    return msgspec.json.decode(asked, type=Marked)
