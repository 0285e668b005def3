"""Codes: ordinary ones count up, misconduct codes follow nothing; children of a split start anew."""

from __future__ import annotations

import re

from desktop_app.domain.workflow import State
from desktop_app.sandbox import new_reports
from tests.support.small_city import SmallCity


def test_codes_count_up_and_pass_over_taken_ones(city: SmallCity) -> None:
    entities, now = city.service.entities, city.service.now()
    with city.service.writer.transaction() as connection:
        first = new_reports.next_code(connection, entities, now, private=False)
    number = int(first.rsplit("-", 1)[1])
    taken = f"{first[:-6]}{number + 1:06d}"
    city.put(code=taken)
    with city.service.writer.transaction() as connection:
        assert (
            new_reports.next_code(connection, entities, now, private=False) == f"{first[:-6]}{number + 2:06d}"
        )


def test_misconduct_codes_are_of_another_series_and_not_in_sequence(city: SmallCity) -> None:
    entities, now = city.service.entities, city.service.now()
    with city.service.writer.transaction() as connection:
        before = new_reports.next_code(connection, entities, now, private=False)
        private = {new_reports.next_code(connection, entities, now, private=True) for _ in range(20)}
        after = new_reports.next_code(connection, entities, now, private=False)
    assert len(private) == 20
    assert all(re.fullmatch("TD-[A-Z2-9]{8}", code) for code in private)
    assert int(after[-6:]) == int(before[-6:]) + 1  # nobody can count them from outside


def test_children_begin_where_their_parent_was_verified(city: SmallCity) -> None:
    verified, unread = city.put(State.IN_PROGRESS), city.put(State.RECEIVED, category=None)
    with city.service.writer.transaction() as connection:
        born = new_reports.split(connection, city.service.entities, verified, ("Một", "Hai"))
        early = new_reports.split(connection, city.service.entities, unread, ("Ba", "Bốn"))
    assert [(child.title, child.state) for child in born] == [
        ("Một", State.VERIFIED),
        ("Hai", State.VERIFIED),
    ]
    assert {child.state for child in early} == {State.RECEIVED}
    child = city.read(born[0].id)
    assert (child.version, child.assignment, child.text) == (1, None, verified.text)
    assert child.evidence == {"parent": verified.id}
