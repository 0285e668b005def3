"""Every quick filter and order has its name, icon, place and empty words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.saved_filters import SavedFilter
from ui.icons import pixmap
from ui.vocabulary.query_words import ORDER, empty_words, filter_word, icon_of, sort_word


def test_the_sidebar_lists_every_filter_once() -> None:
    assert sorted(ORDER) == sorted(QuickFilter)


@pytest.mark.parametrize("chosen", list(QuickFilter))
@pytest.mark.usefixtures("qapp")
def test_a_filter_has_name_icon_and_words_when_empty(chosen: QuickFilter) -> None:
    assert filter_word(chosen)
    assert not pixmap(icon_of(chosen)).isNull()
    heading, hint = empty_words(chosen)
    assert heading
    assert hint.endswith(".")


def test_names_are_told_apart() -> None:
    assert len({filter_word(each) for each in QuickFilter}) == len(QuickFilter)
    assert len({sort_word(each) for each in SortKey}) == len(SortKey)


def test_a_kept_list_has_its_own_name_and_a_star_when_pinned() -> None:
    kept = SavedFilter("s", "Chợ, rác", InboxQuery(search="rác"))
    assert filter_word(kept) == "Chợ, rác"
    assert icon_of(kept) != icon_of(replace(kept, pinned=True)) == "star"
