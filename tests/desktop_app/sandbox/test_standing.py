"""All that counts about a person at a moment comes from two questions."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from desktop_app.sandbox.standing import papers
from desktop_app.sandbox.tables import deputy
from tests.support.arranging import APPLIED, absence, arrange, outcome
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import CO, LEAD, SmallCity
from tests.support.spies import asked_of

pytestmark = ON_BOTH


def test_what_is_on_file_about_a_person(city: SmallCity) -> None:
    now = city.service.now()
    away = absence(city, "o-handler", "o-colleague", "handle")
    assert outcome(arrange(city, "o-handler", "delegate", "delegation", away)[1]) == APPLIED
    lasts = {"starts": now, "ends": now + timedelta(hours=1)}
    with city.service.writer.transaction() as connection:
        connection.execute(sa.insert(deputy).values(person_id="o-colleague", unit_id=CO, **lasts))
        found = papers(connection, "o-colleague", now)
        later = papers(connection, "o-colleague", now + timedelta(hours=1))
        held = city.service.people.scopes(connection, "o-colleague")
    assert found is not None
    assert later is not None
    assert found.officer["id"] == "o-colleague"
    assert (found.posts, found.held) == (frozenset({LEAD}), held)
    assert [one["from_person"] for one in found.delegations] == ["o-handler"]
    assert [found.deputy_for, later.deputy_for] == [frozenset({CO}), frozenset()]
    assert found.newest_unit > 0


def test_nobody_has_nothing_on_file(city: SmallCity) -> None:
    with city.service.engine.connect() as connection:
        assert papers(connection, "o-nobody", city.service.now()) is None


def test_two_questions_are_enough(city: SmallCity) -> None:
    service = city.service
    with service.engine.connect() as connection:
        service.people.standing(connection, "o-handler", service.now())  # the tree is kept from now on
        asked = asked_of(
            service.engine, lambda: service.people.standing(connection, "o-handler", service.now())
        )
    assert asked == ["SELECT", "SELECT"]
