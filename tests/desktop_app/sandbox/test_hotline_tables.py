"""The hotline's tables are part of the one schema, and none has a column for a name."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.sandbox.hotline_tables import caller, caller_look_up
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import SmallCity


@ON_BOTH
def test_they_are_made_with_the_others(city: SmallCity) -> None:
    names = set(sa.inspect(city.service.engine).get_table_names())
    assert {caller.name, caller_look_up.name} <= names


def test_who_called_is_one_sealed_column() -> None:
    assert {column.name for column in caller.columns} == {"id", "report_id", "sealed", "taken_by", "at"}
