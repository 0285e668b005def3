"""The way in, with real cards in virtual readers and a real centre behind a gate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio import events
from cardio.simulator.pad import VirtualPad
from cardio.simulator.piv_hostility import HostilePivCard, PivHostility
from desktop_app.core import Core
from desktop_app.news import LockReason, Opened, SignedIn, StoreCopied
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.small_city import PIN
from tests.support.widgets import child
from tests.ui.sign_in.screen import reaches, text, told, type_pin
from ui.bridge import Bridge
from ui.sign_in.page import SignInPage
from ui.sign_in.stage import Stage
from ui.tasks import Tasks
from ui.widgets.notice import Notice


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


def test_how_far_a_newer_version_has_copied_the_data_is_said_while_one_waits(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    bench.core.bus.publish(StoreCopied(1, 2))
    qtbot.wait(1)
    assert "MB" not in text(page, "signIn.hint"), "nobody waits yet"
    copied = StoreCopied(64_000_000, 6_000_000_000)
    bench.core.bus.subscribe(SignedIn, lambda _news: bench.core.bus.publish(copied))
    type_pin(qtbot, page, PIN)
    qtbot.waitUntil(lambda: "64 of 6000 MB" in text(page, "signIn.hint"), timeout=20_000)


@pytest.fixture
def still_opening(page: SignInPage, bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The workstation's files are not open yet; the function returned opens them."""
    monkeypatch.setattr(bench.core, "_open", False)

    def open_them() -> None:
        monkeypatch.setattr(bench.core, "_open", True)
        bench.core.bus.publish(Opened())

    return open_them


def test_the_pin_can_be_typed_while_everything_opens(
    page: SignInPage, bench: Workbench, qtbot: QtBot, still_opening: Callable[[], None]
) -> None:
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.READING)
    assert child(page, QLineEdit, "signIn.pin").isEnabled()
    type_pin(qtbot, page, PIN)
    assert page.stage() is Stage.READING
    still_opening()
    reaches(qtbot, page, Stage.DONE)


def test_an_early_pin_spends_no_last_try_unwarned(
    page: SignInPage, bench: Workbench, qtbot: QtBot, still_opening: Callable[[], None]
) -> None:
    bench.insert(bench.city.card("o-handler", tries=1))
    reaches(qtbot, page, Stage.READING)
    type_pin(qtbot, page, PIN)
    still_opening()
    reaches(qtbot, page, Stage.PIN)
    assert "Last try" in text(page, "signIn.tries")
    assert child(page, QLineEdit, "signIn.pin").text() == PIN
    assert bench.core.session is None


def test_who_goes_on_typing_has_not_entered_yet(
    page: SignInPage, bench: Workbench, qtbot: QtBot, still_opening: Callable[[], None]
) -> None:
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.READING)
    type_pin(qtbot, page, PIN)
    qtbot.keyClicks(child(page, QLineEdit, "signIn.pin"), "7")
    still_opening()
    reaches(qtbot, page, Stage.PIN)
    assert bench.core.session is None


def test_a_wrong_pin_says_how_many_tries_are_left(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    card = bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, "000000")
    qtbot.waitUntil(lambda: told(page) == "Wrong PIN.")
    assert child(page, Notice, "signIn.notice").accessibleDescription().startswith("Tries left: 2")
    assert text(page, "signIn.tries") == ""  # said once, over the field
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


@pytest.mark.parametrize(
    ("hostility", "said"),
    [
        (PivHostility.LENGTH_BEYOND_DATA, "The card announced more than it sent."),
        (PivHostility.TWO_GIGABYTES, "The card announced more than any card can hold."),
        (PivHostility.GZIP_BOMB, "The card's certificate unpacks to a size that no certificate has."),
        (PivHostility.POINT_OFF_CURVE, "The certificate on the card is malformed."),
    ],
)
def test_a_card_that_lies_is_told_by_its_own_reason_before_any_pin(
    page: SignInPage, bench: Workbench, qtbot: QtBot, hostility: PivHostility, said: str
) -> None:
    card = HostilePivCard(bench.city.card("o-handler"), hostility)
    bench.readers.insert(DESK, card)
    reaches(qtbot, page, Stage.UNUSABLE)
    assert told(page) == said
    assert card.pin_tries_left == 3


def test_no_second_pin_is_asked_for_by_a_card_whose_key_is_another(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    card = HostilePivCard(bench.city.card("o-handler"), PivHostility.OTHER_KEY)
    bench.readers.insert(DESK, card)
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.UNUSABLE)
    assert told(page) == "The card's key does not belong to its certificate."
    assert card.pin_tries_left == 3
    bench.readers.remove(DESK)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)


