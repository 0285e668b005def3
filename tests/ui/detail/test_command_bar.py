"""The buttons in order with their keys; what finds no room waits under More, its key alive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.workflow import Command
from ui.detail.command_bar import CommandBar
from ui.language import Language, install

C = Command
OFFERED = (C.SUBMIT, C.HAND_DOWN, C.RETURN, C.NOTE, C.REQUEST_EXTENSION, C.CONTRIBUTE, C.URGE)


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[CommandBar]:
    pane = QWidget()
    qtbot.addWidget(pane)
    made = CommandBar(pane)
    made.resize(1600, 44)
    pane.show()
    made.offer(OFFERED)
    yield made
    pane.close()


def button(bar: CommandBar, name: str) -> QPushButton:
    found = bar.findChildren(QPushButton, f"detail.command.{name}")
    return found[-1]


def visible(bar: CommandBar) -> list[str]:
    return [each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()]


def test_the_primary_command_has_ctrl_enter_and_the_rest_their_numbers(bar: CommandBar) -> None:
    assert button(bar, "submit").property("kind") == "primary"
    assert button(bar, "submit").accessibleDescription() == "Ctrl+Enter"
    assert button(bar, "hand_down").text() == "Hand down  Alt+1"
    assert button(bar, "urge").accessibleDescription() == "Alt+6"
    assert button(bar, "more").isHidden()


def test_a_click_and_the_keys_tell_the_command(bar: CommandBar) -> None:
    told: list[object] = []
    bar.chosen.connect(told.append)
    button(bar, "return").click()
    bar.choose_primary()
    bar.choose(1)
    bar.choose(9)
    assert told == [C.RETURN, C.SUBMIT, C.HAND_DOWN]


def test_a_narrow_bar_keeps_one_line_and_moves_the_rest_under_more(bar: CommandBar) -> None:
    high = bar.height()
    three = sum(button(bar, name).sizeHint().width() for name in ("submit", "hand_down", "more"))
    bar.resize(three + 40, 44)
    assert set(visible(bar)) == {"Write the answer", "Hand down", "More commands"}
    assert bar.height() == high
    told: list[object] = []
    bar.chosen.connect(told.append)
    menu = button(bar, "more").menu()
    menu.aboutToShow.emit()
    last = menu.actions()[-1]
    assert last.text() == "Urge\tAlt+6"
    last.trigger()
    bar.choose(6)
    assert told == [C.URGE, C.URGE]


def test_without_a_step_forward_nothing_is_primary(bar: CommandBar) -> None:
    told: list[object] = []
    bar.chosen.connect(told.append)
    bar.offer((C.NOTE, C.URGE))
    bar.choose_primary()
    bar.choose(1)
    assert told == [C.NOTE]


def test_another_language_renames_the_buttons(bar: CommandBar) -> None:
    install(Language.VIETNAMESE)
    bar.rebuild()
    assert "Soạn trả lời" in visible(bar)


def test_a_button_made_before_is_taken_again_with_its_new_key(bar: CommandBar) -> None:
    note = button(bar, "note")
    bar.offer((C.NOTE, C.URGE))
    assert (note.text(), note.isVisible()) == ("Note  Alt+1", True)
    assert visible(bar) == ["Note", "Urge"]
    bar.offer(OFFERED)
    assert button(bar, "note") is note
    assert note.text() == "Note  Alt+3"


def test_the_buttons_of_the_steps_to_come_are_made_ahead_and_unseen(bar: CommandBar, qtbot: QtBot) -> None:
    before = visible(bar)
    qtbot.waitUntil(lambda: len(bar.findChildren(QPushButton, "detail.command.publish")) == 1)
    assert visible(bar) == before
    made = button(bar, "publish")
    bar.offer((C.PUBLISH, C.NOTE))
    assert button(bar, "publish") is made
    assert set(visible(bar)) == {"Publish", "Note"}
    assert made.text() == "Publish  Ctrl+Enter"
    assert made.x() < button(bar, "note").x()
