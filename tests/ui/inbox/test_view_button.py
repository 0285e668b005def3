"""The menu ticks what is in force and tells each choice as new habits."""

from __future__ import annotations

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop_app.store.habits import Habits, RowDetail
from tests.support.widgets import child
from ui.inbox.view_button import ViewButton


def action(button: ViewButton, name: str) -> QAction:
    return child(button, QAction, f"inbox.view.{name}")


def test_it_ticks_what_is_in_force(qtbot: QtBot) -> None:
    button = ViewButton(Habits(grouped=True, details=(RowDetail.CODE,)))
    qtbot.addWidget(button)
    ticked = [each.objectName() for each in button.menu().actions() if each.isChecked()]
    assert ticked == ["inbox.view.grouped", "inbox.view.code"]
    assert all(each.text() for each in button.menu().actions())


def test_a_choice_tells_the_new_habits(qtbot: QtBot) -> None:
    told: list[Habits] = []
    button = ViewButton(Habits())
    qtbot.addWidget(button)
    button.changed.connect(told.append)
    action(button, "dense").trigger()
    action(button, "code").trigger()
    action(button, "field").trigger()
    assert told[-1] == Habits(dense=True, details=(RowDetail.CODE, RowDetail.PLACE)) == button.habits
    button.show_habits(Habits())
    assert len(told) == 3
    assert not action(button, "dense").isChecked()
