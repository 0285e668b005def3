"""Mine and theirs field by field: what differs first, what neither says left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desktop_app.domain.report import CodedReason, Extension, Priority
from desktop_app.domain.workflow import State
from tests.ui.seated import Workplace
from ui.sync.comparison import compare


def test_what_differs_comes_first(workplace: Workplace) -> None:
    theirs = workplace.first("in_progress")
    mine = replace(theirs, state=State.MONITORING, priority=Priority.HIGH)
    found = compare(mine, theirs, workplace.names)
    assert [field.label for field in found if field.differs] == ["State", "Priority"]
    assert [field.differs for field in found] == sorted((field.differs for field in found), reverse=True)
    assert (found[0].mine, found[0].theirs) == ("Monitoring", "In progress")


def test_what_neither_says_is_left_out(workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    labels = {field.label for field in compare(report, report, workplace.names)}
    assert {"State", "Who", "What", "When", "Place"} <= labels
    assert labels.isdisjoint({"Answer", "Question", "Returned", "Extension", "Tags"})


def test_reasons_answers_and_signers_are_words(workplace: Workplace) -> None:
    theirs = workplace.first("published", mine=False)
    mine = replace(theirs, answer=None, returns=(CodedReason("not_our_area", "Bên kia"),))
    by_label = {field.label: field for field in compare(mine, theirs, workplace.names)}
    assert by_label["Returned"].mine == "Not in our area: Bên kia"
    assert by_label["Answer"].theirs.startswith("Fixed: Kính gửi")
    assert "KT. Trần Quốc Bửu" in by_label["Signed"].theirs


def test_two_extensions_to_the_same_day_are_told_apart(workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    asked = Extension("weather", datetime(2026, 12, 4, 10, 0, tzinfo=UTC), "Mưa lớn", "hue-p02")
    mine, theirs = (
        replace(report, extension=asked),
        replace(report, extension=replace(asked, text="Chờ vật tư")),
    )
    [differing] = [field for field in compare(mine, theirs, workplace.names) if field.differs]
    assert differing.label == "Extension"
    assert (differing.mine[-7:], differing.theirs[-10:]) == ("Mưa lớn", "Chờ vật tư")
