"""The city's directory as the server tells it: units, officers, categories, templates, calendar.

Beside them what is arranged among colleagues: absences, work offered, lists of the unit, campaigns.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from desktop_app.domain.deadlines import Calendar, default_calendar
from desktop_app.domain.delegation import Delegation, Takeover
from desktop_app.domain.matters import CAMPAIGN, DELEGATION, LIST, TAKEOVER, TEMPLATE, Campaign, SharedList
from desktop_app.domain.organisation import Category, Officer, Unit
from desktop_app.domain.templates import Template
from desktop_app.store.database import Database, Transaction
from desktop_app.store.reports import Malformed
from desktop_app.store.sync_state import generation

Item = TypeVar("Item")
SHAPES: dict[str, type[Any]] = {
    "unit": Unit,
    "officer": Officer,
    "category": Category,
    TEMPLATE: Template,
    "calendar": Calendar,
    DELEGATION: Delegation,
    TAKEOVER: Takeover,
    LIST: SharedList,
    CAMPAIGN: Campaign,
}


class Directory:
    """Small sets, read whole. Readers keep what they got until ``DirectoryChanged``-like news."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.known_calendar: Calendar | None = None
        """What the trust bundle says, for as long as the feed has told none."""
        self._here: frozenset[str] | None = None

    def put(self, tx: Transaction, entity: str, data: dict[str, Any], version: int = 0) -> None:
        """Take over one item of the feed; raises ``Malformed``, KeyError for an unknown ``entity``."""
        try:
            item = msgspec.convert(data, SHAPES[entity])
        except msgspec.ValidationError:
            raise Malformed(entity, str(data.get("id", ""))) from None
        if isinstance(item, Officer):
            self._come_or_gone(tx, item)
        tx.connection.execute(
            "INSERT INTO directory (entity, id, generation, data, version) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (entity, id) DO UPDATE SET generation = excluded.generation, data = excluded.data, "
            "version = excluded.version",
            (entity, item.id, generation(tx.connection), msgspec.json.encode(data), version),
        )

    def officers_here(self) -> frozenset[str]:
        """Return the ids of the officers who work here now; asked for each report that is marked."""
        if self._here is None:
            self._here = frozenset(officer.id for officer in self.officers() if officer.active)
        return self._here

    def _come_or_gone(self, tx: Transaction, officer: Officer) -> None:
        """Who holds a report depends on who works here: what they own is marked anew."""
        here = self.officers_here()
        if (officer.id in here) != officer.active:
            self._here = here | {officer.id} if officer.active else here - {officer.id}
            owned = "SELECT id FROM inbox WHERE owner = ? AND open = 1"
            for (report_id,) in tx.connection.rows(owned, (officer.id,)):
                tx.touch(report_id)

    def remove(self, tx: Transaction, entity: str, item_id: str) -> None:
        """Delete one item."""
        tx.connection.execute("DELETE FROM directory WHERE entity = ? AND id = ?", (entity, item_id))

    def units(self) -> list[Unit]:
        """Return every unit."""
        return self._all("unit", Unit)

    def officers(self) -> list[Officer]:
        """Return every officer."""
        return self._all("officer", Officer)

    def categories(self) -> list[Category]:
        """Return every category."""
        return self._all("category", Category)

    def templates(self) -> list[Template]:
        """Return every template that this person may use or see."""
        return self._all(TEMPLATE, Template)

    def delegations(self) -> list[Delegation]:
        """Return every absence this person has to do with, those that are over too."""
        return self._all(DELEGATION, Delegation)

    def takeovers(self) -> list[Takeover]:
        """Return all work offered to or by this person, answered or not."""
        return self._all(TAKEOVER, Takeover)

    def shared_lists(self) -> list[SharedList]:
        """Return the lists shared with this person's unit."""
        return self._all(LIST, SharedList)

    def campaigns(self) -> list[Campaign]:
        """Return every campaign, the ended ones too."""
        return self._all(CAMPAIGN, Campaign)

    def calendar(self) -> Calendar:
        """Return the server's calendar, by the feed or else the bundle, or the provisional fallback."""
        found = self._all("calendar", Calendar)
        return found[-1] if found else self.known_calendar or default_calendar()

    def _all(self, entity: str, shape: type[Item]) -> list[Item]:
        with self._database.reading() as connection:
            rows = connection.rows("SELECT data FROM directory WHERE entity = ? ORDER BY id", (entity,))
        decoder = msgspec.json.Decoder(shape)
        return [decoder.decode(data) for (data,) in rows]
