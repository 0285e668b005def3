"""The person behind the card."""

from __future__ import annotations

from desktop_app.domain.person import Person
from desktop_app.domain.roles import Role

PERSON = Person(
    "o-1", "Lê Thị An", "u-1", "", frozenset({Role.HANDLER}), frozenset({"u-1"}), frozenset({"u-2"}), "hue"
)


def test_a_person_is_an_actor_to_the_rules() -> None:
    actor = PERSON.actor
    assert (actor.person_id, actor.unit_id) == ("o-1", "u-1")
    assert actor.units == {"u-1"}
    assert actor.deputy_for == {"u-2"}
    assert actor.holds(Role.HANDLER)
    assert not actor.system
