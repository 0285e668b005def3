"""Mine is issued again where it is legal; theirs ends my command; drafts stay either way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.outbox import AnyCommand, OutboxState
from desktop_app.domain.payloads import Coded, Nothing
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.triage.triage import DraftContent
from tests.ui.seated import Workplace
from tests.ui.sync.conflicts import collide
from ui.sync.deciding import Deciding
from ui.sync.decision import Decision
from ui.widgets.notice import Notice
from ui.widgets.toast import Toast


class Table:
    """A conflict view with the hands that end the conflict."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.view = workplace, QWidget()
        qtbot.addWidget(self.view)
        self.decision = Decision(workplace.names, self.view)
        self.deciding = Deciding(workplace.session, self.decision, Toast(self.view))
        self.ended: list[bool] = []
        self.deciding.ended.connect(lambda: self.ended.append(True))
        self.view.show()

    def states(self, report: Report) -> list[tuple[AnyCommand, OutboxState]]:
        """Return what waits on a report."""
        return [(each.event.type, each.state) for each in self.workplace.store.outbox.pending(report.id)]


@pytest.fixture
def table(workplace: Workplace, qtbot: QtBot) -> Table:
    return Table(workplace, qtbot)


def test_nothing_to_decide_shows_nothing(table: Table) -> None:
    assert not table.deciding.begin(table.workplace.reports[0].id)
    assert table.decision.conflict is None


def test_theirs_ends_my_command_and_keeps_my_draft(table: Table) -> None:
    report = table.workplace.first("in_progress")
    table.workplace.session.triage.save_draft(report.id, DraftContent("Đang viết"))
    collide(table.workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.MONITORING)
    assert table.deciding.begin(report.id)
    table.decision.choose_theirs()
    assert table.ended == [True]
    assert table.states(report) == []
    assert table.workplace.session.triage.draft(report.id) == DraftContent("Đang viết")


def test_mine_is_issued_again_on_the_present_version(table: Table) -> None:
    report = table.workplace.first("distributed")
    event_id = collide(table.workplace, report, Command.ACCEPT, Nothing(), State.DISTRIBUTED)
    assert table.deciding.begin(report.id)
    table.decision.choose_mine()
    assert table.ended == [True]
    waiting = table.workplace.store.outbox.pending(report.id)
    assert [each.event.type for each in waiting] == [Command.ACCEPT]
    assert waiting[0].event.id != event_id
    assert waiting[0].event.base_version == 9


def test_mine_that_is_no_longer_legal_stays_to_be_decided(table: Table) -> None:
    report = table.workplace.first("in_progress")
    collide(table.workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.CLOSED)
    assert table.deciding.begin(report.id)
    table.decision.choose_mine()
    assert table.ended == []
    notice = table.decision.findChild(Notice, "decision.notice")
    assert notice is not None
    assert "no longer possible" in notice.title()
    assert table.states(report) == [(Command.RETURN, OutboxState.NEEDS_PERSON)]


def test_deciding_later_leaves_everything(table: Table) -> None:
    report = table.workplace.first("in_progress")
    collide(table.workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.MONITORING)
    table.deciding.begin(report.id)
    table.decision.left.emit()
    assert table.ended == [True]
    assert table.states(report) == [(Command.RETURN, OutboxState.NEEDS_PERSON)]
