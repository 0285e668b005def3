"""The schema: any dialect compiles it, and times keep their zone through a database that has none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateTable

from desktop_app.sandbox.tables import UtcDateTime, metadata


@pytest.mark.parametrize("name", ["sqlite", "postgresql", "mysql", "mssql"])
def test_every_dialect_can_have_it(name: str) -> None:
    dialect = registry.load(name)()
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_a_time_comes_back_as_the_same_moment() -> None:
    engine = sa.create_engine("sqlite://")
    kept = sa.Table("kept", sa.MetaData(), sa.Column("at", UtcDateTime))
    hue = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=7)))
    with engine.begin() as connection:
        kept.create(connection)
        connection.execute(sa.insert(kept), [{"at": hue}, {"at": None}])
        found = list(connection.execute(sa.select(kept.c.at)).scalars())
    engine.dispose()
    assert found == [hue, None]
    assert found[0] is not None
    assert found[0].tzinfo is UTC


def test_no_column_is_meant_for_an_identity() -> None:
    names = {column.name for table in metadata.sorted_tables for column in table.columns}
    assert not names & {"citizen_number", "phone", "email", "reporter", "identity"}
