"""Lists under a name: kept, renamed, pinned, deleted and back; bad names refused; counts live."""

from __future__ import annotations

import pytest

from desktop_app.domain.matters import SharedList
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.saved_filters import (
    LONGEST_NAME,
    MOST,
    FilterNotSaved,
    SavedFilter,
    as_shared,
    shared_lists,
)
from tests.desktop_app.store.builders import put, report_json

RUBBISH = InboxQuery(sort=SortKey.RECEIVED, descending=True, search='rác phuong:"Thuận Hóa"')


def names(store: AccountStore) -> list[str]:
    return [each.name for each in store.saved_filters.all()]


def test_a_list_comes_back_as_it_was_saved(store: AccountStore) -> None:
    saved = store.saved_filters.save("  Chợ,   rác ", RUBBISH)
    assert saved.name == "Chợ, rác"
    assert store.saved_filters.all() == [saved]
    assert saved.query == RUBBISH


def test_pinned_ones_stand_first(store: AccountStore) -> None:
    for name in ("Một", "Hai", "Ba"):
        store.saved_filters.save(name, RUBBISH)
    last = store.saved_filters.all()[-1]
    pinned = store.saved_filters.pin(last, pinned=True)
    assert names(store) == [pinned.name, *sorted(set(names(store)) - {pinned.name}, key=names(store).index)]
    assert store.saved_filters.all()[0].pinned
    assert not store.saved_filters.pin(pinned, pinned=False).pinned
    assert not any(each.pinned for each in store.saved_filters.all())


def test_a_deleted_list_can_be_put_back(store: AccountStore) -> None:
    saved = store.saved_filters.save("Chợ", RUBBISH)
    store.saved_filters.delete(saved)
    assert store.saved_filters.all() == []
    store.saved_filters.restore(saved)
    assert store.saved_filters.all() == [saved]


@pytest.mark.parametrize(
    ("name", "code"), [("", "filter_name_empty"), (" \t ", "filter_name_empty"), ("CHỢ", "filter_name_taken")]
)
def test_a_name_that_says_nothing_or_another_list_is_refused(
    store: AccountStore, name: str, code: str
) -> None:
    saved, other = store.saved_filters.save("Chợ", RUBBISH), store.saved_filters.save("Cho", RUBBISH)
    with pytest.raises(FilterNotSaved) as refused:
        store.saved_filters.save(name, RUBBISH)
    assert refused.value.code == code
    with pytest.raises(FilterNotSaved):
        store.saved_filters.rename(other, name)
    assert store.saved_filters.rename(saved, "chợ").name == "chợ", "its own name in other letters"


def test_a_long_name_is_cut_and_there_are_only_so_many(store: AccountStore) -> None:
    assert len(store.saved_filters.save("x" * 200, RUBBISH).name) == LONGEST_NAME
    for number in range(MOST - 1):
        store.saved_filters.save(str(number), RUBBISH)
    with pytest.raises(FilterNotSaved) as refused:
        store.saved_filters.save("zu viel", RUBBISH)
    assert refused.value.code == "filter_too_many"


def test_what_a_newer_program_saved_is_left_out_and_kept(store: AccountStore) -> None:
    store.saved_filters.save("Chợ", RUBBISH)
    with store.write() as tx:
        tx.connection.execute("UPDATE saved_filter SET query = ?", (b'{"filter": "teleported"}',))
        kept = tx.connection.value("SELECT count(*) FROM saved_filter")
    assert (store.saved_filters.all(), kept) == ([], 1)


def test_its_count_is_the_store_s_present_one(store: AccountStore) -> None:
    saved = SavedFilter("s", "Rác", InboxQuery(filter=QuickFilter.ALL, search="rác"))
    before = store.inbox.count(saved.query)
    put(store, {**report_json(), "title": "Rác tồn đọng"})
    assert store.inbox.count(saved.query) == before + 1


def test_lists_of_the_unit_are_read_by_name_and_unknown_queries_left_out() -> None:
    own = SavedFilter("own", "Rác", InboxQuery(search="rác chợ"))
    sent = as_shared(own)
    listed = [
        SharedList("b", "Ổ gà", "u", "o-1", {"filter": "of_a_newer_program"}),
        SharedList("c", sent.name, "u", "o-2", sent.query),
        SharedList("a", "Đèn", "u", "o-1", {}),
    ]
    found = shared_lists(listed)
    assert [(each.id, each.shared_by) for each in found] == [("a", "o-1"), ("c", "o-2")]
    assert found[1].query == own.query
