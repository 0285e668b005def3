"""Applying the changes one after the other gives the new list; ids that stay are never removed."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.inbox import index_changes
from ui.inbox.index_changes import Change, Growth, Insertion, Removal, Reordering

IDS = st.lists(st.integers(0, 30), unique=True, max_size=20)


def changes(old: list[int], new: list[int]) -> list[Change]:
    return list(index_changes.changes(array("q", old), array("q", new)))


def applied(old: list[int], new: list[int]) -> list[int]:
    rows = list(old)
    for change in changes(old, new):
        if isinstance(change, Removal):
            del rows[change.first : change.last + 1]
        elif isinstance(change, Insertion):
            rows[change.first : change.first] = change.ids
        elif isinstance(change, Growth):
            assert list(change.ids[: change.first]) + list(change.ids[change.last + 1 :]) == rows
            rows = list(change.ids)
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
    found = changes(old, new)
    inserted = {key for each in found if isinstance(each, Insertion) for key in each.ids}
    inserted |= {
        key for each in found if isinstance(each, Growth) for key in each.ids[each.first : each.last + 1]
    }
    assert not inserted & stay
    removed = sum(each.last - each.first + 1 for each in found if isinstance(each, Removal))
    assert removed == len(set(old) - stay)


def test_the_rest_of_a_list_is_handed_over_whole() -> None:
    new = array("q", range(100))
    (found,) = index_changes.changes(new[:10], new)
    assert found == Growth(10, 99, new)
    assert isinstance(found, Growth)
    assert found.ids is new


def test_the_same_list_changes_nothing() -> None:
    assert changes([1, 2, 3], [1, 2, 3]) == []


def test_neighbours_change_in_one_go() -> None:
    assert changes([1, 2, 3, 4], [1, 4]) == [Removal(1, 2)]
    assert changes([1, 4], [1, 2, 3, 4]) == [Insertion(1, array("q", [2, 3]))]
    assert changes([1, 2, 3], [3, 1, 2]) == [Reordering(array("q", [3, 1, 2]))]


@pytest.mark.parametrize("piece", [1, 3])
def test_a_list_is_handled_in_pieces(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_changes, "_PIECE", piece)
    old = list(range(50))
    for new in (
        [*old[:20], 99, *old[21:]],
        old[7:],
        old[:-5],
        [99, *old],
        old[::-1],
        [],
        old[:25] + old[30:],
    ):
        assert applied(old, new) == new
        assert applied(new, old) == old


def test_news_in_one_place_of_a_long_list_is_one_change() -> None:
    old = list(range(100_000))
    assert changes(old, old[:70_000] + old[70_001:]) == [Removal(70_000, 70_000)]
    assert changes(old[:99_990], old) == [Insertion(99_990, array("q", old[99_990:]))]
