"""Composition: the parts share one database, one clock, one key, and outlive a restart."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.sandbox.cursor import Position
from desktop_app.sandbox.service import build, utc_now
from tests.support.small_city import SmallCity


def test_a_restarted_server_knows_its_nonces_cursors_and_names(city: SmallCity) -> None:
    first = city.service
    second = build(first.engine, city.pki, "http://127.0.0.1:2")
    assert second.epoch == first.epoch
    assert second.nonces.is_fresh(first.nonces.issue())
    with first.engine.connect() as connection:
        page = first.feed.read(connection, Position("o-handler", first.epoch), 500)
        position = second.feed.position(connection, "o-handler", page.next)
    assert position.caught_up
    assert position.seq == page.durable_through
    assert second.workstations is not first.workstations


def test_the_clock_is_the_wall_clock_in_utc() -> None:
    assert utc_now().utcoffset() == timedelta(0)
