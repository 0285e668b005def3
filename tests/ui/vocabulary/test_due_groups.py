"""Groups follow the clock and the week of the city's zone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ui.vocabulary.due_groups import DueGroup, due_group, group_word

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
"""A Tuesday, 10:00 in Huế."""


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (None, DueGroup.NONE),
        (datetime(2026, 11, 24, 2, 59, tzinfo=UTC), DueGroup.OVERDUE),
        (NOW, DueGroup.OVERDUE),
        (datetime(2026, 11, 24, 10, 0, tzinfo=UTC), DueGroup.TODAY),
        (datetime(2026, 11, 24, 17, 30, tzinfo=UTC), DueGroup.TOMORROW),  # past midnight in Huế
        (datetime(2026, 11, 29, 10, 0, tzinfo=UTC), DueGroup.THIS_WEEK),
        (datetime(2026, 11, 29, 17, 0, tzinfo=UTC), DueGroup.NEXT_WEEK),
        (datetime(2026, 12, 6, 10, 0, tzinfo=UTC), DueGroup.NEXT_WEEK),
        (datetime(2026, 12, 7, 10, 0, tzinfo=UTC), DueGroup.LATER),
    ],
)
def test_a_due_time_has_its_group(due: datetime | None, group: DueGroup) -> None:
    assert due_group(due, NOW) is group


def test_sunday_s_tomorrow_is_tomorrow_not_next_week() -> None:
    sunday = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
    assert due_group(datetime(2026, 11, 30, 10, 0, tzinfo=UTC), sunday) is DueGroup.TOMORROW
    assert due_group(datetime(2026, 12, 2, 10, 0, tzinfo=UTC), sunday) is DueGroup.NEXT_WEEK


def test_every_group_has_a_name_of_its_own() -> None:
    assert len({group_word(each) for each in DueGroup}) == len(DueGroup)
