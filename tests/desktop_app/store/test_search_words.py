"""The words that begin alike are those that FTS5 itself tells, after whatever became of its index."""

from __future__ import annotations

from random import Random

import pytest

from desktop_app.store import search_words
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import Connection
from desktop_app.store.search_text import forget_report, index_report, merge, parts
from desktop_app.store.search_words import words_from

_ALL = 1 << 20
_SMALL_PAGES = "INSERT INTO search_index(search_index, rank) VALUES ('pgsz', 64)"
COMMON = ("duong", "duongs", "ngap", "rac", "ứng", "đá")


@pytest.fixture
def paged(store: AccountStore) -> AccountStore:
    """A store whose index has small pages: a word's documents soon go over many."""
    with store.write() as tx:
        tx.connection.execute(_SMALL_PAGES)
    return store


@pytest.mark.parametrize("seed", range(4))
def test_they_are_those_that_fts5_tells(paged: AccountStore, seed: int) -> None:
    random = Random(seed)
    for turn in range(20):
        with paged.write() as tx:
            for _ in range(15):
                _change(tx.connection, random)
            if turn % 6 == 5:
                merge(tx.connection, 20)
        _hold_against_fts5(paged)


def _change(connection: Connection, random: Random) -> None:
    number = random.randrange(1, 120)
    if random.random() < 0.3:
        forget_report(connection, number)
        return
    words = [*random.choices(COMMON, k=3), *("".join(random.choices("adgnou1", k=5)) for _ in range(4))]
    index_report(connection, number, " ".join(words))


def _hold_against_fts5(store: AccountStore) -> None:
    with store.reader() as connection:
        told = [word for (word,) in connection.rows("SELECT DISTINCT term FROM search_words ORDER BY term")]
        beginnings = {word[:length] for word in told for length in range(1, len(word) + 1)}
        for beginning in sorted(beginnings | {"zz", "0", "duongz"}):
            expected = [word for word in told if word.startswith(beginning)]
            assert words_from(connection, beginning, _ALL) == expected


def test_more_than_asked_for_are_none(paged: AccountStore) -> None:
    with paged.write() as tx:
        index_report(tx.connection, 1, "ngap ngapa ngapb")
    with paged.reader() as connection:
        assert words_from(connection, "ngap", 3) == ["ngap", "ngapa", "ngapb"]
        assert words_from(connection, "ngap", 2) == []


def test_the_pages_looked_at_do_not_grow_with_the_documents(paged: AccountStore) -> None:
    looked_at = []
    for first in (1, 40, 1_500):
        with paged.write() as tx:
            for number in range(first, 2 * first + 1):
                index_report(tx.connection, number, "duong duongs ngap")
        with paged.reader() as connection:
            pages = connection.value("SELECT count(*) FROM search_index_data")
            seen = len(connection.rows(search_words._PAGES, (b"0duong", b"0duong\xff")))
            assert words_from(connection, "duong", 9) == ["duong", "duongs"]
            looked_at.append((pages, seen / parts(connection)))
    assert looked_at[-1][0] > 10 * looked_at[0][0]
    assert all(each <= 3 for _, each in looked_at)
