"""A PIN is taken once, with a card in a slot; what is missing is said and leaves the PIN typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cardio.errors import PinWrong
from desktop_app.core import Core
from tests.journeys.workbench import Workbench
from tests.support.widgets import child
from ui.language import Language, install
from ui.sign_in.card_entry import CardEntry, officer_reader
from ui.widgets.notice import Notice
from ui.wording import Wording

PIN = "123456"


def entry_of(core: Core, qtbot: QtBot, *, cancellable: bool = True) -> CardEntry:
    made = CardEntry("act", core, cancellable=cancellable)
    qtbot.addWidget(made)
    made.ask("Whose PIN", "Do it")
    made.show()
    return made


@pytest.fixture
def entry(bench: Workbench, qtbot: QtBot) -> CardEntry:
    return entry_of(bench.core, qtbot)


def told(entry: CardEntry) -> str:
    return child(entry, Notice, "act.notice").title()


def test_without_a_card_the_pin_stays_typed(entry: CardEntry, qtbot: QtBot) -> None:
    qtbot.keyClicks(entry.pin, PIN)
    assert entry.begin() is None
    assert "reader with a slot" in told(entry)
    assert entry.pin.text() == PIN
    assert entry.submit.isEnabled()


def test_with_a_card_it_is_taken_once(entry: CardEntry, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-supervisor"))
    confirmed: list[bool] = []
    entry.confirmed.connect(lambda: confirmed.append(True))
    qtbot.keyClick(entry.pin, Qt.Key.Key_Return)
    assert confirmed == [], "nothing was typed"
    qtbot.keyClicks(entry.pin, PIN)
    qtbot.keyClick(entry.pin, Qt.Key.Key_Return)
    assert confirmed == [True]
    assert entry.begin() == (officer_reader(bench.core), bytearray(PIN, "ascii"))
    assert (entry.pin.text(), entry.submit.isEnabled()) == ("", False)
    entry.refuse(PinWrong(2))
    assert entry.submit.isEnabled()
    assert told(entry) == "Wrong PIN."


def test_what_is_missing_is_said_in_the_language_in_force(entry: CardEntry) -> None:
    said = iter(("Choose one.", "Hãy chọn."))
    entry.lack(lambda: Wording(next(said), ""))
    assert told(entry) == "Choose one."
    install(Language.VIETNAMESE)
    entry.retranslate()
    assert told(entry) == "Hãy chọn."
    entry.forget()
    assert not child(entry, Notice, "act.notice").isVisible()


def test_a_letter_of_an_input_method_is_told(entry: CardEntry) -> None:
    with_notice: list[bool] = []
    entry.told.connect(lambda: with_notice.append(entry.notice.isVisible()))
    entry.pin.letter_refused.emit()
    assert with_notice == [True]


def test_a_concluded_act_asks_for_nothing_until_it_is_begun_anew(entry: CardEntry) -> None:
    entry.conclude()
    assert not entry.pin.isVisible()
    entry.forget()
    assert entry.pin.isVisible()


def test_cancel_is_there_where_something_can_be_cancelled(bench: Workbench, qtbot: QtBot) -> None:
    entry = entry_of(bench.core, qtbot)
    with qtbot.waitSignal(entry.cancelled):
        child(entry, QPushButton, "act.cancel").click()
    assert not child(entry_of(bench.core, qtbot, cancellable=False), QPushButton, "act.cancel").isVisible()
