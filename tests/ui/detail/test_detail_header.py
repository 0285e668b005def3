"""The head shows code, state, deadline, title and the assignment, and what is special."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Priority, Procedure, Report
from desktop_app.domain.workflow import State
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.detail_header import DetailHeader
from ui.widgets.chip import Chip
from ui.widgets.when import moment_text


def shown(workplace: Workplace, qtbot: QtBot, report: Report) -> DetailHeader:
    header = DetailHeader(workplace.names)
    qtbot.addWidget(header)
    header.show_report(report, workplace.clock.now())
    return header


def chips(header: DetailHeader) -> list[str]:
    return [chip.text() for chip in header.findChildren(Chip) if not chip.isHidden()]


def label(header: DetailHeader, name: str) -> str:
    found = header.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_code_state_deadline_title(workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    header = shown(workplace, qtbot, report)
    assert label(header, "detail.code") == report.code
    assert label(header, "detail.title") == report.title
    assert chips(header)[0] == "In progress"
    assert chips(header)[-1].startswith("working days")


def test_what_a_unit_was_given_says_until_when_it_is_to_be_accepted(
    workplace: Workplace, qtbot: QtBot
) -> None:
    report = workplace.first("distributed")
    now = workplace.clock.now()
    assert report.assignment is not None
    for left, said in (
        (timedelta(hours=2), "to be accepted by"),
        (timedelta(hours=-2), "should have been accepted by"),
    ):
        until = now + left
        job = replace(report.assignment, due_at=now + timedelta(days=7), accept_due=until)
        given = replace(report, procedure=Procedure.TIMED, assignment=job)
        assert chips(shown(workplace, qtbot, given))[-1] == f"{said} {moment_text(until)}"


def test_who_what_when_of_the_assignment(workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    header = shown(workplace, qtbot, report)
    assert label(header, "whoWhatWhen.who") == "Nguyễn Thành An – Thuận Hóa Ward"
    assert label(header, "whoWhatWhen.what") == "Thông thoát cống, ảnh trước và sau"
    assert "17:00" in label(header, "whoWhatWhen.when")


@pytest.mark.parametrize("procedure", list(Procedure))
def test_what_is_opened_again_shows_the_clock_of_reopening_not_the_old_deadline(
    workplace: Workplace, qtbot: QtBot, procedure: Procedure
) -> None:
    now = workplace.clock.now()
    report = replace(
        workplace.first("in_progress"), state=State.REOPENED, reopen_due=now + timedelta(days=2),
        procedure=procedure,
    )  # fmt: skip
    assert report.assignment is not None
    late = replace(report, assignment=replace(report.assignment, due_at=now - timedelta(days=9)))
    header = shown(workplace, qtbot, late)
    assert chips(header)[-1].startswith("working days")
    assert label(header, "whoWhatWhen.when").startswith(moment_text(now + timedelta(days=2)))


def test_what_is_monitored_tells_the_day_to_look_again_and_keeps_its_deadline(
    workplace: Workplace, qtbot: QtBot
) -> None:
    now, plain = workplace.clock.now(), workplace.first("in_progress")
    assert plain.assignment is not None
    due = now + timedelta(days=30)
    report = replace(
        plain, state=State.MONITORING, review_date=now.date(), procedure=Procedure.TIMED,
        assignment=replace(plain.assignment, due_at=due),
    )  # fmt: skip
    header = shown(workplace, qtbot, report)
    assert chips(header)[-1] == "due today"
    assert label(header, "whoWhatWhen.when").startswith(moment_text(due))


def test_co_processors_are_named(workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    assert report.assignment is not None
    job = replace(report.assignment, owner=city.WARD, co_processors=(city.TEAM,))
    header = shown(workplace, qtbot, replace(report, assignment=job))
    assert label(header, "whoWhatWhen.who") == "Thuận Hóa Ward, with Urban Infrastructure Team"


def test_without_an_assignment_it_says_so(workplace: Workplace, qtbot: QtBot) -> None:
    header = shown(workplace, qtbot, workplace.first("verified", mine=False))
    assert label(header, "whoWhatWhen.when") == "not assigned yet"
    assert chips(header) == ["Verified"]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"procedure": Procedure.INSTANT}, "Instant"),
        ({"private": True}, "Private"),
        ({"priority": Priority.HIGH}, "Urgent"),
    ],
)
def test_what_is_special_is_said(
    workplace: Workplace, qtbot: QtBot, changes: dict[str, object], word: str
) -> None:
    plain = replace(workplace.first("verified", mine=False), priority=Priority.NORMAL)
    assert word in chips(shown(workplace, qtbot, replace(plain, **changes)))  # type: ignore[arg-type]


def test_the_hour_of_a_deadline_stays_with_how_long_it_is(workplace: Workplace, qtbot: QtBot) -> None:
    header = shown(workplace, qtbot, workplace.first("in_progress"))
    day, rest = label(header, "whoWhatWhen.when").split(" ")
    assert day.count("/") == 2
    assert rest.startswith("17:00")
    assert "WD" in rest
