"""The card in the reader, its certificates and tries, a test signature, PIN and PUK by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio.piv import Slot, objects
from cardio.simulator import VirtualPivCard
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.language import Language, install
from ui.my_card.issuer_card import IssuerCard
from ui.my_card.page import MyCardPage
from ui.my_card.slot_card import SlotCard
from ui.tasks import Tasks
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane


@pytest.fixture
def page(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> MyCardPage:
    made = MyCardPage(bench.core, bench_bridge, tasks)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    return made


def slots(page: MyCardPage) -> dict[str, str]:
    cards = [card for card in page.findChildren(SlotCard) if not card.isHidden()]
    return {card.objectName().rpartition(".")[2]: card.accessibleName() for card in cards}


def tries(page: MyCardPage) -> str:
    return child(page, QLabel, "myCard.tries").text()


def press(page: MyCardPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(child(page, QPushButton, f"myCard.{name}"), Qt.MouseButton.LeftButton)


def present(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> VirtualPivCard:
    card = bench.insert(bench.city.card("o-handler"))
    qtbot.waitUntil(lambda: len(slots(page)) == 4)
    return card


def notice(page: MyCardPage, name: str = "myCard.notice") -> str:
    return child(page, Notice, name).title()


def test_the_card_shows_itself_and_goes(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    assert child(page, StatePane, "myCard.state").heading() == "No card in a reader."
    present(page, bench, qtbot)
    assert child(page, QLabel, "myCard.holder").text() == "o-handler"
    assert tries(page) == "PIN tries left: 3 · PUK tries left: 3"
    assert list(slots(page)) == ["9A", "9C", "9D", "9E"]
    assert all("Valid until" in text for text in slots(page).values())
    assert "as its issuer signed it" in child(page, IssuerCard, "myCard.issued").accessibleName()
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: not slots(page))
    qtbot.waitUntil(child(page, StatePane, "myCard.state").isVisible)


def test_another_program_s_moment_with_the_card_is_told(
    page: MyCardPage, bench: Workbench, qtbot: QtBot
) -> None:
    state = child(page, StatePane, "myCard.state")
    bench.readers.occupy(DESK)
    bench.readers.insert(DESK, VirtualPivCard(bench.city.card("o-handler")))
    qtbot.waitUntil(lambda: state.heading() == "The card is being prepared…", timeout=20_000)
    page.hide()
    page.show()
    assert state.heading() == "The card is being prepared…", "also where it began before the page came up"
    bench.readers.occupy(DESK, occupied=False)
    qtbot.waitUntil(lambda: len(slots(page)) == 4, timeout=20_000)


def test_a_slot_without_a_key_says_so(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    card = bench.city.card("o-handler")
    bench.insert(replace(card, certificates={Slot.AUTHENTICATION: card.certificates[Slot.AUTHENTICATION]}))
    qtbot.waitUntil(lambda: len(slots(page)) == 4)
    assert "no key of this kind" in slots(page)["9C"]
    press(page, qtbot, "sign")
    qtbot.waitUntil(lambda: bool(notice(page)))
    assert child(page, QPushButton, "myCard.sign").isEnabled()


def test_a_false_identifier_stands_first(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    mine, other = bench.city.card("o-handler"), bench.city.card("o-team")
    bench.insert(replace(mine, objects={**mine.objects, objects.CHUID: other.objects[objects.CHUID]}))
    qtbot.waitUntil(lambda: len(slots(page)) == 4)
    issued = child(page, IssuerCard, "myCard.issued")
    assert "for another card" in issued.accessibleName()
    assert issued.y() < min(card.y() for card in page.findChildren(SlotCard) if not card.isHidden())


def test_a_signature_says_what_it_proved(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    card = present(page, bench, qtbot)
    press(page, qtbot, "sign")
    qtbot.waitUntil(lambda: notice(page).startswith("The chip signed (ES256"))
    assert "Not proved: who" in child(page, Notice, "myCard.notice").accessibleDescription()
    assert card.pin_tries_left == 3


def test_of_two_cards_one_is_chosen(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    present(page, bench, qtbot)
    bench.insert(bench.city.card("o-team"), KIOSK)
    choice = child(page, ChoiceBox, "myCard.reader")
    qtbot.waitUntil(lambda: choice.count() == 2)
    assert page.reader() == DESK, "the choice stays, the slot comes first"
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    qtbot.waitUntil(lambda: tries(page).startswith("Held to the reader"))
    assert not child(page, QPushButton, "myCard.change").isEnabled()


def fill(page: MyCardPage, qtbot: QtBot, *texts: str) -> None:
    for name, text in zip(("known", "new", "repeat"), texts, strict=True):
        field = child(page, QLineEdit, f"myCard.secret.{name}")
        field.setFocus()
        qtbot.keyClicks(field, text)
    press(page, qtbot, "secret.submit")


def test_a_pin_is_changed_after_one_wrong_entry(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    present(page, bench, qtbot)
    press(page, qtbot, "change")
    fill(page, qtbot, "000000", "654321", "654321")
    qtbot.waitUntil(lambda: tries(page).startswith("PIN tries left: 2"))
    assert notice(page, "myCard.secret.notice") == "Wrong PIN."
    fill(page, qtbot, "123456", "654321", "654321")
    qtbot.waitUntil(lambda: notice(page, "myCard.secret.notice").startswith("The card has"))
    qtbot.waitUntil(lambda: tries(page).startswith("PIN tries left: 3"))
    assert bench.sign_in("654321").person.id == "o-handler"


def test_a_new_pin_repeated_otherwise_is_not_sent(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    card = present(page, bench, qtbot)
    sent = bench.readers.apdu_count[DESK]
    press(page, qtbot, "change")
    fill(page, qtbot, "000000", "654321", "654322")
    assert "nothing was sent" in notice(page, "myCard.secret.notice")
    assert bench.readers.apdu_count[DESK] == sent
    assert card.pin_tries_left == 3
    press(page, qtbot, "secret.cancel")
    assert child(page, QFrame, "myCard.secret").isHidden()


def test_a_blocked_pin_is_opened_by_the_puk(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(replace(bench.city.card("o-handler"), blocked=True))
    qtbot.waitUntil(lambda: tries(page).startswith("The PIN is blocked"))
    assert not child(page, QPushButton, "myCard.change").isEnabled()
    press(page, qtbot, "unblock")
    fill(page, qtbot, "12345678", "654321", "654321")
    qtbot.waitUntil(lambda: tries(page).startswith("PIN tries left: 3"))


def test_taking_the_card_out_forgets_what_was_typed(page: MyCardPage, bench: Workbench, qtbot: QtBot) -> None:
    present(page, bench, qtbot)
    press(page, qtbot, "change")
    field = child(page, QLineEdit, "myCard.secret.known")
    qtbot.keyClicks(field, "1234")
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: child(page, QFrame, "myCard.secret").isHidden())
    assert not field.text()


@pytest.mark.parametrize("language", Language)
def test_nothing_scrolls_sideways(
    page: MyCardPage, bench: Workbench, qtbot: QtBot, language: Language
) -> None:
    present(page, bench, qtbot)
    install(language)
    qtbot.waitUntil(lambda: page.heading.text() in {"My card", "Thẻ của tôi"})
    assert page.minimumSizeHint().width() <= 800
    assert len(slots(page)) == 4
