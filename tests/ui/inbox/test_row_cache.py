"""Rows come in pages, once; the least recently used go; what is gone from the store stays away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.inbox.row_cache import PAGE, RowCache

IDS = list(range(1000, 2000))


class Shelf:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def fetch(self, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
        """Return the rows of ``keys``; 1003 is gone."""
        self.asked.append(list(keys))
        return [(key, f"row {key}") for key in keys if key != 1003]


def test_a_page_is_read_once() -> None:
    shelf = Shelf()
    cache = RowCache(shelf.fetch)
    assert [cache.get(IDS, row) for row in (0, 1, PAGE - 1)] == [
        "row 1000",
        "row 1001",
        f"row {1000 + PAGE - 1}",
    ]
    assert shelf.asked == [IDS[:PAGE]]


def test_a_row_that_is_gone_is_nothing() -> None:
    assert RowCache(Shelf().fetch).get(IDS, 3) is None


def test_forgotten_rows_are_read_anew_alone() -> None:
    shelf = Shelf()
    cache = RowCache(shelf.fetch)
    cache.get(IDS, 0)
    cache.forget([1005, 4711])
    assert cache.peek(1005) is None
    assert cache.get(IDS, 5) == "row 1005"
    assert shelf.asked[1:] == [[1003, 1005]]


def test_the_least_recently_used_go_first() -> None:
    shelf = Shelf()
    cache = RowCache(shelf.fetch, capacity=2 * PAGE)
    cache.get(IDS, 0)
    cache.get(IDS, PAGE)
    cache.get(IDS, 0)
    cache.get(IDS, 2 * PAGE)
    assert cache.peek(1000) == "row 1000"
    assert cache.peek(1001) is None
    assert len(list(cache.held())) == 2 * PAGE


def test_clearing_forgets_everything() -> None:
    shelf = Shelf()
    cache = RowCache(shelf.fetch)
    cache.get(IDS, 0)
    cache.clear()
    assert list(cache.held()) == []


def test_where_a_row_was_is_remembered_while_it_is_kept() -> None:
    cache = RowCache(Shelf().fetch, capacity=PAGE)
    cache.get(IDS, 7)
    cache.clear()
    assert (cache.place(1007), cache.place(4711)) == (7, 0)
    for position in range(0, 5 * PAGE, PAGE):
        cache.get(IDS, position)
    assert cache.place(IDS[PAGE]) == 0
    assert cache.place(IDS[4 * PAGE]) == 4 * PAGE


class Scout(Shelf):
    """Is told what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[list[int]] = []
        self.cache: RowCache[str] = RowCache(self.fetch, ahead=self.ahead)

    def ahead(self, keys: Sequence[int]) -> None:
        self.told.append(list(keys))


def test_the_pages_around_are_read_ahead_and_once() -> None:
    scout, ids = Scout(), IDS[100:]
    cache = scout.cache
    for row in (0, 1, PAGE, PAGE + 1):
        cache.get(ids, row)
    assert scout.told == [ids[PAGE : 2 * PAGE], ids[2 * PAGE : 3 * PAGE]]
    cache.put(scout.told[1], [(key, "ahead") for key in scout.told[1]])
    assert cache.get(ids, 2 * PAGE) == "ahead"
    assert scout.asked == [ids[:PAGE], ids[PAGE : 2 * PAGE]]


def test_what_is_here_is_newer_than_what_was_read_ahead() -> None:
    scout = Scout()
    cache = scout.cache
    cache.get(IDS, 0)
    (page,) = scout.told
    cache.get(IDS, PAGE)
    cache.put(page, [(key, "older") for key in page])
    assert cache.get(IDS, PAGE) == f"row {IDS[PAGE]}"


def test_what_was_cleared_or_forgotten_meanwhile_is_not_taken() -> None:
    scout = Scout()
    cache = scout.cache
    cache.get(IDS, 0)
    (page,) = scout.told
    cache.forget(page[:1])
    cache.put(page, [(key, "old words") for key in page])
    assert (cache.peek(page[0]), cache.peek(page[1])) == (None, "old words")
    cache.clear()
    cache.put(page, [(key, "old words") for key in page])
    assert cache.peek(page[1]) is None
