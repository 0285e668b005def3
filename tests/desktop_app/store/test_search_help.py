"""A search that finds nothing is answered with what was probably meant, ready to be asked."""

from __future__ import annotations

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.search_help import Suggestion
from tests.desktop_app.store.builders import put, report_json

WARDS = {"ward-1": "Phường Thuận Hóa", "ward-2": "Phường Phú Xuân"}


@pytest.fixture
def city(store: AccountStore) -> AccountStore:
    with store.write() as tx:
        for id_, name in WARDS.items():
            store.directory.put(tx, "unit", {"id": id_, "name": name, "kind": "ward"})
    return store


def test_a_code_with_a_slip_is_put_right(city: AccountStore) -> None:
    put(city, {**report_json(), "code": "HUE-2026-018234"})
    wanted = Suggestion("hue-2026-018243", "HUE-2026-018234", "HUE-2026-018234")
    assert city.search_help.suggest("hue-2026-018243") == wanted
    told = city.search_help.suggest("ngap ma:HUE-2026-01823")
    assert told == Suggestion("HUE-2026-01823", "HUE-2026-018234", "ngap ma:HUE-2026-018234")


def test_a_code_that_is_there_or_far_off_brings_nothing(city: AccountStore) -> None:
    put(city, {**report_json(), "code": "HUE-2026-018234"})
    assert city.search_help.suggest("HUE-2026-018234") is None
    assert city.search_help.suggest("HUE-2025-777777") is None
    assert city.search_help.suggest("đường ngập") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("phuogn:x ngap", "phuong:x ngap"), ("lihnvuc:x", "linhvuc:x"), ("dovi:x", "donvi:x")],
)
def test_an_operator_that_is_none_is_named(city: AccountStore, typed: str, meant: str) -> None:
    told = city.search_help.suggest(typed)
    assert told is not None
    assert (told.asked, told.text) == (typed[: typed.index(":") + 1], meant)


def test_a_name_that_is_not_there_is_put_right_in_its_quotes(city: AccountStore) -> None:
    name = next(unit.name for unit in city.directory.units() if unit.kind == "ward")
    wrong = name[:-1] + "z"
    for written in (f'phuong:"{wrong}" ngap', f'ngap phuong:"{wrong}"'):
        told = city.search_help.suggest(written)
        assert told is not None
        assert told.text == written.replace(wrong, name)
        assert (told.asked, told.meant) == (wrong, name)
        assert city.search_help.suggest(told.text) is None


def test_what_cannot_be_read_at_all_brings_nothing(city: AccountStore) -> None:
    assert city.search_help.suggest("ma:") is None
    assert city.search_help.suggest("") is None
    assert city.search_help.suggest("phuong:atlantis") is None
