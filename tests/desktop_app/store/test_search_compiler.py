"""Operators become bound conditions; names become ids by the directory."""

from __future__ import annotations

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import Condition, QuickFilter
from desktop_app.store.search_compiler import SearchCompiler
from desktop_app.store.search_syntax import SearchSyntax
from tests.support.clock import ManualClock


@pytest.fixture
def compiler(store: AccountStore, clock: ManualClock) -> SearchCompiler:
    with store.write() as tx:
        for id_, name, kind in (
            ("w1", "Phường Thuận Hóa", "ward"),
            ("w2", "Phường Hóa Châu", "ward"),
            ("a1", "Sở Xây dựng", "agency"),
        ):
            store.directory.put(tx, "unit", {"id": id_, "name": name, "kind": kind})
    return SearchCompiler(store.directory, clock.now)


def test_empty_text_asks_nothing(compiler: SearchCompiler) -> None:
    assert compiler.compile("  ") == Condition()


def test_words_become_a_full_text_query(compiler: SearchCompiler) -> None:
    assert compiler.compile("Đường ng") == Condition(match='"duong" "ng"*')


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("phuong:hoa", ("w1", "w2")),
        ("phuong:thuanhoa", ("w1",)),
        ("phuong:w2", ("w2",)),
        ('donvi:"sở xây"', ("a1",)),
        ("donvi:phường", ("w1", "w2")),
    ],
)
def test_names_become_ids(compiler: SearchCompiler, text: str, ids: tuple[str, ...]) -> None:
    (part,) = compiler.compile(text).parts
    assert part.values == ids


def test_an_agency_is_no_ward(compiler: SearchCompiler) -> None:
    with pytest.raises(SearchSyntax) as fault:
        compiler.compile("ngập phuong:xaydung")
    assert (fault.value.position, fault.value.what) == (12, "search_no_such_ward")


def test_values_are_bound(compiler: SearchCompiler) -> None:
    found = compiler.compile("nguon:'; ma:50%_")
    assert [part.clause for part in found.parts] == ["i.source IN (?)", "i.code LIKE ? ESCAPE '\\'"]
    assert [part.values for part in found.parts] == [("';",), ("%50\\%\\_%",)]
    assert found.match == '"50"*'


def test_an_operator_and_words_are_both_required(compiler: SearchCompiler) -> None:
    found = compiler.compile("ngập han:quahan ma:12 ")
    assert found.filter is QuickFilter.OVERDUE
    assert found.match == '"ngap" "12"*'


def test_what_is_not_wanted_is_asked_of_each_report_as_a_whole(compiler: SearchCompiler) -> None:
    found = compiler.compile("ngập -rác -nguon:web")
    assert found.match == '"ngap"'
    source, word = found.parts
    assert source.excluded
    assert source.values == ("web",)
    assert word.excluded
    assert (word.values, "EXISTS" in word.clause) == (('"rac"',), True)


def test_what_is_not_wanted_is_named_where_it_is_wrong(compiler: SearchCompiler) -> None:
    with pytest.raises(SearchSyntax) as fault:
        compiler.compile("ngập -phuong:xaydung")
    assert (fault.value.position, fault.value.what) == (13, "search_no_such_ward")
