"""Sums over what a person may see, and rows only of that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.digest import slice_of, sums
from desktop_app.sandbox.cursor import Position
from desktop_app.sandbox.digests import KINDS
from desktop_app.sandbox.refusal import Refused
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import OTHER, SmallCity

pytestmark = ON_BOTH


def at_head(city: SmallCity, person: str) -> Position:
    feed = city.service.feed
    with city.service.engine.connect() as connection:
        position = feed.position(connection, person, "")
        page = feed.read(connection, position, 10_000)
        return feed.position(connection, person, page.next)


def test_the_sums_are_of_what_the_person_sees(city: SmallCity) -> None:
    mine, job = city.put(), city.put().assignment
    assert job is not None
    foreign = city.put(assignment=replace(job, lead_unit=OTHER, owner=OTHER, co_processors=()))
    position = at_head(city, "o-other")
    with city.service.engine.connect() as connection:
        told = city.service.digests.sums(connection, position)
        part = slice_of(foreign.id)
        members = city.service.digests.members(connection, position, "report", part)
    assert [one for one in told if one.entity == "report"] == sums("report", [(foreign.id, foreign.version)])
    assert members == [(foreign.id, foreign.version)]
    assert {one.entity for one in told} == set(KINDS)
    with city.service.engine.connect() as connection:
        rows = city.service.digests.rows(connection, "o-other", "report", [mine.id, foreign.id, "nothing"])
    assert [row["id"] for row in rows] == [foreign.id]


def test_only_the_head_of_ones_own_feed_has_sums(city: SmallCity) -> None:
    position = at_head(city, "o-handler")
    city.put(private=True)  # not in this person's sight: nothing has moved for them
    with city.service.engine.connect() as connection:
        assert city.service.digests.sums(connection, position)
    city.put()
    beginning = Position("o-handler", city.service.epoch)
    for behind in (position, beginning):
        with city.service.engine.connect() as connection, pytest.raises(Refused, match="cursor_behind"):
            city.service.digests.sums(connection, behind)
