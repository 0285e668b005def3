"""A long beginning finds what it found before, by the words that begin so."""

from __future__ import annotations

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.search_beginnings import MOST, spelled_out
from tests.desktop_app.store.builders import put, report_json

TITLES = ("Đường ngập", "Đường rác", "duongs lạ", "Dương vật liệu", "Thoát nước", "phuongng 1")


@pytest.fixture
def told(store: AccountStore) -> AccountStore:
    put(store, *(report_json(title=title, text="x") for title in TITLES))
    return store


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ('"ngap" "duon"*', '"ngap" AND ("duong" OR "duongs")'),
        ('"duong"*', '("duong" OR "duongs")'),
        ('"duon"* "ngap"', '("duong" OR "duongs") AND "ngap"'),
        ('"duo"*', '"duo"*'),
        ('"duong"', '"duong"'),
        ('"thoat nuo"*', '"thoat nuo"*'),
        ('"khong"*', '"khong"*'),
    ],
)
def test_a_long_beginning_is_spelled_out(told: AccountStore, match: str, expected: str) -> None:
    with told.reader() as connection:
        assert spelled_out(connection, match) == expected


def test_it_finds_what_the_beginning_finds(told: AccountStore) -> None:
    for typed in ("duon", "đường ngậ", "duongs", "ngap duong"):
        for sort in SortKey:
            found = told.inbox.ids(InboxQuery(sort=sort, search=typed))
            with told.reader() as connection:
                bare = connection.rows(
                    "SELECT DISTINCT rowid >> 10 FROM search_index WHERE search_index MATCH ?",
                    (told.inbox.condition_of(InboxQuery(search=typed)).match,),
                )
            assert sorted(found) == sorted(number for (number,) in bare)
            assert list(told.inbox.first(InboxQuery(sort=sort, search=typed), 50).ids) == list(found)


def test_of_many_words_none_is_spelled_out(store: AccountStore) -> None:
    put(store, *(report_json(title=f"ngap{place:02}", text="x") for place in range(MOST + 1)))
    with store.reader() as connection:
        assert spelled_out(connection, '"ngap"*') == '"ngap"*'
        assert spelled_out(connection, '"ngap1"*').count("OR") == 2
    assert len(store.inbox.ids(InboxQuery(search="ngap"))) == MOST + 1
