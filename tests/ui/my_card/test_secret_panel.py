"""What is typed goes to the card once and is forgotten; letters of an input method never count."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio.errors import PukWrong
from cardio.simulator.pad import VirtualPad
from tests.journeys.workbench import DESK, Workbench
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.language import Language, install
from ui.my_card.secret_panel import Errand, SecretPanel
from ui.tasks import Tasks
from ui.widgets.notice import Notice
from ui.wording import sentence


@pytest.fixture
def panel(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> SecretPanel:
    made = SecretPanel(bench.core, tasks)
    qtbot.addWidget(made)
    made.open_for(Errand.UNBLOCK, DESK)
    return made


def field(panel: SecretPanel, name: str) -> QLineEdit:
    return child(panel, QLineEdit, f"myCard.secret.{name}")


def told(panel: SecretPanel) -> str:
    return child(panel, Notice, "myCard.secret.notice").title()


def test_it_asks_for_what_the_errand_needs(panel: SecretPanel) -> None:
    assert field(panel, "known").accessibleName() == "PUK"
    panel.open_for(Errand.CHANGE, DESK)
    assert field(panel, "known").accessibleName() == "PIN until now"
    assert child(panel, QPushButton, "myCard.secret.submit").text() == "Change the PIN"
    assert [label.buddy() for label in panel.findChildren(QLabel) if label.buddy()]


def test_nothing_is_sent_until_all_is_typed(panel: SecretPanel, bench: Workbench) -> None:
    sent = dict(bench.readers.apdu_count)
    field(panel, "known").setText("12345678")
    panel.submit()
    assert field(panel, "known").text() == "12345678"
    assert dict(bench.readers.apdu_count) == sent


def test_a_puk_may_have_letters_but_no_marks(panel: SecretPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(panel, "known"), "Ab1")
    assert field(panel, "known").text() == "Ab1"
    marked = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ă")
    QApplication.sendEvent(field(panel, "known"), marked)
    assert not field(panel, "known").text()
    assert "Vietnamese mark" in told(panel)


def test_a_wrong_puk_costs_one_try_and_is_forgotten(
    panel: SecretPanel, bench: Workbench, qtbot: QtBot
) -> None:
    card = bench.insert(bench.city.card("o-handler"))
    for name, text in (("known", "00000000"), ("new", "654321"), ("repeat", "654321")):
        field(panel, name).setText(text)
    with qtbot.waitSignal(panel.settled):
        panel.submit()
    assert told(panel) == "Wrong PUK."
    install(Language.VIETNAMESE)
    panel.retranslate()
    assert told(panel) == sentence(PukWrong(2)).title != "Wrong PUK."
    assert (card.puk_tries_left, card.pin_tries_left) == (2, 3)
    assert not any(field(panel, name).text() for name in ("known", "new", "repeat"))


def test_on_a_reader_with_keys_nothing_is_typed_here(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> None:
    pad, card = VirtualPad(), bench.city.card("o-handler")
    bench.readers.give_pad(DESK, pad)
    bench.insert(card)
    panel = SecretPanel(bench.core, tasks)
    qtbot.addWidget(panel)
    panel.open_for(Errand.CHANGE, DESK, by_pad=True)
    assert not field(panel, "known").isVisible()
    assert "the PIN until now, then the new PIN" in told(panel)
    pad.type(PIN, "271828", "271828")
    child(panel, QPushButton, "myCard.secret.submit").click()
    assert "on the reader now" in told(panel)
    qtbot.waitUntil(lambda: "its new PIN" in told(panel))
    pad.type("271828", "314159", "314195")
    child(panel, QPushButton, "myCard.secret.submit").click()
    qtbot.waitUntil(lambda: "not typed alike" in told(panel))
    panel.open_for(Errand.UNBLOCK, DESK, by_pad=True)
    assert "the PUK, then" in told(panel)
    pad.type(VirtualPad.NOTHING)
    child(panel, QPushButton, "myCard.secret.submit").click()
    qtbot.waitUntil(lambda: "in time" in told(panel))
