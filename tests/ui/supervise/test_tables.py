"""Counts as rows: the whole on top, names sorted as Vietnamese does it, each number with its list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure, Supervised
from desktop_app.store.supervision import Line, Passage
from tests.support.clock import NOON
from tests.ui.seated import Workplace
from ui.supervise.tables import Cell, by_name, group_name, group_table, list_name, passage_table
from ui.vocabulary.names import Names

ASKED = Asked(NOON, NOON - timedelta(days=2))


@pytest.fixture
def names(workplace: Workplace) -> Names:
    return Names(workplace.session.store.directory)


def line(value: str | None, **counts: int) -> Line:
    return Line(value, {each: counts.get(each.value, 0) for each in COUNTED})


def test_the_whole_stands_on_top_and_each_number_opens_its_list(names: Names) -> None:
    lines = [line("Ông", given=3, on_time=2, overdue=1), line("Ánh", given=1, on_time=1)]
    table = group_table(Grouping.UNIT, lines, ASKED, names)
    assert [row.name for row in table.rows] == ["Total", "Ánh", "Ông"]
    whole, first, second = table.rows
    assert (whole.strong, first.strong) == (True, False)
    given = 0
    assert whole.cells[given] == Cell("4", 4, Supervised(ASKED, Measure.GIVEN))
    assert second.cells[given].opens == Supervised(ASKED, Measure.GIVEN, Grouping.UNIT, "Ông")
    overdue = list(COUNTED).index(Measure.OVERDUE)
    assert second.cells[overdue].alarming
    assert first.cells[overdue] == Cell("0", 0), "nothing to open, nothing to fear"
    assert [row.cells[-1].text for row in table.rows] == ["75%", "100%", "67%"]
    assert len(table.columns) == len(whole.cells) + 1


def test_nothing_given_is_no_row_at_all(names: Names) -> None:
    assert group_table(Grouping.WARD, [], ASKED, names).rows == ()


def test_a_share_of_nothing_is_a_dash(names: Names) -> None:
    (_, row) = group_table(Grouping.SOURCE, [line("app", given=1, running=1)], ASKED, names).rows
    assert (row.cells[-1].text, row.cells[-1].order) == ("–", -1.0)


def test_returns_go_from_unit_to_unit(names: Names) -> None:
    table = passage_table([Passage("a", "b", 2), Passage("a", None, 1)], ASKED, names)
    assert [row.name for row in table.rows] == ["a → b", "a → not given on"]
    assert table.rows[0].cells[0].opens == Supervised(ASKED, Measure.RETURNED, Grouping.UNIT, "a", "b")


@pytest.mark.parametrize("by", Grouping)
def test_what_has_no_group_says_so(by: Grouping, names: Names) -> None:
    assert group_name(by, None, names) == "not said"
    assert group_name(by, "unheard of", names) == "unheard of"


def test_a_list_is_named_after_its_number(names: Names) -> None:
    assert list_name(Measure.OVERDUE, "Sở Xây dựng") == "Running, overdue · Sở Xây dựng"
    assert by_name([]) == []
