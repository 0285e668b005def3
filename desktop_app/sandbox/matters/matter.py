"""One command beside the reports on its way through the rules: who, what, when, where to look things up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.domain.delegation import Delegation, Takeover
from desktop_app.domain.ids import is_id
from desktop_app.domain.matters import Campaign, SharedList
from desktop_app.domain.organisation import Officer
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.roles import Actor
from desktop_app.domain.templates import Template
from desktop_app.sandbox import wire
from desktop_app.sandbox.audience import Scope
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import People
from desktop_app.sandbox.rules import RuleBroken

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Item = TypeVar("Item", Delegation, Takeover, SharedList, Campaign, Template)
Result = dict[str, Any]
NOT_YOURS: Final = "not_yours"


class Unknown(Exception):
    """Nothing of this id, or nothing that the person may know of: one answer to both."""


@dataclass(frozen=True, slots=True)
class Matter:
    """The event inside its transaction; ``name`` is who sent it."""

    connection: Connection
    entities: Entities
    people: People
    event: SentEvent
    actor: Actor
    name: str
    now: datetime

    def officer(self, person_id: str, field: str) -> Officer:
        """Return an officer that a payload names; raise ``RuleBroken`` for none."""
        found = self.people.officer(self.connection, person_id)
        if found is None or not self.people.is_active(self.connection, person_id):
            raise RuleBroken("payload", field)
        return found

    def known(self, shape: type[Item], kind: str) -> Item:
        """Return the entity that the event is about; raise ``Unknown``."""
        item = self.found(shape, kind)
        if item is None:
            raise Unknown
        return item

    def found(self, shape: type[Item], kind: str) -> Item | None:
        """Return the entity that the event is about, or None."""
        data = self.entities.data(self.connection, kind, self.event.entity_id)
        return None if data is None else wire.decode(data, shape)

    def require_new(self, kind: str) -> None:
        """Raise ``RuleBroken`` where the id is none of ours or is taken."""
        if not is_id(self.event.entity_id):
            raise RuleBroken("payload", "entity_id")
        if self.entities.data(self.connection, kind, self.event.entity_id) is not None:
            raise RuleBroken("id_reused", "entity_id")

    def put(self, kind: str, item: Item, scope: Scope) -> Result:
        """Write the entity and who hears of it; return the event's answer."""
        seq = self.entities.put(self.connection, kind, item.id, wire.encode(item), scope)
        return {"status": "applied", "version": item.version, "seq": seq}

    def put_next(self, kind: str, item: Item, scope: Scope) -> Result:
        """Write the entity as its next version."""
        return self.put(kind, replace(item, version=item.version + 1), scope)

    def remove(self, kind: str) -> Result:
        """Take the entity away."""
        seq = self.entities.remove(self.connection, kind, self.event.entity_id)
        return {"status": "applied", "version": 0, "seq": seq}
