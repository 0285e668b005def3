"""Readers come and go on the page, and each is given its use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cardio.events import CardInserted
from cardio.readers import Condition, ReaderState
from cardio.simulator import VirtualPivCard, VirtualReaders
from desktop_app.core import Core
from tests.journeys.workbench import DESK, KIOSK, new_core
from tests.support.main_thread import bridged
from tests.support.virtual_cards import card_file
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.settings.preferences import Preferences
from ui.settings.readers import ReadersSection, condition_text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Core, VirtualReaders]]:
    with new_core(tmp_path) as (core, readers, _):
        yield core, readers


@pytest.fixture
def news(desk: tuple[Core, VirtualReaders], qtbot: QtBot) -> Iterator[Bridge]:
    with bridged(desk[0].bus) as bridge:
        yield bridge


@pytest.fixture
def place(
    desk: tuple[Core, VirtualReaders], news: Bridge, qtbot: QtBot
) -> tuple[ReadersSection, Core, VirtualReaders]:
    core, readers = desk
    section = ReadersSection(core, news, Preferences(core))
    qtbot.addWidget(section)
    section.show()
    return section, core, readers


def texts(section: ReadersSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel)]


def test_readers_come_and_go(place: tuple[ReadersSection, Core, VirtualReaders], qtbot: QtBot) -> None:
    section, _, readers = place
    assert {DESK, KIOSK} <= set(texts(section))
    readers.remove_reader(KIOSK)
    qtbot.waitUntil(lambda: KIOSK not in texts(section))
    readers.remove_reader(DESK)
    qtbot.waitUntil(lambda: "No reader is connected." in texts(section))


def test_a_use_is_chosen_and_kept(place: tuple[ReadersSection, Core, VirtualReaders]) -> None:
    section, core, _ = place
    choice = section.findChild(QComboBox, f"settings.reader.{KIOSK}")
    assert choice is not None
    assert choice.currentData() == "staff"
    choice.setCurrentIndex(choice.findData("attendance"))
    choice.activated.emit(choice.currentIndex())
    assert core.settings.reader_roles == {KIOSK: "attendance"}


def test_a_use_is_given_by_presenting_a_card(
    place: tuple[ReadersSection, Core, VirtualReaders], news: Bridge, qtbot: QtBot
) -> None:
    section, core, readers = place
    told: list[object] = []  # after the section was
    news.card_event.connect(told.append)

    def inserted() -> int:
        return sum(isinstance(event, CardInserted) for event in told)

    readers.insert(DESK, VirtualPivCard(card_file()))
    qtbot.waitUntil(lambda: inserted() == 1)
    child(section, QPushButton, "settings.readers.pick.attendance").click()
    assert "Now present any card" in child(section, QLabel, "settings.readers.picking").text()
    readers.insert(KIOSK, VirtualPivCard(card_file()))
    qtbot.waitUntil(lambda: core.settings.reader_roles == {KIOSK: "attendance"})
    choice = child(section, QComboBox, f"settings.reader.{KIOSK}")
    assert choice.currentData() == "attendance"
    readers.remove(DESK)
    readers.insert(DESK, VirtualPivCard(card_file()))
    qtbot.waitUntil(lambda: inserted() == 3)
    qtbot.waitUntil(lambda: "slot, card inserted" in texts(section))
    assert core.settings.reader_roles == {KIOSK: "attendance"}, "one button, one reader"


def test_both_ways_of_a_reader_are_told_apart(place: tuple[ReadersSection, Core, VirtualReaders]) -> None:
    section, _, _ = place
    assert {"slot, no card", "over the air, no card"} <= set(texts(section))


def test_every_condition_has_its_words() -> None:
    states = [ReaderState("R", None, condition) for condition in Condition]
    states.append(ReaderState("R", b"", Condition.HELD, preparing=True))
    assert len({condition_text(state) for state in states}) == len(states)
