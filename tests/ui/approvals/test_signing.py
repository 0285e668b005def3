"""The card signs once for the list; all that was decided goes out as one group, and can be taken back so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from cardio.errors import PinWrong
from desktop_app.domain.payloads import Text
from desktop_app.domain.workflow import Command
from tests.desktop_app.triage.test_approval import SIGN, VERIFY, Leader
from tests.journeys.workbench import DESK
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.approvals.round import Round, Verdict
from ui.approvals.signing import Signing
from ui.approvals.summary import Summary
from ui.approvals.texts import Came
from ui.approvals.waiting import waiting
from ui.tasks import Tasks

PATIENCE = 30_000


@pytest.fixture
def summary(qtbot: QtBot) -> Summary:
    made = Summary()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def signing(summary: Summary, leader: Leader, tasks: Tasks) -> Signing:
    return Signing(summary, leader.session, leader.bench.core, tasks)


def decided(leader: Leader, *verdicts: Verdict) -> Round:
    """The answers that wait, decided so in their order."""
    made = Round(waiting(leader.session))
    for verdict in verdicts:
        made.decide(verdict, "Thiếu ảnh" if verdict is Verdict.SEND_BACK else "")
    return made


def confirm(summary: Summary, qtbot: QtBot, pin: str = "") -> None:
    qtbot.keyClicks(child(summary, QLineEdit, "approvals.pin"), pin)
    qtbot.mouseClick(child(summary, QPushButton, "approvals.sign"), Qt.MouseButton.LeftButton)


def test_one_pin_and_one_group(signing: Signing, summary: Summary, leader: Leader, qtbot: QtBot) -> None:
    round_ = decided(leader, Verdict.APPROVE, Verdict.SEND_BACK, Verdict.APPROVE)
    signing.show(round_)
    assert child(summary, QListWidget, "approvals.list").count() == 3
    left: list[int] = []

    def take_back(_came: Came, group: str) -> None:  # at once: it is held for five seconds only
        left.append(len(waiting(leader.session)))
        signing.undo(group)
        left.append(len(waiting(leader.session)))

    signing.came.connect(take_back)
    with qtbot.waitSignal(signing.came, timeout=PATIENCE) as told:
        confirm(summary, qtbot, PIN)
    assert told.args[0] == Came(2, 1, 0)
    assert left == [0, 3], "one group, taken back whole"
    assert (leader.card.heard.count(VERIFY), leader.card.heard.count(SIGN)) == (1, 2)
    assert summary.take_pin() == b"", "the PIN is taken once"


def test_what_only_goes_back_needs_no_card(
    signing: Signing, summary: Summary, leader: Leader, qtbot: QtBot
) -> None:
    signing.show(decided(leader, Verdict.SEND_BACK, Verdict.LATER, Verdict.LATER))
    leader.bench.readers.tear_after(DESK, 0)
    with qtbot.waitSignal(signing.came, timeout=PATIENCE) as told:
        confirm(summary, qtbot)
    assert told.args[0] == Came(0, 1, 0)
    assert leader.card.heard.count(VERIFY) == 0


def test_a_wrong_pin_carries_nothing_out(
    signing: Signing, summary: Summary, leader: Leader, qtbot: QtBot
) -> None:
    signing.show(decided(leader, Verdict.APPROVE, Verdict.SEND_BACK))
    heard: list[str] = []
    signing.begun.connect(lambda: heard.append("begun"))
    with qtbot.waitSignal(signing.refused, timeout=PATIENCE) as told:
        confirm(summary, qtbot, "654321")
    assert isinstance(told.args[0], PinWrong)
    assert heard == ["begun"]
    assert len(waiting(leader.session)) == 3, "nothing goes back either"
    assert child(summary, QPushButton, "approvals.sign").isEnabled(), "it can be tried again"


def test_what_changed_meanwhile_is_told_and_the_rest_goes_out(
    signing: Signing, summary: Summary, leader: Leader, qtbot: QtBot
) -> None:
    round_ = decided(leader, Verdict.SEND_BACK, Verdict.SEND_BACK)
    leader.session.triage.do(round_.decided[0].report, Command.SEND_BACK, Text("Thiếu ảnh"))
    signing.show(round_)
    with qtbot.waitSignal(signing.came, timeout=PATIENCE) as told:
        confirm(summary, qtbot)
    assert told.args[0] == Came(0, 1, 0, refused=1)
