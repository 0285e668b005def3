"""A reason goes out once it says something; until then its panel stays, with what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.approvals.reason import Reason
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel
from ui.widgets.fields import TextField


@pytest.fixture
def leader(hire: Hire) -> Workplace:
    return hire(city.LEADER)


@pytest.fixture
def reason(qapp: object) -> Reason:
    return Reason()


@pytest.fixture
def panel(reason: Reason, leader: Workplace, qtbot: QtBot) -> CommandPanel:
    names, report = leader.names, leader.first("awaiting_approval", mine=False)
    actor = leader.session.person.actor
    made = reason.ask(PanelContext(report, actor, names, leader.clock.now(), names.calendar))
    qtbot.addWidget(made)
    made.show()
    return made


def words(panel: CommandPanel) -> QPlainTextEdit:
    return child(panel, QPlainTextEdit, "field.text")


def test_words_are_given(reason: Reason, panel: CommandPanel, qtbot: QtBot) -> None:
    assert reason.is_asked
    words(panel).setPlainText(" Thiếu ảnh sau khi sửa. ")
    with qtbot.waitSignal(reason.given) as told:
        panel.confirmed.emit()
    assert told.args == ["Thiếu ảnh sau khi sửa."]


def test_nothing_at_all_is_no_reason(reason: Reason, panel: CommandPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reason.given):
        reason.take()
    assert reason.is_asked
    assert child(panel, TextField).problem()


def test_esc_is_told_and_decides_nothing(reason: Reason, panel: CommandPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reason.given), qtbot.waitSignal(reason.given_up):
        qtbot.keyClick(words(panel), Qt.Key.Key_Escape)


def test_what_was_put_away_gives_nothing_any_more(reason: Reason, panel: CommandPanel, qtbot: QtBot) -> None:
    words(panel).setPlainText("Thiếu ảnh")
    reason.put_away()
    assert not reason.is_asked
    assert panel.isHidden()
    with qtbot.assertNotEmitted(reason.given):
        reason.take()
