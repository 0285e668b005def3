"""Ninety days of tombstones; after that a cursor begins anew, and nothing living is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop_app.sandbox.cursor import Position
from desktop_app.sandbox.feed import Page
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.retention import prune
from desktop_app.sandbox.tables import entity
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import SmallCity

pytestmark = ON_BOTH


def read(city: SmallCity, cursor: str = "") -> Page:
    service = city.service
    with service.engine.connect() as connection:
        position = service.feed.position(connection, "o-handler", cursor)
        return service.feed.read(connection, position, 500)


def prune_after(city: SmallCity, days: int) -> int:
    with city.service.writer.transaction() as connection:
        return prune(connection, city.service.now() + timedelta(days=days))


def remove(city: SmallCity, report_id: str) -> None:
    with city.service.writer.transaction() as connection:
        city.service.entities.remove(connection, "report", report_id)


def test_within_ninety_days_a_cursor_hears_of_what_went(city: SmallCity) -> None:
    gone = city.put()
    cursor = read(city).next
    remove(city, gone.id)
    assert prune_after(city, 0) == prune_after(city, 89) == 0
    assert [(c["op"], c["id"]) for c in read(city, cursor).changes] == [("remove", gone.id)]


def test_after_that_it_begins_anew_and_the_living_are_all_there(city: SmallCity) -> None:
    gone, kept = city.put(), city.put()
    cursor = read(city).next
    remove(city, gone.id)
    prune_after(city, 0)
    assert prune_after(city, 91) > 0
    with pytest.raises(Refused, match="cursor_expired"):
        read(city, cursor)
    fresh = read(city)
    assert [c["id"] for c in fresh.changes if c["entity"] == "report"] == [kept.id]
    with city.service.engine.connect() as connection:
        assert connection.execute(sa.select(entity.c.id).where(entity.c.removed)).first() is None


def test_a_bootstrap_under_way_goes_on(city: SmallCity) -> None:
    service = city.service
    city.put()
    prune_after(city, 0)
    prune_after(city, 91)
    with service.engine.connect() as connection:
        first = service.feed.read(connection, service.feed.position(connection, "o-handler", ""), 3)
        position = service.feed.position(connection, "o-handler", first.next)
    assert isinstance(position, Position)
    assert not position.caught_up


def test_the_horizon_never_goes_back(city: SmallCity) -> None:
    city.put()
    prune_after(city, 0)
    horizon = prune_after(city, 91)
    prune_after(city, 0)
    with pytest.raises(Refused, match="cursor_expired"):
        read(city, city.service.feed.seal(Position("o-handler", city.service.epoch, horizon - 1)))
