"""Search on a real store: folded words, prefixes, operators, and nothing found that is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.search_syntax import SearchSyntax
from tests.desktop_app.store.builders import UNIT, add, assignment, event, put, report_json, wire
from tests.support.clock import NOON

WARDS = {"ward-1": "Phường Thuận Hóa", "ward-2": "Phường Phú Xuân"}


@pytest.fixture
def city(store: AccountStore) -> AccountStore:
    with store.write() as tx:
        for id_, name in WARDS.items():
            store.directory.put(tx, "unit", {"id": id_, "name": name, "kind": "ward"})
        store.directory.put(tx, "unit", {"id": UNIT, "name": "Công ty Thoát nước", "kind": "company"})
        store.directory.put(tx, "category", {"id": "drainage", "name": "Hạ tầng đô thị"})
        store.directory.put(tx, "category", {"id": "traffic", "name": "Hạ tầng giao thông"})
    return store


def found(store: AccountStore, text: str) -> list[str]:
    return [row.id for row in store.inbox.rows(store.search.ids(text))]


@pytest.mark.parametrize(
    "text", ["duong ngap", "đường ngập", "DUONG NG", "đuòng", "ngap duong", "le loi", "cong truong", "Đ"]
)
def test_with_or_without_diacritics_in_any_order_and_unfinished(city: AccountStore, text: str) -> None:
    ids = put(
        city, report_json(), report_json(title="Cây đổ", text="Gãy cành", place={"address": "Hùng Vương"})
    )
    expected = ids[:1] if text != "Đ" else ids[::-1]
    assert found(city, text) == expected


def test_a_finished_word_is_no_prefix(city: AccountStore) -> None:
    put(city, report_json(title="Đường", text="", place={}))
    assert found(city, "duon") != []
    assert found(city, "duon ") == []


def test_newest_first_or_as_asked(city: AccountStore) -> None:
    a, b = put(
        city,
        report_json(received_at=wire(NOON), assignment=assignment(due_at=wire(NOON + timedelta(days=1)))),
        report_json(received_at=wire(NOON - timedelta(days=1))),
    )
    assert found(city, "ngap") == [a, b]
    by_due = city.search.ids("ngap", SortKey.DUE, descending=False)
    assert [row.id for row in city.inbox.rows(by_due)] == [a, b]
    assert len(city.search.ids("ngap", limit=1)) == 1


def test_a_search_inside_a_quick_filter(city: AccountStore) -> None:
    a, _ = put(city, report_json(), report_json(state="closed"))
    query = InboxQuery(QuickFilter.MINE, search="ngap")
    assert [row.id for row in city.inbox.rows(city.inbox.ids(query))] == [a]
    assert city.inbox.count(query) == 1


OPERATORS: list[tuple[str, dict[str, Any]]] = [
    ("ma:2031", {"code": "HUE-2031-77777"}),
    ("ma:hue-2031", {"code": "HUE-2031-77777"}),
    ("ma:77777", {"code": "HUE-2031-77777"}),
    ("phuong:phuxuan", {"place": {"unit_code": "ward-2"}}),
    ('phuong:"Phú Xuân"', {"place": {"unit_code": "ward-2"}}),
    ("linhvuc:giaothong", {"category": "traffic"}),
    ("han:quahan", {"assignment": assignment(due_at=wire(NOON - timedelta(hours=1)))}),
    ("han:homnay", {"assignment": assignment(due_at=wire(NOON + timedelta(hours=1)))}),
    ("han:1", {"assignment": assignment(due_at=wire(NOON + timedelta(days=1)))}),
    ("han:20/03/2026", {"assignment": assignment(due_at=wire(NOON + timedelta(days=10)))}),
    ("nguon:Hotline", {"source": "hotline"}),
    ("tu:09/03/2026", {"received_at": wire(NOON)}),
    ("den:2026-02-01", {"received_at": wire(NOON - timedelta(days=60))}),
]


@pytest.mark.parametrize(("text", "fields"), OPERATORS)
def test_operators(city: AccountStore, text: str, fields: dict[str, Any]) -> None:
    wanted, _ = put(city, report_json(**fields), report_json())
    assert found(city, text) == [wanted]


def test_operators_narrow_words_and_each_other(city: AccountStore) -> None:
    wanted, *_ = put(
        city,
        report_json(source="hotline", place={"unit_code": "ward-2"}),
        report_json(source="hotline"),
        report_json(title="Cây đổ", text="", source="hotline", place={"unit_code": "ward-2"}),
    )
    assert found(city, "ngap nguon:hotline phuong:phuxuan") == [wanted]
    assert wanted in found(city, "donvi:thoatnuoc")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("phuong:atlantis", "search_no_such_ward"),
        ("linhvuc:atlantis", "search_no_such_category"),
        ("donvi:atlantis", "search_no_such_unit"),
        ("han:maimai", "search_bad_date"),
        ("tu:31/02/2026", "search_bad_date"),
        ("ma:", "search_value_missing"),
    ],
)
def test_a_fault_is_named(city: AccountStore, text: str, what: str) -> None:
    with pytest.raises(SearchSyntax) as fault:
        city.search.ids(text)
    assert fault.value.what == what


def test_a_percent_sign_in_a_code_is_itself(city: AccountStore) -> None:
    put(city, report_json())
    assert found(city, "ma:%2026") == []


def note(store: AccountStore, report_id: str, text: str, entry_id: str = "e") -> None:
    line = {
        "id": entry_id,
        "report_id": report_id,
        "kind": "note",
        "at": wire(NOON),
        "by": "x",
        "by_name": "X",
    }
    with store.write() as tx:
        store.entries.put(tx, {**line, "text": text})


def test_notes_are_found_and_a_report_is_listed_once(city: AccountStore) -> None:
    a, b = put(city, report_json(), report_json())
    note(city, a, "máy bơm ngập nước")
    note(city, a, "vẫn ngập", "e2")
    assert found(city, "may bom") == [a]
    assert found(city, "ngap") == [b, a]
    query = InboxQuery(sort=SortKey.DUE, search="ngap")
    assert [row.id for row in city.inbox.rows(city.inbox.ids(query))] == [a, b]
    assert city.inbox.count(query) == 2
    assert [len(city.inbox.ids(query, limit=n)) for n in range(4)] == [0, 1, 2, 2]


def test_a_note_that_changed_or_went(city: AccountStore) -> None:
    (a,) = put(city, report_json())
    note(city, a, "máy bơm")
    note(city, a, "máy xúc")
    assert (found(city, "bom"), found(city, "xuc")) == ([], [a])
    with city.write() as tx:
        city.entries.remove(tx, "e")
    assert found(city, "xuc") == []


def test_old_words_are_forgotten(city: AccountStore) -> None:
    told = report_json(title="Rò rỉ amoniac")
    put(city, told)
    put(city, {**told, "version": 4, "title": "Đã rõ"})
    assert found(city, "amoniac") == []
    assert found(city, "da ro") == [told["id"]]


# --- the index is right whatever way the words came ---------------------------------------------------------

SPOKEN = ("ngập", "rác", "cống", "đèn")
STEPS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from(["put", "intake", "line", "unline", "note", "undo", "gone", "bootstrap"]),
        st.sampled_from(SPOKEN),
    ),
    max_size=25,
)


class Spoken:
    """What each report's words are, kept in plain Python beside the store."""

    def __init__(self, store: AccountStore) -> None:
        self._store = store
        self._told = {n: report_json(title="Phản ánh", place={}, text="") for n in range(5)}
        self._present: set[int] = set()
        self._lines: dict[int, set[str]] = {n: set() for n in range(5)}
        self._notes: dict[int, list[str]] = {n: [] for n in range(5)}

    def go(self, n: int, step: str, word: str) -> None:
        """Carry out one step where it makes sense."""
        getattr(self, f"_{step}")(n, word)

    def expected(self, word: str) -> set[str]:
        """The reports in which the word stands."""
        return {
            self._told[n]["id"]
            for n in self._present
            if word in {self._told[n]["text"], *self._lines[n], *self._notes[n]}
        }

    def _put(self, n: int, word: str) -> None:
        self._told[n].update(version=self._told[n]["version"] + 1, text=word)
        put(self._store, self._told[n])
        self._present.add(n)

    def _intake(self, n: int, word: str) -> None:
        if n not in self._present:
            self._told[n].update(version=self._told[n]["version"] + 1, text=word)
            self._take([n])

    def _take(self, wanted: list[int]) -> None:
        """As a first sync does: many at a time, what is not plainly new the ordinary way."""
        rows = [self._store.intake.report(self._told[n]) for n in wanted]
        with self._store.write() as tx:
            left = self._store.intake.take_reports(tx, rows)
            for n in wanted:
                if self._told[n]["id"] in left:
                    self._store.reports.put_base(tx, self._told[n])
        self._present.update(wanted)

    def _line(self, n: int, word: str) -> None:
        """A line of the timeline, which may come before its report."""
        note(self._store, self._told[n]["id"], word, self._line_id(n, word))
        self._lines[n].add(word)

    def _unline(self, n: int, word: str) -> None:
        with self._store.write() as tx:
            self._store.entries.remove(tx, self._line_id(n, word))
        self._lines[n].discard(word)

    def _line_id(self, n: int, word: str) -> str:
        """No example has another's: a line stays with its report."""
        return f"{self._told[n]['id']}-{word}"

    def _note(self, n: int, word: str) -> None:
        if n in self._present:
            add(self._store, event(self._told[n]["id"], Command.NOTE, text=word))
            self._notes[n].append(word)

    def _undo(self, n: int, _word: str) -> None:
        for pending in self._store.outbox.pending(self._told[n]["id"]):
            self._store.outbox.cancel(pending.event.id)
        self._notes[n].clear()

    def _gone(self, n: int, _word: str) -> None:
        self._undo(n, "")
        with self._store.write() as tx:
            self._store.lose_scope(tx, self._told[n]["id"])
        self._forget(n)

    def _bootstrap(self, n: int, _word: str) -> None:
        """Everything is told anew but report ``n`` and every line: those have left the scope."""
        self._undo(n, "")
        with self._store.write() as tx:
            self._store.sync_state.begin_bootstrap(tx)
        self._take(sorted(self._present - {n}))
        with self._store.write() as tx:
            self._store.sweep(tx)
        self._forget(n)
        for lines in self._lines.values():
            lines.clear()

    def _forget(self, n: int) -> None:
        self._present.discard(n)
        self._lines[n].clear()


@given(STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_finds_its_reports_whatever_way_it_came(
    store: AccountStore, steps: list[tuple[int, str, str]]
) -> None:
    spoken = Spoken(store)
    before = {word: set(found(store, f"{word} ")) for word in SPOKEN}
    for n, step, word in steps:
        spoken.go(n, step, word)
        if step == "bootstrap":  # the reports of earlier examples are swept away with it
            before = {word: set() for word in SPOKEN}
    for word in SPOKEN:
        assert set(found(store, f"{word} ")) == spoken.expected(word) | before[word], word
    with store.write() as tx:
        tx.connection.execute("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
