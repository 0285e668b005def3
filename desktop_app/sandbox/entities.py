"""Writes entities and their place in the change feed, always together.

Each write gives the entity a new ``seq`` and moves it between scopes: into a new one it *enters*,
out of an old one it *leaves*; the feed reads who must hear of it from these intervals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.report import Entry, Report
from desktop_app.sandbox import audience, duties, wire
from desktop_app.sandbox.audience import Scope
from desktop_app.sandbox.database import allocate
from desktop_app.sandbox.tables import entity as entity_table
from desktop_app.sandbox.tables import presence

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_LOOKUP = {
    "report": "code", "entry": "report_id", "attachment": "report_id", "delegation": "to_person",
    "list": "unit_id", "template": "unit",
}  # fmt: skip
"""The field by which entities of a kind are found beside their id."""
_WITH_THE_REPORT = ("entry", "attachment")
_ONE = sa.select(entity_table).where(
    entity_table.c.entity == sa.bindparam("entity"), entity_table.c.id == sa.bindparam("id")
)


@dataclass(frozen=True, slots=True)
class Row:
    """One entity as ``put_many`` takes it."""

    entity: str
    id: str
    data: dict[str, Any]
    scope: Scope


class Entities:
    """The only writer of the tables ``entity`` and ``presence``; works in the caller's transaction."""

    def put(self, connection: Connection, entity: str, id: str, data: dict[str, Any], scope: Scope) -> int:  # noqa: A002 - the contract's name
        """Write one entity as it is now and who may see it; return its ``seq``."""
        seq = allocate(connection)
        before = self._row(connection, entity, id)
        fresh = {
            "seq": seq,
            "version": data.get("version", before.version + 1 if before else 1),
            "lookup": data.get(_LOOKUP.get(entity, "")),
            "removed": False,
            "data": data,
        }
        if before is None:
            connection.execute(sa.insert(entity_table).values(entity=entity, id=id, **fresh))
        else:
            connection.execute(sa.update(entity_table).where(_is(entity_table, entity, id)).values(**fresh))
        self._move(connection, entity, id, scope, seq)
        return seq

    def put_many(self, connection: Connection, rows: Iterable[Row]) -> int:
        """Write entities that are all **new**, in one go (seeding); return the last ``seq``."""
        listed = list(rows)
        first = allocate(connection, len(listed))
        numbered = list(enumerate(listed, start=first))
        written = [_new_row(seq, row) for seq, row in numbered]
        present = [_new_presence(seq, row, scope) for seq, row in numbered for scope in row.scope]
        if written:
            connection.execute(sa.insert(entity_table), written)
        if present:
            connection.execute(sa.insert(presence), present)
        return first + len(listed) - 1

    def put_report(self, connection: Connection, report: Report) -> int:
        """Write a report; its timeline and files follow it into and out of scopes. Return its ``seq``."""
        scope = audience.of_report(report)
        moved = self._scopes_of(connection, "report", report.id) != scope
        seq = self.put(connection, "report", report.id, wire.encode(report), scope)
        duties.note(connection, report)
        if moved:
            for kind, key in self._dependents(connection, report.id):
                self._touch(connection, kind, key, scope)
        return seq

    def put_entry(self, connection: Connection, entry: Entry, report: Report) -> int:
        """Write one line of ``report``'s timeline; return its ``seq``."""
        return self.put(connection, "entry", entry.id, wire.encode(entry), audience.of_report(report))

    def put_attachment(self, connection: Connection, attachment: Attachment, report: Report) -> int:
        """Write one file of ``report``; return its ``seq``."""
        scope = audience.of_report(report)
        return self.put(connection, "attachment", attachment.id, wire.encode(attachment), scope)

    def remove(self, connection: Connection, entity: str, id: str) -> int:  # noqa: A002 - the contract's name
        """Leave a tombstone; return its ``seq``."""
        seq = allocate(connection)
        gone = sa.update(entity_table).where(_is(entity_table, entity, id))
        connection.execute(gone.values(seq=seq, removed=True, data={}))
        self._move(connection, entity, id, frozenset(), seq)
        return seq

    def data(self, connection: Connection, entity: str, id: str) -> dict[str, Any] | None:  # noqa: A002 - the contract's name
        """Return the entity's JSON as it is now, or None."""
        row = self._row(connection, entity, id)
        return None if row is None or row.removed else row.data

    def report(self, connection: Connection, report_id: str) -> Report | None:
        """Return a report, or None."""
        data = self.data(connection, "report", report_id)
        return None if data is None else wire.decode(data, Report)

    def attachments(self, connection: Connection, report_id: str) -> list[Attachment]:
        """Return the files of a report, in the order of their versions."""
        found = [
            wire.decode(data, Attachment) for data in self.looked_up(connection, "attachment", report_id)
        ]
        return sorted(found, key=lambda one: (one.version, one.at, one.number))

    def report_by_code(self, connection: Connection, code: str) -> Report | None:
        """Return the report that the public knows as ``code``, or None."""
        found = next(iter(self.looked_up(connection, "report", code)), None)
        return None if found is None else wire.decode(found, Report)

    def timeline(self, connection: Connection, report_id: str) -> list[Entry]:
        """Return the timeline of a report, oldest first: by version, whatever the clocks of clients said."""
        found = [wire.decode(data, Entry) for data in self.looked_up(connection, "entry", report_id)]
        return sorted(found, key=lambda entry: (entry.version, entry.at, entry.id))

    def all(self, connection: Connection, entity: str) -> list[dict[str, Any]]:
        """Return every living entity of one kind as JSON, in feed order."""
        query = sa.select(entity_table.c.data).where(entity_table.c.entity == entity, ~entity_table.c.removed)
        return list(connection.execute(query.order_by(entity_table.c.seq)).scalars())

    def _row(self, connection: Connection, entity: str, id: str) -> sa.Row[Any] | None:  # noqa: A002 - the contract's name
        return connection.execute(_ONE, {"entity": entity, "id": id}).first()

    def looked_up(self, connection: Connection, entity: str, key: str) -> list[dict[str, Any]]:
        """Return the living entities of one kind whose ``_LOOKUP`` field is ``key``."""
        columns = entity_table.c
        wanted = sa.and_(columns.entity == entity, columns.lookup == key, ~columns.removed)
        query = sa.select(columns.data).where(wanted)
        return list(connection.execute(query).scalars())

    def _dependents(self, connection: Connection, report_id: str) -> list[tuple[str, str]]:
        columns = entity_table.c
        query = sa.select(columns.entity, columns.id).where(
            columns.entity.in_(_WITH_THE_REPORT), columns.lookup == report_id, ~columns.removed
        )
        return [(row.entity, row.id) for row in connection.execute(query.order_by(columns.seq))]

    def _touch(self, connection: Connection, entity: str, id: str, scope: Scope) -> None:  # noqa: A002 - the contract's name
        seq = allocate(connection)
        connection.execute(sa.update(entity_table).where(_is(entity_table, entity, id)).values(seq=seq))
        self._move(connection, entity, id, scope, seq)

    def _scopes_of(self, connection: Connection, entity: str, id: str) -> Scope:  # noqa: A002 - the contract's name
        query = sa.select(presence.c.scope).where(_is(presence, entity, id), presence.c.left.is_(None))
        return frozenset(connection.execute(query).scalars())

    def _move(self, connection: Connection, entity: str, id: str, scope: Scope, seq: int) -> None:  # noqa: A002 - the contract's name
        before = self._scopes_of(connection, entity, id)
        here = sa.update(presence).where(_is(presence, entity, id), presence.c.left.is_(None))
        if stays := before & scope:
            connection.execute(here.where(presence.c.scope.in_(stays)).values(changed=seq))
        if leaves := before - scope:
            connection.execute(here.where(presence.c.scope.in_(leaves)).values(changed=seq, left=seq))
        if enters := scope - before:
            entering = {"entity": entity, "id": id, "entered": seq, "changed": seq}
            rows = [{"scope": key, **entering} for key in sorted(enters)]
            connection.execute(sa.insert(presence), rows)


def _is(table: sa.Table, entity: str, id: str) -> sa.ColumnElement[bool]:  # noqa: A002 - the contract's name
    return sa.and_(table.c.entity == entity, table.c.id == id)


def _new_row(seq: int, row: Row) -> dict[str, Any]:
    return {
        "entity": row.entity,
        "id": row.id,
        "seq": seq,
        "version": row.data.get("version", 1),
        "lookup": row.data.get(_LOOKUP.get(row.entity, "")),
        "removed": False,
        "data": row.data,
    }


def _new_presence(seq: int, row: Row, scope: str) -> dict[str, Any]:
    return {"scope": scope, "entity": row.entity, "id": row.id, "entered": seq, "changed": seq}
