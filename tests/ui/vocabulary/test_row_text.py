"""A row in words: place, marks, field, deadline; the same for the ear."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import State
from desktop_app.store.habits import RowDetail
from desktop_app.store.inbox_rows import InboxRow
from tests.ui import city
from tests.ui.seated import Workplace
from ui.vocabulary.due_groups import DueGroup
from ui.vocabulary.row_text import ANSWERED, deadline_mark, row_text


def row(**changes: object) -> InboxRow:
    values: dict[str, object] = {
        "rowid": 1, "id": "r", "code": "HUE-1", "title": "Đường ngập", "ward": "19789", "category": "urban",
        "state": State.IN_PROGRESS, "priority": Priority.NORMAL, "due_at": city.NOW + timedelta(days=1),
        "received_at": city.NOW, "owner": city.HANDLER, "lead_unit": city.WARD,
        "procedure": Procedure.TIMED, "unsent": False, "conflict": False, "new": False,
    }  # fmt: skip
    return InboxRow(**{**values, **changes})  # type: ignore[arg-type]


def test_place_field_and_deadline(workplace: Workplace) -> None:
    said = row_text(row(), workplace.names, city.NOW, workplace.names.calendar)
    assert said.detail == "Thuận Hóa Ward · Urban infrastructure"
    assert said.deadline is not None
    assert said.deadline.short.endswith("WD left")
    assert said.spoken.startswith("Đường ngập, working days left")
    assert said.spoken.endswith("In progress, HUE-1")


def test_marks_are_words(workplace: Workplace) -> None:
    marked = row(conflict=True, unsent=True, priority=Priority.HIGH, procedure=Procedure.INSTANT)
    detail = row_text(marked, workplace.names, city.NOW, workplace.names.calendar).detail
    assert detail.split(" · ")[1:-1] == ["conflict", "not sent yet", "instant", "urgent"]


@pytest.mark.parametrize("state", sorted(ANSWERED))
def test_no_clock_runs_once_it_is_answered(workplace: Workplace, state: State) -> None:
    said = row_text(row(state=state), workplace.names, city.NOW, workplace.names.calendar)
    assert said.deadline is None


def test_an_instant_case_counts_minutes(workplace: Workplace) -> None:
    due = city.NOW + timedelta(minutes=20)
    mark = deadline_mark(State.DISTRIBUTED, due, Procedure.INSTANT, city.NOW, workplace.names.calendar)
    assert mark is not None
    assert mark.short == "20 min left"
    assert deadline_mark(State.RECEIVED, None, Procedure.TIMED, city.NOW, workplace.names.calendar) is None


def test_accepting_comes_before_the_deadline_unless_that_is_over(workplace: Workplace) -> None:
    given = row(state=State.DISTRIBUTED, accept_due=city.NOW + timedelta(hours=1))
    said = row_text(given, workplace.names, city.NOW, workplace.names.calendar)
    assert said.deadline is not None
    assert said.deadline.short.startswith("accept by ")
    assert said.group is DueGroup.TOMORROW, "groups are by the deadline of the work"
    over = row(state=State.DISTRIBUTED, accept_due=city.NOW, due_at=city.NOW - timedelta(days=9))
    told = row_text(over, workplace.names, city.NOW, workplace.names.calendar).deadline
    assert told is not None
    assert told.short.endswith("WD late")


def test_the_second_line_tells_what_is_wanted_in_its_order(workplace: Workplace) -> None:
    wanted = (RowDetail.RECEIVED, RowDetail.CODE, RowDetail.STATE)
    said = row_text(row(unsent=True), workplace.names, city.NOW, workplace.names.calendar, wanted)
    assert said.detail.split(" · ")[:3] == ["HUE-1", "not sent yet", "In progress"]
    assert said.group is DueGroup.TOMORROW
