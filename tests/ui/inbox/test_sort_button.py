"""Every order by one menu; choosing the one in force turns it round."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import SortKey
from ui.inbox.sort_button import SortButton
from ui.language import Language, install


@pytest.fixture
def button(qtbot: QtBot) -> SortButton:
    made = SortButton()
    qtbot.addWidget(made)
    return made


def action(button: SortButton, words: str) -> QAction:
    return next(each for each in button.menu().actions() if each.text() == words)


def test_the_menu_has_every_order_and_marks_the_one_in_force(button: SortButton) -> None:
    assert len(button.menu().actions()) == len(SortKey)
    assert [each.text() for each in button.menu().actions() if each.isChecked()] == ["Deadline"]


def test_choosing_tells_order_and_direction(button: SortButton) -> None:
    told: list[tuple[object, bool]] = []
    button.changed.connect(lambda key, down: told.append((key, down)))
    for words in ("Received", "Title", "Title", "Deadline"):
        action(button, words).trigger()
    assert told == [
        (SortKey.RECEIVED, True),
        (SortKey.TITLE, False),
        (SortKey.TITLE, True),
        (SortKey.DUE, False),
    ]


def test_the_order_is_said_in_the_language_in_force(button: SortButton) -> None:
    assert button.accessibleDescription() == "Sort: Deadline, ascending"
    install(Language.VIETNAMESE)
    button.retranslate()
    assert action(button, "Hạn xử lý").isChecked()


def test_an_order_shown_is_told_to_nobody_and_turned_round_next(qtbot: QtBot) -> None:
    button, told = SortButton(), []
    qtbot.addWidget(button)
    button.changed.connect(lambda key, down: told.append((key, down)))
    button.show_order(SortKey.TITLE, descending=True)
    assert told == []
    assert "descending" in button.accessibleDescription()
    button.menu().actions()[list(SortKey).index(SortKey.TITLE)].trigger()
    assert told == [(SortKey.TITLE, False)]
