"""Persons: posts reach down the tree, deputyships end by themselves, rights change what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop_app.domain.organisation import Officer
from desktop_app.domain.roles import Role
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.people import posts_of
from desktop_app.sandbox.tables import announcement, deputy, person
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import CO, IOC, LEAD, TEAM, SmallCity

pytestmark = ON_BOTH


@contextmanager
def writing(city: SmallCity) -> Iterator[Connection]:
    with city.service.writer.transaction() as connection:
        yield connection


def announced(connection: Connection, person_id: str) -> list[str]:
    query = sa.select(announcement.c.id).where(announcement.c.person_id == person_id)
    return list(connection.execute(query.order_by(announcement.c.seq)).scalars())


def test_a_post_reaches_down_the_tree_and_not_up(city: SmallCity) -> None:
    people, now = city.service.people, city.service.now()
    with writing(city) as connection:
        handler, team = (people.actor(connection, who, now) for who in ("o-handler", "o-team"))
    assert handler is not None
    assert team is not None
    assert handler.units == {LEAD, TEAM}
    assert team.units == {TEAM}
    assert handler.roles == {Role.HANDLER}


def test_an_unknown_person_is_nobody(city: SmallCity) -> None:
    people, now = city.service.people, city.service.now()
    with writing(city) as connection:
        assert people.actor(connection, "o-nobody", now) is None
        assert people.officer(connection, "o-nobody") is None
        assert not people.is_active(connection, "o-nobody")
        assert people.holder(connection, "0" * 64) is None
        people.settle_scopes(connection, "o-nobody", now)
        assert people.scopes(connection, "o-nobody") == frozenset()


def test_one_person_may_hold_several_posts(city: SmallCity) -> None:
    service = city.service
    officer = Officer("o-both", "Hai Nơi", TEAM, (Role.HANDLER,))
    with writing(city) as connection:
        service.entities.put(connection, "officer", officer.id, wire.encode(officer), audience.EVERYONE)
        service.people.register(connection, officer, (CO, TEAM), now=service.now())
        assert posts_of(connection, "o-both") == {TEAM, CO}
        assert {f"unit:{TEAM}", f"unit:{CO}"} <= service.people.scopes(connection, "o-both")


def test_whoever_is_new_has_nothing_announced(city: SmallCity) -> None:
    city.put()
    with writing(city) as connection:
        assert announced(connection, "o-handler") == []


def test_a_changed_post_announces_what_comes_and_goes_once(city: SmallCity) -> None:
    report, people = city.put(), city.service.people
    with writing(city) as connection:
        people.change_posts(connection, "o-handler", [IOC], city.service.now())
        assert announced(connection, "o-handler") == [report.id]
        people.change_posts(connection, "o-handler", [CO], city.service.now())
        assert announced(connection, "o-handler") == [report.id]
        people.change_posts(connection, "o-handler", [], city.service.now())
        assert people.scopes(connection, "o-handler") == {
            "everyone", "officer:o-handler", "person:o-handler", f"staff:{LEAD}",
        }  # fmt: skip


def test_a_deputyship_begins_and_ends_by_itself(city: SmallCity) -> None:
    people, now = city.service.people, city.service.now()
    period = {"starts": now + timedelta(days=1), "ends": now + timedelta(days=3)}
    with writing(city) as connection:
        connection.execute(sa.insert(deputy).values(person_id="o-other", unit_id=LEAD, **period))
        for days, stands_in in ((0, False), (2, True), (4, False)):
            at = now + timedelta(days=days)
            actor = people.actor(connection, "o-other", at)
            assert actor is not None
            assert (actor.deputy_for == {LEAD}) is stands_in
            assert people.is_settled(connection, "o-other", at) is (days == 0)
            people.settle_scopes(connection, "o-other", at)
            assert people.is_settled(connection, "o-other", at)
            assert (f"unit:{LEAD}" in people.scopes(connection, "o-other")) is stands_in


def test_who_is_made_inactive_keeps_no_scope(city: SmallCity) -> None:
    people, now = city.service.people, city.service.now()
    with writing(city) as connection:
        connection.execute(sa.update(person).where(person.c.id == "o-handler").values(active=False))
        people.settle_scopes(connection, "o-handler", now)
        assert people.scopes(connection, "o-handler") == frozenset()


def test_a_reference_is_random_and_tells_nothing(city: SmallCity) -> None:
    with writing(city) as connection:
        references = list(connection.execute(sa.select(person.c.person_ref)).scalars())
    assert len(set(references)) == len(references)
    assert all(len(reference) == 32 and "o-" not in reference for reference in references)
