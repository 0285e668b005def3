"""What the workstation believes, as it was received: bundle, revocation lists, roster, trusted time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.folding import fold
from desktop_app.store.database import Database
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.values import read_value, write_value

_BUNDLE, _ROSTER_AT, _HIGHEST = "trust.bundle", "roster.issued_at", "time.highest_trusted"
_SITE_STALE = "roster.site_stale"
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """Whom a card belongs to, as a public screen may show it; ``person_ref`` is the server's random id.

    A card that has a number only stands under ``journal.NUMBER`` and the number's hash.
    """

    card_cert_sha256: str
    person_ref: str
    given_name: str
    initials: str


class TrustTable:
    """The trust bundle (compact JWS) and the revocation lists in force; verified by who keeps them here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bundle(self) -> str | None:
        """Return the bundle in force, None before enrolment."""
        with self._database.reading() as connection:
            return read_value(connection, _BUNDLE)

    def keep_bundle(self, compact: str) -> None:
        """Put a verified bundle in force."""
        with self._database.write() as tx:
            write_value(tx.connection, _BUNDLE, compact)

    def lists(self) -> tuple[bytes, ...]:
        """Return the revocation lists in force, DER."""
        with self._database.reading() as connection:
            return tuple(
                bytes(der) for (der,) in connection.rows("SELECT der FROM revocation_list ORDER BY sha256")
            )

    def keep_lists(self, lists: Iterable[bytes]) -> None:
        """Put verified lists in force in place of the others."""
        with self._database.write() as tx:
            tx.connection.execute("DELETE FROM revocation_list")
            tx.connection.execute_many(
                "INSERT OR IGNORE INTO revocation_list VALUES (?, ?)",
                [(hashlib.sha256(der).hexdigest(), der) for der in lists],
            )

    def highest_trusted(self) -> datetime | None:
        """Return the highest time that was ever known to be true."""
        with self._database.reading() as connection:
            found = read_value(connection, _HIGHEST)
        return None if found is None else from_micros(int(found))

    def keep_highest_trusted(self, moment: datetime) -> None:
        """Record a trusted time; it never goes back."""
        with self._database.write() as tx:
            found = read_value(tx.connection, _HIGHEST)
            if found is None or int(found) < to_micros(moment):
                write_value(tx.connection, _HIGHEST, str(to_micros(moment)))


class Roster:
    """The people whose cards are known to this terminal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(
        self, people: Iterable[RosterPerson], issued_at: datetime, *, site_stale: bool = False
    ) -> None:
        """Take over the server's roster whole, and whether another terminal of the site is behind."""
        with self._database.write() as tx:
            tx.erases = True
            tx.connection.execute("DELETE FROM roster")
            tx.connection.execute_many(
                "INSERT OR REPLACE INTO roster VALUES (?, ?, ?, ?)",
                [(p.card_cert_sha256, p.person_ref, p.given_name, p.initials) for p in people],
            )
            write_value(tx.connection, _ROSTER_AT, str(to_micros(issued_at)))
            write_value(tx.connection, _SITE_STALE, str(int(site_stale)))

    def site_stale(self) -> bool:
        """Whether another terminal of the site had taps that had not arrived when the roster was issued."""
        with self._database.reading() as connection:
            return read_value(connection, _SITE_STALE) == "1"

    def search(self, text: str) -> list[RosterPerson]:
        """Return at most ``MOST_FOUND`` people whose given name begins with ``text``, each once."""
        wanted = fold(text)
        if not wanted:
            return []
        with self._database.reading() as connection:
            rows = connection.rows("SELECT * FROM roster ORDER BY given_name, initials, person_ref")
        people = {row[1]: RosterPerson(*row) for row in rows if fold(row[2]).startswith(wanted)}
        return list(people.values())[:MOST_FOUND]

    def person(self, card_cert_sha256: str) -> RosterPerson | None:
        """Return whom the card belongs to, None for a card that the roster does not hold."""
        with self._database.reading() as connection:
            found = connection.row("SELECT * FROM roster WHERE card_cert_sha256 = ?", (card_cert_sha256,))
        return None if found is None else RosterPerson(*found)

    def issued_at(self) -> datetime | None:
        """Return when the roster was issued, None before the first."""
        with self._database.reading() as connection:
            found = read_value(connection, _ROSTER_AT)
        return None if found is None else from_micros(int(found))
