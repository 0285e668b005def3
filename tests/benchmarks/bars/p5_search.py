"""P5, the search: first screens by receipt and by deadline, against FTS5 asked bare; keystrokes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.search_syntax import parse
from tests.benchmarks.bars.p4_inbox import FIRST, PAGE, SIZES, WHOLE_MS
from tests.benchmarks.figures import Line, Samples, milliseconds, timed
from tests.benchmarks.full_desk import desk_figures
from tests.benchmarks.full_store import open_store
from tests.benchmarks.store_making import full_store

SCREEN_MS, KEY_MS = 50.0, 16.0
TIMES: Final = 7
RECEIVED: Final = {
    "the commonest word": "đường ",
    "the commonest, unfinished": "đường",
    "the rarest": "{code}",
    "one letter": "d",
    "four words": "lo duong tran phu ",
}
BY_DUE: Final = {"10⁴ hits": "lo duong tran phu ", "the commonest word": "duong "}
_BARE: Final = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?"


def lines() -> Iterator[Line]:
    """Measure at growing sizes; the bars are for the last."""
    for reports in SIZES:
        path = full_store(reports)
        store = open_store(path)
        for what, text in RECEIVED.items():
            yield _received(store, what, text.format(code=_code(store)), reports)
        for what, text in BY_DUE.items():
            yield from _by_due(store, what, text, reports)
        store.close()
        keys = Samples(tuple(desk_figures(path)["keys"]))
        yield Line(
            "P5", f"main thread per keystroke in the search field, {reports:,} reports",
            f"{milliseconds(keys.median)} median, {milliseconds(keys.percentile(99))} p99", "–",
            f"≤ {KEY_MS:.0f} ms", met=keys.percentile(99) <= KEY_MS,
        )  # fmt: skip


def _received(store: AccountStore, what: str, text: str, reports: int) -> Line:
    query = InboxQuery(sort=SortKey.RECEIVED, descending=True, search=text)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(TIMES):
        ours.append(timed(lambda: store.inbox.rows(store.inbox.ids(query, FIRST)[:PAGE])))
        with store.reader() as connection:
            bare.append(timed(lambda: connection.rows(_BARE, (parse(text).match, FIRST))))
    return _line(f"{what}, newest first, {reports:,} reports", Samples(tuple(ours)), Samples(tuple(bare)))


def _by_due(store: AccountStore, what: str, text: str, reports: int) -> Iterator[Line]:
    """The first screen as the desk asks for it, and the whole list, ranked aside; the bare index counts."""
    query = InboxQuery(search=text)
    hits, sure = len(store.inbox.ids(query)), store.inbox.first(query, FIRST).sure
    counted = "SELECT count(*) FROM search_index WHERE search_index MATCH ?"
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(TIMES):
        ours.append(timed(lambda: store.inbox.rows(store.inbox.first(query, FIRST).ids[:PAGE])))
        with store.reader() as connection:
            bare.append(timed(lambda: connection.rows(counted, (parse(text).match,))))
    told = f"{what} ({hits:,}), by deadline"
    guess = "" if sure else ", a guess"
    yield _line(
        f"{told}, first screen{guess}, {reports:,} reports", Samples(tuple(ours)), Samples(tuple(bare))
    )
    whole = Samples(tuple(timed(lambda: store.inbox.ids(query)) for _ in range(TIMES)))
    yield Line(
        "P5", f"{told}, whole and off the main thread, {reports:,} reports",
        f"{milliseconds(whole.median)} median, {milliseconds(whole.percentile(100))} worst", "–",
        f"≤ {WHOLE_MS:.0f} ms", met=whole.percentile(100) <= WHOLE_MS,
    )  # fmt: skip


def _line(what: str, ours: Samples, bare: Samples) -> Line:
    return Line(
        "P5", what, f"{milliseconds(ours.median)} median, {milliseconds(ours.percentile(100))} worst",
        f"FTS5 bare {milliseconds(bare.median)}", f"≤ {SCREEN_MS:.0f} ms", met=ours.median <= SCREEN_MS,
    )  # fmt: skip


def _code(store: AccountStore) -> str:
    """The number of one report: a word that stands in no other."""
    (row,) = store.inbox.rows(store.inbox.ids(InboxQuery(sort=SortKey.CODE, descending=True), 1))
    return row.code.rpartition("-")[2]
