"""Every measure, table and period has its words."""

from __future__ import annotations

from desktop_app.domain.period import Span
from desktop_app.store.supervised import Grouping, Measure
from ui.language import Language, install
from ui.supervise.measures import (
    ALARMING,
    View,
    measure_list,
    measure_tip,
    measure_word,
    span_word,
    view_word,
)


def said() -> list[str]:
    measures = [word(each) for word in (measure_word, measure_list, measure_tip) for each in Measure]
    return [*measures, *map(view_word, View), *map(span_word, Span)]


def test_everything_has_a_word_in_both_languages() -> None:
    english = said()
    install(Language.VIETNAMESE)
    vietnamese = said()
    assert all(english)
    assert all(one != other for one, other in zip(english, vietnamese, strict=True))


def test_lists_have_names_of_their_own() -> None:
    assert len({measure_list(each) for each in Measure}) == len(Measure)
    assert {Measure.LATE, Measure.OVERDUE} < ALARMING


def test_a_view_for_each_grouping_and_one_for_returns() -> None:
    assert {each.value for each in View} == {*(each.value for each in Grouping), "returns"}
