"""The way in, with real cards in virtual readers and a real centre behind a gate."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cardio import events
from desktop_app.core import Core
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.sign_in.page import SignInPage
from ui.sign_in.stage import Stage
from ui.tasks import Tasks
from ui.widgets.notice import Notice


@pytest.fixture
def page(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> SignInPage:
    made = SignInPage(bench.core, bench_bridge, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def reaches(qtbot: QtBot, page: SignInPage, stage: Stage) -> None:
    qtbot.waitUntil(lambda: page.stage() is stage, timeout=10_000)


def type_pin(qtbot: QtBot, page: SignInPage, pin: str) -> None:
    field = child(page, QLineEdit, "signIn.pin")
    qtbot.keyClicks(field, pin)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def told(page: SignInPage) -> str:
    return child(page, Notice, "signIn.notice").title()


def text(page: SignInPage, name: str) -> str:
    label = child(page, QLabel, name)
    return "" if label.isHidden() else label.text()


def test_reader_card_pin_desk(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    reaches(qtbot, page, Stage.NO_CARD)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    assert text(page, "signIn.holder") == "o-handler"
    assert text(page, "signIn.tries") == "Tries left: 3"
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)
    assert bench.core.session is not None
    assert bench.core.session.person.id == "o-handler"


def test_a_wrong_pin_says_how_many_tries_are_left(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    card = bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, "000000")
    qtbot.waitUntil(lambda: told(page) == "Wrong PIN.")
    assert text(page, "signIn.tries") == "Tries left: 2"
    assert child(page, QLineEdit, "signIn.pin").text() == ""
    type_pin(qtbot, page, "000000")
    qtbot.waitUntil(lambda: "Last try" in text(page, "signIn.tries"))
    assert card.pin_tries_left == 1


def test_a_blocked_card_says_whom_to_call(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler", tries=1))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, "000000")
    reaches(qtbot, page, Stage.UNUSABLE)
    notice = child(page, Notice, "signIn.notice")
    assert "locked" in notice.title()
    assert "Call the site admin" in notice.accessibleDescription()


def test_letters_name_the_input_method_and_spend_no_try(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    card = bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, "aw")
    notice = child(page, Notice, "signIn.notice")
    assert "Unikey" in notice.accessibleDescription()
    assert card.pin_tries_left == 3


def test_without_the_network_the_first_sign_in_says_so(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    bench.gate.refuse()
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    qtbot.waitUntil(lambda: "first sign-in" in told(page), timeout=20_000)
    assert page.stage() is Stage.PIN


def test_taking_the_card_out_takes_the_pin_away(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    qtbot.keyClicks(page.findChild(QLineEdit, "signIn.pin"), "1234")
    bench.readers.remove(DESK)
    reaches(qtbot, page, Stage.NO_CARD)
    assert child(page, QLineEdit, "signIn.pin").text() == ""
    assert text(page, "signIn.holder") == ""


def test_a_card_at_the_kiosk_s_reader_is_not_asked_for_a_pin(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    bench.core.change_settings(reader_roles={KIOSK: "attendance"})
    bench.insert(bench.city.card("o-handler"), KIOSK)
    page.refresh()
    assert page.stage() is Stage.NO_CARD


def test_why_the_desk_was_locked_stays_until_a_card_comes(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    reaches(qtbot, page, Stage.NO_CARD)
    page.explain(LockReason.CARD_REMOVED)
    assert "card was taken out" in told(page)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    assert told(page) == ""


def test_the_service_s_fate_is_told(core: Core, bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> None:
    page = SignInPage(core, bridge, tasks)
    qtbot.addWidget(page)
    page.show()
    core.settings = core.settings.changed(reader_roles=dict.fromkeys((DESK, KIOSK), "citizen"))
    core.bus.publish(events.ServiceLost(1))
    reaches(qtbot, page, Stage.NO_SERVICE)
    core.bus.publish(events.ServiceBack())
    reaches(qtbot, page, Stage.NO_READER)


def test_a_low_page_gives_the_picture_up(page: SignInPage, qtbot: QtBot) -> None:
    page.resize(700, 640)
    qtbot.waitUntil(lambda: not page._picture.isHidden())
    page.resize(700, 430)
    qtbot.waitUntil(page._picture.isHidden)
    assert page.minimumSizeHint().height() <= 430
