"""Every quick filter and order has its name, icon, place and empty words."""

from __future__ import annotations

import pytest

from desktop_app.store.inbox_query import QuickFilter, SortKey
from ui.icons import pixmap
from ui.reports.query_words import ICONS, ORDER, empty_words, filter_word, sort_word


def test_the_sidebar_lists_every_filter_once() -> None:
    assert sorted(ORDER) == sorted(QuickFilter)


@pytest.mark.parametrize("chosen", list(QuickFilter))
@pytest.mark.usefixtures("qapp")
def test_a_filter_has_name_icon_and_words_when_empty(chosen: QuickFilter) -> None:
    assert filter_word(chosen)
    assert not pixmap(ICONS[chosen]).isNull()
    heading, hint = empty_words(chosen)
    assert heading
    assert hint.endswith(".")


def test_names_are_told_apart() -> None:
    assert len({filter_word(each) for each in QuickFilter}) == len(QuickFilter)
    assert len({sort_word(each) for each in SortKey}) == len(SortKey)
