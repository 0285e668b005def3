"""What the rarer words lead to stands first indeed; a word in most reports is never gone through."""

from __future__ import annotations

import pytest

from desktop_app.store import inbox, search_lead
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_plan import FOUND
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.search_lead import led
from tests.desktop_app.store.test_inbox_plan import explained, full, told_plainly

__all__ = ["full"]
RARE, OFTEN = '"rac"', '"cong"'
ALL = InboxQuery()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have sixty reports count as a million do: a word in twenty of them is common."""
    monkeypatch.setattr(search_lead, "COMMON", 20)
    monkeypatch.setattr(search_lead, "_ASKED", 100)


def leads(store: AccountStore, match: str) -> bool:
    with store.reader() as connection:
        return led(connection, ALL, match, 60) is not None


def test_the_rarer_words_lead_and_the_whole_search_is_asked_in_the_order_s_index(full: AccountStore) -> None:
    with full.reader() as connection:
        found = led(connection, ALL, f"{OFTEN} {RARE}", 60)
    assert found is not None
    assert found.values == (RARE, f"{OFTEN} {RARE}")
    told = explained(full, found)
    assert "COVERING INDEX inbox_all_due" in told
    assert "TEMP B-TREE" not in told


def test_who_searches_nothing_common_or_nothing_rare_is_led_by_none(full: AccountStore) -> None:
    assert not leads(full, RARE)
    assert not leads(full, f"{RARE} {RARE}")
    assert not leads(full, OFTEN)
    assert not leads(full, f"{OFTEN} {OFTEN}")
    assert not leads(full, f'({OFTEN} OR "cong") AND {RARE}'), "words spelled out"


def test_a_small_store_needs_no_lead(full: AccountStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert leads(full, f"{OFTEN} {RARE}")
    monkeypatch.setattr(search_lead, "COMMON", 61)
    assert not leads(full, f"{OFTEN} {RARE}")


@pytest.mark.parametrize(("name", "value"), [("MOST", 3), ("_ASKED", 0), ("MET", 2)])
def test_where_the_way_is_long_another_is_taken(
    full: AccountStore, name: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_lead, name, value)
    assert not leads(full, f"{OFTEN} {RARE}")


@pytest.mark.parametrize("probed", [2, 300])
def test_a_share_of_the_oldest_judges_the_whole(
    full: AccountStore, probed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    oldest = f"SELECT count(*), count(DISTINCT number), max(number) FROM ({FOUND} LIMIT {probed})"
    monkeypatch.setattr(search_lead, "_PROBED", probed)
    monkeypatch.setattr(search_lead, "_OLDEST", oldest)
    with full.reader() as connection:
        for match, least, most in ((RARE, 10, 30), (OFTEN, 25, 60), ('"khongco"', 0, 0)):
            assert least <= search_lead._size(connection, match, 60) <= most, match


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "text", ["cong rac ", "rac cong ", "cong nghet ", "nghet con ngap ", "cong khongco "]
)
@pytest.mark.parametrize("screen", [1, 16])
def test_a_page_that_was_led_to_is_the_true_one(
    full: AccountStore, screen: int, text: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "SCREEN", screen)
    query = InboxQuery(search=text, descending=descending)
    assert leads(full, full.inbox.condition_of(query).match)
    expected, page = told_plainly(full, query), full.inbox.first(query, 7)
    assert page.sure
    assert list(page.ids) == expected[: len(page.ids)]
    assert len(page.ids) >= min(screen, 7, len(expected))
    assert page.whole <= (list(page.ids) == expected)
