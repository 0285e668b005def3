"""A leader goes through the answers by keys and signs them with one PIN; nothing is approved unread."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import State
from tests.desktop_app.triage.test_approval import SIGN, VERIFY, Leader
from tests.journeys.workbench import DESK
from tests.support.small_city import LEAD, PIN
from tests.support.widgets import child
from tests.ui.approvals.conftest import TEMPLATE
from ui.approvals.page import ApprovalsPage
from ui.bridge import Bridge
from ui.commands.panel import CommandPanel
from ui.commands.template_field import TemplateField
from ui.language import Language, install
from ui.tasks import Tasks
from ui.widgets.fields import TextField
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane

PATIENCE = 30_000


@pytest.fixture
def page(leader: Leader, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> ApprovalsPage:
    made = ApprovalsPage(leader.session, leader.bench.core, bench_bridge, tasks)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    made.show()
    qtbot.waitUntil(lambda: heading(made) == "Approvals · 1/3", timeout=PATIENCE)
    return made


def reason(page: ApprovalsPage) -> QPlainTextEdit:
    """Where the present reason is written; a panel that was put away may still be there."""
    return page.findChildren(QPlainTextEdit, "field.text")[-1]


def heading(page: ApprovalsPage) -> str:
    return page.heading.text()


def button(page: ApprovalsPage, name: str) -> QPushButton:
    return child(page, QPushButton, f"approvals.{name}")


def decide_all(page: ApprovalsPage, qtbot: QtBot) -> None:
    """Read everything to its end and approve it."""

    def step() -> bool:
        if child(page, QListWidget, "approvals.list").isVisible():
            return True
        page.act()
        return False

    qtbot.waitUntil(step, timeout=PATIENCE)


def state_of(leader: Leader, number: int) -> State:
    return leader.bench.city.read(leader.reports[number].id).state


def test_one_pin_signs_what_was_read(page: ApprovalsPage, leader: Leader, qtbot: QtBot) -> None:
    decide_all(page, qtbot)
    assert child(page, QLabel, "approvals.counts").text() == "to approve: 3"
    qtbot.keyClicks(child(page, QLineEdit, "approvals.pin"), PIN)
    qtbot.keyClick(child(page, QLineEdit, "approvals.pin"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "signed: 3" in child(page, QLabel, "toast.text").text(), timeout=PATIENCE)
    assert (leader.card.heard.count(VERIFY), leader.card.heard.count(SIGN)) == (1, 3)
    leader.bench.settled(leader.session)
    assert {state_of(leader, number) for number in range(3)} == {State.APPROVED}
    qtbot.waitUntil(child(page, StatePane, "approvals.state").isVisible, timeout=PATIENCE)


def test_a_long_answer_is_read_to_its_end_first(page: ApprovalsPage, leader: Leader, qtbot: QtBot) -> None:
    """Whichever comes first, the long one takes more than one press, and none decides it before its end."""
    while leader.reports[0].title not in child(page, QLabel, "detail.title").text():
        page.leave()
    qtbot.waitUntil(lambda: button(page, "approve").text() == "Read on (Ctrl+Enter)", timeout=PATIENCE)
    before = heading(page)
    page.act()
    assert heading(page) == before
    qtbot.waitUntil(lambda: _read_on(page), timeout=PATIENCE)
    page.act()
    assert heading(page) != before


def _read_on(page: ApprovalsPage) -> bool:
    if button(page, "approve").text() == "Approve (Ctrl+Enter)":
        return True
    page.act()
    return False


def test_an_answer_goes_back_with_its_reason(page: ApprovalsPage, leader: Leader, qtbot: QtBot) -> None:
    page.send_back()
    why = reason(page)
    page.act()
    assert heading(page) == "Approvals · 1/3", "without a reason nothing goes back"
    [field] = page.findChildren(TextField)
    assert field.problem()
    qtbot.keyClicks(why, "Thieu anh")
    page.act()
    page.leave()
    page.leave()
    assert child(page, QLabel, "approvals.counts").text() == "to send back: 1 · left for later: 2"
    assert child(page, QLineEdit, "approvals.pin").isHidden(), "what goes back needs no card"
    qtbot.mouseClick(button(page, "sign"), Qt.MouseButton.LeftButton)
    leader.bench.settled(leader.session)
    assert sorted(state_of(leader, number) for number in range(3)) == [
        State.AWAITING_APPROVAL,
        State.AWAITING_APPROVAL,
        State.IN_PROGRESS,
    ]
    assert leader.card.heard.count(VERIFY) == 0


def test_a_reason_may_come_from_a_template_and_its_blanks_are_filled_first(
    page: ApprovalsPage, leader: Leader, qtbot: QtBot
) -> None:
    page.send_back()
    [templates] = page.findChildren(TemplateField)
    templates.insert(TEMPLATE.id)
    assert reason(page).toPlainText() in {f"{each.code}: missing …" for each in leader.reports}
    page.act()
    assert heading(page) == "Approvals · 1/3", "a blank is left"
    qtbot.keyClicks(reason(page), "a photo")  # over the blank, which is selected
    page.act()
    assert heading(page) == "Approvals · 2/3"
    page.leave()
    page.leave()
    assert ": missing a photo" in child(page, QListWidget, "approvals.list").item(0).text()


def test_another_language_asks_for_the_reason_anew_and_keeps_what_was_written(
    page: ApprovalsPage, qtbot: QtBot
) -> None:
    page.send_back()
    qtbot.keyClicks(reason(page), "Thieu anh")
    install(Language.VIETNAMESE)
    qtbot.waitUntil(
        lambda: (
            [each.accessibleName() for each in page.findChildren(QFrame) if isinstance(each, CommandPanel)]
            == ["Yêu cầu sửa"]
        ),
        timeout=PATIENCE,
    )
    assert reason(page).toPlainText() == "Thieu anh"
    assert heading(page).endswith("1/3")
    page.act()
    assert heading(page).endswith("2/3")


def test_esc_gives_the_reason_up_and_stays_with_the_answer(page: ApprovalsPage, qtbot: QtBot) -> None:
    page.send_back()
    assert not button(page, "approve").isVisible()
    qtbot.keyClicks(reason(page), "Thieu anh")
    qtbot.keyClick(reason(page), Qt.Key.Key_Escape)
    qtbot.waitUntil(button(page, "sendBack").isVisible, timeout=PATIENCE)
    assert heading(page) == "Approvals · 1/3"
    page.send_back()
    assert reason(page).toPlainText() == ""


def test_an_answer_that_comes_while_nothing_waited_is_shown(
    page: ApprovalsPage, leader: Leader, qtbot: QtBot
) -> None:
    decide_all(page, qtbot)
    qtbot.keyClicks(child(page, QLineEdit, "approvals.pin"), PIN)
    qtbot.keyClick(child(page, QLineEdit, "approvals.pin"), Qt.Key.Key_Return)
    qtbot.waitUntil(child(page, StatePane, "approvals.state").isVisible, timeout=PATIENCE)
    now = leader.bench.city.service.now()
    answer = Answer("Mới", content_sha256("Mới", Outcome.FIXED, LEAD), Outcome.FIXED, LEAD, "o-handler", now)
    leader.bench.city.put(State.AWAITING_APPROVAL, answer=answer, title="Vừa trình")
    qtbot.waitUntil(lambda: heading(page) == "Approvals · 1/1", timeout=PATIENCE)


def test_who_signs_without_a_pin_is_told_what_is_missing(page: ApprovalsPage, qtbot: QtBot) -> None:
    decide_all(page, qtbot)
    qtbot.mouseClick(button(page, "sign"), Qt.MouseButton.LeftButton)
    assert child(page, Notice, "approvals.notice").title() == "The card signs only with its PIN."


def test_a_wrong_pin_keeps_the_round(page: ApprovalsPage, leader: Leader, qtbot: QtBot) -> None:
    decide_all(page, qtbot)
    qtbot.keyClicks(child(page, QLineEdit, "approvals.pin"), "654321")
    qtbot.mouseClick(button(page, "sign"), Qt.MouseButton.LeftButton)
    notice = child(page, Notice, "approvals.notice")
    qtbot.waitUntil(lambda: bool(notice.title()), timeout=PATIENCE)
    assert "2" in f"{notice.title()} {notice.accessibleDescription()}"
    assert child(page, QListWidget, "approvals.list").count() == 3
    assert leader.card.heard.count(VERIFY) == 1


def test_a_card_torn_away_leaves_the_rest_waiting(page: ApprovalsPage, leader: Leader, qtbot: QtBot) -> None:
    decide_all(page, qtbot)
    leader.bench.core.guard.suspend()  # the lock that follows a removal is another test's matter
    leader.card.leave_after = 2
    leader.card.leave = lambda: leader.bench.readers.tear_after(DESK, 0)
    qtbot.keyClicks(child(page, QLineEdit, "approvals.pin"), PIN)
    qtbot.mouseClick(button(page, "sign"), Qt.MouseButton.LeftButton)
    notice = child(page, Notice, "approvals.notice")
    qtbot.waitUntil(lambda: "signed: 2" in notice.title(), timeout=PATIENCE)
    assert "Not signed, still waiting: 1." in notice.accessibleDescription()
    leader.bench.settled(leader.session)
    states = sorted(state_of(leader, number) for number in range(3))
    assert states == [State.APPROVED, State.APPROVED, State.AWAITING_APPROVAL]


def test_one_answer_chosen_on_the_desk_is_read_and_signed_as_a_list_is(
    page: ApprovalsPage, leader: Leader, qtbot: QtBot
) -> None:
    page.begin_with(leader.reports[1].id)
    assert heading(page) == "Approvals · 1/1"
    decide_all(page, qtbot)
    qtbot.keyClicks(child(page, QLineEdit, "approvals.pin"), PIN)
    qtbot.keyClick(child(page, QLineEdit, "approvals.pin"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "signed: 1" in child(page, QLabel, "toast.text").text(), timeout=PATIENCE)
    assert (leader.card.heard.count(VERIFY), leader.card.heard.count(SIGN)) == (1, 1)
    leader.bench.settled(leader.session)
    approved = leader.bench.city.read(leader.reports[1].id)
    assert approved.answer is not None
    assert approved.answer.approval_sha256 is not None
    assert state_of(leader, 0) is State.AWAITING_APPROVAL


def test_an_answer_that_is_gone_leaves_nothing_to_sign(page: ApprovalsPage) -> None:
    page.begin_with("gone")
    assert child(page, StatePane, "approvals.state").isVisible()
