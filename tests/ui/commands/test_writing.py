"""What each writing panel makes of its fields is the payload that the command must carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.report import Extension, Priority, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command
from tests.support.widgets import child
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Hire, Workplace
from ui.commands import writing
from ui.commands.panel import CommandPanel


def built(qtbot: QtBot, panel: CommandPanel, **values: object) -> p.Payload:
    qtbot.addWidget(panel)
    panel.form.restore(values)
    return panel.built()


@pytest.mark.parametrize("command", [Command.NOTE, Command.CONTRIBUTE, Command.URGE])
def test_plain_text(qtbot: QtBot, command: Command) -> None:
    panel = writing.plain_text(command)
    assert built(qtbot, panel, text=" Sửa lại câu cuối. ") == p.Text("Sửa lại câu cuối.")
    assert panel.command is command


@pytest.mark.parametrize(
    ("command", "code"), [(Command.RETURN, "not_our_area"), (Command.REJECT, "no_basis")]
)
def test_a_coded_reason(
    qtbot: QtBot, workplace: Workplace, context: Frame, command: Command, code: str
) -> None:
    panel = writing.coded_reason(command, context(workplace.first("in_progress")))
    assert built(qtbot, panel, code=code, text="Vì xa…") == p.Coded(code, "Vì xa…")


def test_the_reasons_of_one_command_are_not_the_other_s(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = writing.coded_reason(Command.RETURN, context(workplace.first("in_progress")))
    assert built(qtbot, panel, code="no_basis", text="x") == p.Coded("", "x")


def test_an_answer_is_sent_back_with_words(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = writing.sending_back(context(workplace.first("awaiting_approval")))
    assert built(qtbot, panel, text=" Sửa câu cuối. ") == p.Text("Sửa câu cuối.")


def test_words_with_a_blank_left_do_not_go_out(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = writing.coded_reason(Command.RETURN, context(workplace.first("in_progress")))
    with pytest.raises(p.PayloadInvalid) as told:
        built(qtbot, panel, code="not_our_area", text="Đề nghị chuyển ….")
    assert (told.value.field, told.value.problem) == ("text", "unfilled")


def test_a_unit_s_question_is_said_to_go_through_the_dispatcher(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = writing.question(context(workplace.first("in_progress")))
    assert "the dispatcher reads it and sends it" in labels(panel)
    assert built(qtbot, panel, question="Ở số mấy?") == p.AskCitizen("Ở số mấy?")


def test_the_dispatcher_begins_with_the_unit_s_words(qtbot: QtBot, hire: Hire, context: Frame) -> None:
    report = hire(city.DISPATCHER).first("in_progress")
    frame = replace(context(report), actor=Actor("o-d", "u-ioc", frozenset({Role.DISPATCHER})))
    fresh = writing.question(frame)
    assert built(qtbot, fresh, question="Ở đâu?") == p.AskCitizen("Ở đâu?")
    assert "the unit's words" not in labels(fresh)
    panel = writing.question(replace(frame, report=replace(report, question_wanted="Ở số mấy?")))
    assert "the unit's words; change them" in labels(panel)
    assert built(qtbot, panel) == p.AskCitizen("Ở số mấy?")


def labels(panel: CommandPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_a_review_date_starts_a_week_ahead(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = writing.review_date(context(workplace.first("in_progress")))
    assert built(qtbot, panel) == p.Monitor(date(2026, 12, 1))


def test_an_extension_counts_from_the_old_due_day(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = workplace.first("in_progress")
    assert report.assignment is not None
    due = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    panel = writing.extension(context(replace(report, assignment=replace(report.assignment, due_at=due))))
    payload = built(qtbot, panel, code="weather", text="Mưa lớn.")
    assert payload == p.RequestExtension("weather", datetime(2026, 12, 4, 10, 0, tzinfo=UTC), "Mưa lớn.")


def test_an_extension_of_what_is_long_overdue_proposes_no_day_that_is_over(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    report = workplace.first("in_progress")
    assert report.assignment is not None
    due = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
    around = context(replace(report, assignment=replace(report.assignment, due_at=due)))
    payload = built(qtbot, writing.extension(around), code="weather", text="Mưa lớn.")
    assert isinstance(payload, p.RequestExtension)
    assert payload.new_due_at > around.now


@pytest.mark.parametrize(("answer", "granted"), [("yes", True), ("no", False)])
def test_an_extension_is_decided(
    qtbot: QtBot, workplace: Workplace, context: Frame, answer: str, granted: bool
) -> None:
    panel = writing.extension_decision(context(waiting(workplace)))
    assert built(qtbot, panel, granted=answer) == p.DecideExtension(granted, "")


def test_who_decides_reads_from_when_to_when_by_whom_and_why(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = writing.extension_decision(context(waiting(workplace)))
    qtbot.addWidget(panel)
    for said in ("27/11/2026 17:00 → 02/12/2026 17:00", "Weather", "Mưa lớn cả tuần."):
        assert said in labels(panel)


def test_a_second_request_says_that_it_takes_the_first_ones_place(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    report = waiting(workplace)
    again, first = (
        writing.extension(context(report)),
        writing.extension(context(replace(report, extension=None))),
    )
    for panel in (again, first):
        qtbot.addWidget(panel)
    assert "One waits already" in labels(again)
    assert "02/12/2026 17:00" in labels(again)
    assert "One waits already" not in labels(first)


def waiting(workplace: Workplace) -> Report:
    """A report with an extension that nobody has decided on."""
    report = workplace.first("in_progress")
    assert report.assignment is not None
    asked = Extension("weather", datetime(2026, 12, 2, 10, tzinfo=UTC), "Mưa lớn cả tuần.", "o-x")
    job = replace(report.assignment, due_at=datetime(2026, 11, 27, 10, tzinfo=UTC), first_due_at=None)
    return replace(report, extension=asked, assignment=job)


@pytest.mark.parametrize("decision", ["reopened", "closed"])
def test_a_reopening_is_decided(qtbot: QtBot, workplace: Workplace, context: Frame, decision: str) -> None:
    panel = writing.reopening(context(workplace.first("in_progress")))
    payload = built(qtbot, panel, decision=decision, reason="Còn ngập.")
    assert payload == p.decode(Command.DECIDE_REOPEN, {"decision": decision, "reason": "Còn ngập."})


def test_an_undecided_reopening_names_its_field(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = writing.reopening(context(workplace.first("in_progress")))
    with pytest.raises(p.PayloadInvalid) as told:
        built(qtbot, panel, reason="Còn ngập.")
    assert (told.value.field, told.value.problem) == ("decision", "empty")


def test_a_priority_starts_from_the_present_one(qtbot: QtBot) -> None:
    assert built(qtbot, writing.priority(Priority.HIGH)) == p.Prioritise(Priority.HIGH)


def test_a_word_being_composed_belongs_to_the_command(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = writing.plain_text(Command.NOTE)
    qtbot.addWidget(panel)

    class Composing:
        def commit(self) -> None:
            child(panel, QPlainTextEdit, "field.text").setPlainText("Đã nạo vét")

    monkeypatch.setattr(QGuiApplication, "inputMethod", Composing)
    assert panel.built() == p.Text("Đã nạo vét")


def test_the_next_tag_can_be_written_at_once(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = replace(workplace.first("in_progress"), tags=("chợ", "rác"))
    panel = writing.tags(context(report))
    qtbot.addWidget(panel)
    line = child(panel, QLineEdit, "field.add")
    panel.start()
    qtbot.keyClicks(line, "mua")
    assert panel.built() == p.Tag(("mua",), ())


def test_tags_are_added_and_removed(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = replace(workplace.first("in_progress"), tags=("chợ", "rác"))
    assert built(qtbot, writing.tags(context(report)), add="rác, , mưa") == p.Tag(("mưa",), ("chợ",))
