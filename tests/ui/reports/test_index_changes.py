"""Applying the changes one after the other gives the new list; ids that stay are never removed."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from ui.reports.index_changes import Insertion, Removal, Reordering, changes

IDS = st.lists(st.integers(0, 30), unique=True, max_size=20)


def applied(old: list[int], new: list[int]) -> list[int]:
    rows = list(old)
    for change in changes(old, new):
        if isinstance(change, Removal):
            del rows[change.first : change.last + 1]
        elif isinstance(change, Insertion):
            rows[change.first : change.first] = change.ids
        else:
            assert sorted(rows) == sorted(change.ids)
            rows = list(change.ids)
    return rows


@given(IDS, IDS)
def test_the_changes_lead_from_the_old_list_to_the_new_one(old: list[int], new: list[int]) -> None:
    assert applied(old, new) == new


@given(IDS, IDS)
def test_what_stays_is_neither_removed_nor_inserted(old: list[int], new: list[int]) -> None:
    stay = set(old) & set(new)
    inserted = {key for each in changes(old, new) if isinstance(each, Insertion) for key in each.ids}
    assert not inserted & stay
    removed = sum(each.last - each.first + 1 for each in changes(old, new) if isinstance(each, Removal))
    assert removed == len(set(old) - stay)


def test_the_same_list_changes_nothing() -> None:
    assert list(changes([1, 2, 3], [1, 2, 3])) == []


def test_neighbours_change_in_one_go() -> None:
    assert list(changes([1, 2, 3, 4], [1, 4])) == [Removal(1, 2)]
    assert list(changes([1, 4], [1, 2, 3, 4])) == [Insertion(1, array("q", [2, 3]))]
    assert list(changes([1, 2, 3], [3, 1, 2])) == [Reordering(array("q", [3, 1, 2]))]
