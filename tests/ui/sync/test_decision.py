"""Both versions side by side, what changed and by whom, two keys and a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import Coded
from desktop_app.domain.workflow import Command, State
from desktop_app.triage.triage import CommandRefused
from tests.ui.seated import Workplace
from tests.ui.sync.conflicts import collide
from ui.language import Language, install
from ui.sync.decision import Decision
from ui.widgets.notice import Notice


@pytest.fixture
def decision(workplace: Workplace, qtbot: QtBot) -> Decision:
    report = workplace.first("in_progress")
    collide(workplace, report, Command.RETURN, Coded("not_our_area", "Bên Vỹ Dạ."), State.MONITORING)
    made = Decision(workplace.names)
    qtbot.addWidget(made)
    made.show()
    made.show_conflict(workplace.session.triage.conflicts()[0])
    return made


def texts(decision: Decision) -> list[str]:
    return [label.text() for label in decision.findChildren(QLabel)]


def test_both_versions_and_the_change_are_shown(decision: Decision) -> None:
    said = texts(decision)
    assert {"Mine", "Theirs, at the centre now", "Returned", "Monitoring"} <= set(said)
    changed = decision.findChild(QLabel, "decision.changed")
    assert changed is not None
    assert "Trần Quốc Bửu" in changed.text()
    assert "set to monitoring" in changed.text()
    assert "Your draft stays" in changed.text()


def test_two_keys_and_two_buttons_choose(decision: Decision) -> None:
    assert decision.conflict is not None
    event_id = decision.conflict.pending.event.id
    told: list[tuple[str, str]] = []
    decision.mine_chosen.connect(lambda key: told.append(("mine", key)))
    decision.theirs_chosen.connect(lambda key: told.append(("theirs", key)))
    decision.act(1)
    decision.act(2)
    decision.act(3)
    for name in ("decision.mine", "decision.theirs"):
        button = decision.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert told == [("mine", event_id), ("theirs", event_id)] * 2


def test_esc_decides_later(decision: Decision, qtbot: QtBot) -> None:
    with qtbot.waitSignal(decision.left):
        QTest.keyClick(decision, Qt.Key.Key_Escape)


def test_mine_that_is_no_longer_legal_says_why(decision: Decision) -> None:
    decision.show_refusal(CommandRefused("not_yours"))
    notice = decision.findChild(Notice, "decision.notice")
    assert notice is not None
    assert notice.isVisible()
    assert notice.title() == "This command is not yours to give."


def test_another_language_says_it_again(decision: Decision, qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "Bản của tôi" in texts(decision))
