"""From a command to the outbox and back: refused with everything kept, undone with everything back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.outbox import AnyCommand, OutboxState
from desktop_app.domain.payloads import AskCitizen, Coded, Nothing, Text
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.desk.commanding import Commanding
from ui.detail.detail import Detail
from ui.publication.publish_preview import PublishPreview
from ui.widgets.notice import Notice
from ui.widgets.toast import Toast


class Bench:
    """A reading pane with the hands that carry commands out."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace = workplace
        self.detail = Detail(workplace.session, workplace.names, workplace.clock)
        qtbot.addWidget(self.detail)
        self.toast = Toast(self.detail)
        self.commanding = Commanding(
            workplace.session, workplace.names, workplace.clock, self.detail, self.toast
        )
        self.detail.resize(780, 640)
        self.detail.show()

    def pending(self, report: Report) -> list[tuple[AnyCommand, OutboxState]]:
        """Return what waits on a report."""
        return [(each.event.type, each.state) for each in self.workplace.store.outbox.pending(report.id)]

    def on(self, report: Report) -> Report:
        """Show a report."""
        self.detail.show_report(report.id)
        return report


@pytest.fixture
def bench(workplace: Workplace, qtbot: QtBot) -> Bench:
    return Bench(workplace, qtbot)


def test_accepting_needs_one_key_and_can_be_undone(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("distributed"))
    bench.detail.act_primary()
    assert bench.pending(report) == [(Command.ACCEPT, OutboxState.HELD)]
    assert bench.toast.can_undo()
    assert bench.workplace.store.reports.get(report.id).state == "in_progress"
    bench.toast.undo()
    assert bench.pending(report) == []
    assert bench.workplace.store.reports.get(report.id).state == "distributed"


def test_undo_brings_back_what_was_typed(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("in_progress"))
    bench.commanding.begin(Command.RETURN)
    assert bench.detail.panel is not None
    bench.detail.panel.form.restore({"code": "not_our_area", "text": "Thuộc Vỹ Dạ."})
    bench.detail.act_primary()
    assert bench.pending(report) == [(Command.RETURN, OutboxState.HELD)]
    returned: list[str] = []
    bench.commanding.returned_to.connect(returned.append)
    bench.toast.undo()
    assert returned == [report.id]
    assert bench.detail.panel.form.values() == {"code": "not_our_area", "text": "Thuộc Vỹ Dạ."}


def test_a_note_goes_at_once_and_has_no_undo(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("in_progress"))
    bench.commanding.begin(Command.NOTE)
    assert bench.detail.panel is not None
    bench.detail.panel.form.restore({"text": "Đã gọi."})
    bench.detail.act_primary()
    assert bench.pending(report) == [(Command.NOTE, OutboxState.READY)]
    assert bench.toast.isVisible()
    assert not bench.toast.can_undo()


def test_a_refused_command_keeps_everything_in_place(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("in_progress"))
    bench.commanding.begin(Command.RETURN)
    panel = bench.detail.panel
    assert panel is not None
    panel.form.restore({"code": "not_our_area"})
    bench.detail.act_primary()
    assert bench.detail.panel is panel
    assert panel.form.field("text").problem() == "This must not be empty."
    assert panel.form.values()["code"] == "not_our_area"
    assert bench.pending(report) == []


def test_a_command_that_became_illegal_is_told_above_the_text(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("distributed"))
    bench.workplace.session.triage.do(report, Command.RETURN, Coded("not_our_area", "x"))
    bench.commanding.carry_out(Command.ACCEPT, Nothing())
    notice = bench.detail.findChild(Notice, "detail.notice")
    assert notice is not None
    assert notice.title()


def test_too_late_to_undo_is_said(bench: Bench) -> None:
    bench.on(bench.workplace.first("distributed"))
    bench.detail.act_primary()
    outbox = bench.workplace.store.outbox
    bench.workplace.clock.go_on(6)
    outbox.release_due(bench.workplace.clock.now())
    outbox.take_ready(10)
    bench.toast.undo()
    assert bench.toast.accessibleName() == "Too late to undo: it is on its way."


def test_nothing_shown_nothing_done(bench: Bench) -> None:
    bench.commanding.carry_out(Command.ACCEPT, Nothing())
    bench.commanding.begin(Command.PUBLISH)
    assert bench.workplace.store.outbox.waiting() == []


def test_publishing_passes_the_preview(hire: Hire, qtbot: QtBot) -> None:
    bench = Bench(hire(city.PUBLISHER), qtbot)
    report = bench.on(bench.workplace.first("approved", mine=False))
    bench.detail.act_primary()
    preview = bench.detail.findChild(PublishPreview)
    assert preview is not None
    assert bench.pending(report) == []
    tick, confirm = (
        preview.findChild(QWidget, "publish.seen"),
        preview.findChild(QPushButton, "publish.confirm"),
    )
    assert tick is not None
    assert confirm is not None
    tick.setChecked(True)  # type: ignore[attr-defined]
    confirm.click()
    assert bench.pending(report) == [(Command.PUBLISH, OutboxState.HELD)]
    assert bench.toast.can_undo()


def test_an_answer_travels_from_draft_over_approval(bench: Bench, hire: Hire, qtbot: QtBot) -> None:
    report = bench.on(bench.workplace.first("in_progress"))
    bench.detail.act_primary()
    assert bench.detail.panel is not None
    bench.detail.panel.form.restore({"text": "Đã thông cống.", "outcome": "fixed"})
    bench.detail.act_primary()
    assert bench.pending(report) == [(Command.SUBMIT, OutboxState.HELD)]
    leader = Bench(hire(city.LEADER), qtbot)
    waiting = leader.on(leader.workplace.first("awaiting_approval"))
    told: list[str] = []
    leader.commanding.approval_asked.connect(told.append)
    leader.detail.act_primary()
    assert told == [waiting.id]  # read and signed on the page of approvals
    assert leader.pending(waiting) == []


def test_a_unit_s_question_is_said_to_be_with_the_dispatcher(bench: Bench) -> None:
    report = bench.on(bench.workplace.first("in_progress"))
    bench.commanding.carry_out(Command.ASK_CITIZEN, AskCitizen("Ở số mấy?"))
    assert bench.pending(report) == [(Command.ASK_CITIZEN, OutboxState.HELD)]
    assert (
        child(bench.toast, QLabel, "toast.text").text() == "Question given to the dispatcher, who sends it."
    )


def test_a_command_that_carries_on_is_told_and_a_note_is_not(bench: Bench) -> None:
    told: list[str] = []
    bench.commanding.carried_on.connect(told.append)
    report = bench.on(bench.workplace.first("distributed"))
    bench.commanding.carry_out(Command.NOTE, Text("Đã gọi."))
    assert told == []
    bench.detail.act_primary()
    assert told == [report.id]
