"""What a report is tied to is said by code and state; what is not on this desk is said to be elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from tests.support.small_city import report
from ui.detail.ties import Kind, Tie, ties_of, ties_text

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OTHER = replace(report(NOW, State.IN_PROGRESS), code="PA-2026-000181", title="Cây <b>ngã</b>")


def find(report_id: str) -> Report | None:
    return OTHER if report_id == OTHER.id else None


def kinds(one: Report) -> list[Kind]:
    return [tie.kind for tie in ties_of(one, find)]


def test_each_tie_is_told_and_none_invented() -> None:
    alone = report(NOW, State.IN_PROGRESS)
    assert kinds(alone) == []
    merged = replace(alone, duplicate_of=OTHER.id)
    assert kinds(merged) == [Kind.GOES_WITH]
    assert kinds(replace(merged, state=State.DUPLICATE)) == [Kind.DUPLICATE]
    family = replace(alone, evidence={"parent": OTHER.id}, parts=("a", "b"), followers=("c",))
    assert kinds(family) == [Kind.PART_OF, Kind.PART, Kind.PART, Kind.FOLLOWER]


def test_it_is_named_as_people_name_it() -> None:
    told = ties_text(ties_of(replace(report(NOW), duplicate_of=OTHER.id), find))
    assert "PA-2026-000181" in told
    assert "In progress" in told
    assert "Cây &lt;b&gt;ngã&lt;/b&gt;" in told
    assert OTHER.id not in told


def test_what_is_not_here_is_not_named() -> None:
    told = ties_text((Tie(Kind.PART, None),))
    assert "not on this desk" in told
