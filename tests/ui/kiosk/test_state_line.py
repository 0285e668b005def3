"""The line returns to ready by itself, and asks for patience only when it takes long."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.attendance import Direction
from ui.kiosk.state_line import KioskState, StateLine
from ui.language import Language, install


@pytest.fixture
def line(qtbot: QtBot) -> StateLine:
    made = StateLine()
    qtbot.addWidget(made)
    made.show()
    return made


def test_reading_then_hold_still(line: StateLine, qtbot: QtBot) -> None:
    line.reading()
    assert line.state() is KioskState.READING
    qtbot.waitUntil(lambda: line.state() is KioskState.HOLD)
    line.rest()
    assert line.text() == "Present your card"


def test_an_answer_in_time_never_asks_to_hold(line: StateLine) -> None:
    line.reading()
    line.rest()
    assert not line._hold.isActive()


def test_a_word_for_a_while(line: StateLine, qtbot: QtBot) -> None:
    line._stay.setInterval(30)
    line.say_for_a_while(KioskState.TAKE_CARD)
    assert line.state() is KioskState.TAKE_CARD
    qtbot.waitUntil(lambda: line.state() is KioskState.READY)


def test_without_a_reader_it_rests_elsewhere(line: StateLine) -> None:
    line.rest_at(KioskState.NO_READER)
    assert line.text() == "Waiting for the reader"
    line.reading()
    line.rest_at(KioskState.READY)
    assert line.state() is KioskState.READING, "a card that is being read is not interrupted"
    line.rest()
    assert line.state() is KioskState.READY


def test_every_state_has_its_words(line: StateLine, qtbot: QtBot) -> None:
    words = []
    for state in KioskState:
        line._say(state)
        words.append(line.text())
    assert len(set(words)) == len(KioskState)
    line._say(KioskState.READY)
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: line.text() == "Mời chạm thẻ")


def test_a_lane_says_its_way_while_ready(qtbot: QtBot) -> None:
    line = StateLine()
    qtbot.addWidget(line)
    assert line.text() == "Present your card"
    for lane, words in ((Direction.IN, "IN: present your card"), (Direction.OUT, "OUT: present your card")):
        line.show_lane(lane)
        assert line.text() == line.accessibleName() == words
    line.reading()
    assert line.text() == "Reading…", "the other states have no lane"
    line.rest()
    line.show_lane(None)
    assert line.text() == "Present your card"