def test_letters_name_the_input_method_and_spend_no_try(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    card = bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    field, notice = child(page, QLineEdit, "signIn.pin"), child(page, Notice, "signIn.notice")
    qtbot.keyClicks(field, "12a")
    assert "letters" in notice.title()
    assert field.text() == "12a", "some issuers allow them"
    QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ă"))
    assert "Unikey" in notice.accessibleDescription()
    assert field.text() == ""
    type_pin(qtbot, page, "aw")
    qtbot.waitUntil(lambda: "cannot be a PIN" in notice.title())
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


@pytest.mark.expects_log("wiped by order of the centre")
def test_after_a_wipe_no_date_stands_that_offline_work_would_end_at(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)
    bench.core.lock(LockReason.PERSON)
    page.hide()
    page.show()
    reaches(qtbot, page, Stage.PIN)
    assert "Offline work possible until" in text(page, "signIn.offline")
    workplace = bench.core.workplace
    assert workplace is not None
    bench.city.service.wipes.order(workplace.enrolment.workstation_id, "o-supervisor")
    workplace.sync.wake()
    qtbot.waitUntil(lambda: "Offline work" not in text(page, "signIn.offline"), timeout=40_000)
    reaches(qtbot, page, Stage.PIN)
    assert text(page, "signIn.holder") == "o-handler"


def test_a_card_that_another_program_prepares_is_told_as_such(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    reaches(qtbot, page, Stage.NO_CARD)
    bench.readers.hold(DESK, 20)
    bench.insert(bench.city.card("o-handler"))
    qtbot.waitUntil(lambda: "being prepared" in text(page, "signIn.heading"))
    reaches(qtbot, page, Stage.PIN)
    assert "being prepared" not in text(page, "signIn.heading")


def test_a_card_that_another_program_lets_go_is_asked_then(
    page: SignInPage, bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.worker.PREPARING", -1.0)
    bench.readers.hold(DESK, 1)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.UNUSABLE)
    bench.core.bus.publish(events.CardReleased(DESK))
    reaches(qtbot, page, Stage.PIN)


def test_the_service_s_fate_is_told(core: Core, bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> None:
    page = SignInPage(core, bridge, tasks)
    qtbot.addWidget(page)
    page.show()
    core.settings = core.settings.changed(reader_roles=dict.fromkeys((DESK, KIOSK), "citizen"))
    core.bus.publish(events.ServiceLost(1))
    reaches(qtbot, page, Stage.NO_SERVICE)
    core.bus.publish(events.ServiceBack())
    reaches(qtbot, page, Stage.NO_READER)


def test_a_low_page_has_a_small_picture_a_very_low_one_none(page: SignInPage, qtbot: QtBot) -> None:
    page.resize(700, 640)
    qtbot.waitUntil(lambda: not page._picture.isHidden())
    usual = page._picture.height()
    page.resize(700, 480)
    qtbot.waitUntil(lambda: page._picture.height() < usual)
    assert not page._picture.isHidden()
    assert page.minimumSizeHint().height() <= 480
    page.resize(700, 430)
    qtbot.waitUntil(page._picture.isHidden)
    assert page.minimumSizeHint().height() <= 430


def test_the_pin_is_typed_on_a_reader_with_keys(page: SignInPage, bench: Workbench, qtbot: QtBot) -> None:
    pad = VirtualPad()
    bench.readers.give_pad(DESK, pad)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    assert not child(page, QLineEdit, "signIn.pin").isVisible()
    pad.type(VirtualPad.CANCEL)
    qtbot.mouseClick(child(page, QPushButton, "signIn.submit"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cancelled on the reader" in told(page))
    assert page.stage() is Stage.PIN
    pad.type(PIN)
    qtbot.mouseClick(child(page, QPushButton, "signIn.submit"), Qt.MouseButton.LeftButton)
    assert text(page, "signIn.heading") == "Type the PIN on the reader"
    reaches(qtbot, page, Stage.DONE)
    assert pad.entries == 2


def test_a_reader_whose_keys_fail_leaves_the_keyboard(
    page: SignInPage, bench: Workbench, qtbot: QtBot
) -> None:
    bench.readers.give_pad(DESK, VirtualPad(works=False))
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    qtbot.mouseClick(child(page, QPushButton, "signIn.submit"), Qt.MouseButton.LeftButton)
    reaches(qtbot, page, Stage.UNUSABLE)
    bench.readers.remove(DESK)
    reaches(qtbot, page, Stage.NO_CARD)
    bench.insert(bench.city.card("o-handler"))
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)
