"""Entities and their place in the feed are written together; intervals tell who saw what, when."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Entry
from desktop_app.sandbox import audience
from desktop_app.sandbox.database import head
from desktop_app.sandbox.entities import Row
from desktop_app.sandbox.tables import presence
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import SmallCity

pytestmark = ON_BOTH


def intervals(city: SmallCity, key: str) -> list[tuple[str, int, int | None]]:
    query = sa.select(presence.c.scope, presence.c.entered, presence.c.left).where(presence.c.id == key)
    with city.service.engine.connect() as connection:
        found = connection.execute(query.order_by(presence.c.entered, presence.c.scope))
        return [(row.scope, row.entered, row.left) for row in found]


def put(city: SmallCity, scope: set[str], data: dict[str, Any] | None = None) -> int:
    with city.service.writer.transaction() as connection:
        return city.service.entities.put(connection, "unit", "x", data or {"id": "x"}, frozenset(scope))


def test_scopes_are_entered_kept_and_left(city: SmallCity) -> None:
    first, second, third = put(city, {"a", "b"}), put(city, {"b", "c"}), put(city, {"a"})
    assert (second, third) == (first + 1, first + 2)
    assert intervals(city, "x") == [
        ("a", first, second), ("b", first, third), ("c", second, third), ("a", third, None),
    ]  # fmt: skip


def test_versions_count_up_unless_the_entity_has_its_own(city: SmallCity) -> None:
    def version() -> int:
        with city.service.engine.connect() as connection:
            row = connection.execute(sa.text("SELECT version FROM entity WHERE id = 'x'"))
            return int(row.scalar_one())

    put(city, {"a"})
    put(city, {"a"})
    assert version() == 2
    put(city, {"a"}, {"version": 7})
    assert version() == 7


def test_many_new_entities_are_as_if_written_one_by_one(city: SmallCity) -> None:
    entities = city.service.entities
    rows = [Row("unit", f"n{number}", {"id": f"n{number}"}, audience.EVERYONE) for number in range(3)]
    with city.service.writer.transaction() as connection:
        before = head(connection)
        assert entities.put_many(connection, rows) == before + 3 == head(connection)
        assert entities.put_many(connection, []) == before + 3
        assert entities.data(connection, "unit", "n2") == {"id": "n2"}
    assert intervals(city, "n1") == [("everyone", before + 2, None)]


def test_a_tombstone_has_no_data_and_no_scope(city: SmallCity) -> None:
    first = put(city, {"a"})
    with city.service.writer.transaction() as connection:
        gone = city.service.entities.remove(connection, "unit", "x")
        assert city.service.entities.data(connection, "unit", "x") is None
    assert intervals(city, "x") == [("a", first, gone)]


def test_a_report_is_found_by_code_and_keeps_its_timeline_in_order(city: SmallCity) -> None:
    fresh, service = city.put(), city.service
    late = Entry(new_id(), fresh.id, "note", service.now(), "o-handler", "Lê Thị Xử Lý")
    early = Entry(new_id(), fresh.id, "verify", fresh.received_at, "o-dispatcher", "Trần Điều Phối")
    with service.writer.transaction() as connection:
        for entry in (late, early):
            service.entities.put_entry(connection, entry, fresh)
        assert service.entities.report_by_code(connection, fresh.code) == fresh
        assert service.entities.report_by_code(connection, "PA-0000-000000") is None
        assert service.entities.timeline(connection, fresh.id) == [early, late]
    assert {scope for scope, _, _ in intervals(city, early.id)} == audience.of_report(fresh)


def test_an_unknown_report_is_none(city: SmallCity) -> None:
    with city.service.engine.connect() as connection:
        assert city.service.entities.report(connection, "nobody") is None
        listed = city.service.entities.all(connection, "report")
    assert listed == []
