"""The columns of a list: named in the language, identity masked, days counted as the desk counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import State
from desktop_app.exports.table import Value
from desktop_app.store.inbox_rows import InboxRow
from tests.ui import city
from tests.ui.seated import Workplace
from ui.exports.columns import list_columns
from ui.language import Language, install

ROW = InboxRow(
    1, "r", "HUE-1", "Tôi là Nguyễn Văn Bình, gọi 0905123456", None, None, State.IN_PROGRESS, Priority.NORMAL,
    city.NOW - timedelta(days=30), city.NOW, None, None, Procedure.TIMED, False, False, False,
)  # fmt: skip


@pytest.fixture
def told(workplace: Workplace) -> dict[str, Value]:
    return values(workplace, ROW)


def values(workplace: Workplace, row: InboxRow) -> dict[str, Value]:
    return {each.title: each.value(row) for each in list_columns(workplace.names, city.NOW)}


def test_identity_is_masked_in_what_citizens_wrote(told: dict[str, Value]) -> None:
    assert told["Code"] == "HUE-1"
    title = str(told["Title"])
    assert "0905" not in title
    assert "Bình" not in title


def test_what_is_overdue_counts_below_zero_and_what_is_closed_not_at_all(
    told: dict[str, Value], workplace: Workplace
) -> None:
    left = told["Working days left"]
    assert isinstance(left, int)
    assert left < -10
    assert values(workplace, replace(ROW, state=State.CLOSED))["Working days left"] is None
    assert values(workplace, replace(ROW, due_at=None))["Working days left"] is None


def test_only_what_differs_from_the_usual_is_said(workplace: Workplace) -> None:
    urgent = values(workplace, replace(ROW, priority=Priority.HIGH, procedure=Procedure.INSTANT))
    usual = values(workplace, ROW)
    assert (usual["Priority"], usual["Procedure"]) == ("", "Timed")
    assert urgent["Procedure"] == "Instant"
    assert urgent["Priority"]


def test_columns_are_named_in_the_language(workplace: Workplace) -> None:
    english = [each.title for each in list_columns(workplace.names, city.NOW)]
    install(Language.VIETNAMESE)
    vietnamese = [each.title for each in list_columns(workplace.names, city.NOW)]
    assert all(one != other for one, other in zip(english, vietnamese, strict=True))
