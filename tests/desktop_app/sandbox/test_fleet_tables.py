"""The acts' tables are part of the one schema."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.sandbox.fleet_tables import recovery, terminal_epoch, wipe_order
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import SmallCity

pytestmark = ON_BOTH


def test_they_are_made_with_the_others(city: SmallCity) -> None:
    names = set(sa.inspect(city.service.engine).get_table_names())
    assert {table.name for table in (recovery, terminal_epoch, wipe_order)} <= names
