"""A toast offers undo once, lies at the foot of its view, and takes a former one's place."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.toast import Toast

LONG_MS = 60_000


def toast(qtbot: QtBot) -> tuple[Toast, QWidget]:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return Toast(view), view


def button(made: Toast) -> QPushButton:
    found = made.findChild(QPushButton, "toast.undo")
    assert found is not None
    return found


def test_undo_is_done_at_most_once(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", LONG_MS, lambda: done.append("undone"))
    assert made.can_undo()
    button(made).click()
    made.undo()
    assert done == ["undone"]
    assert made.isHidden()


def test_it_goes_by_itself_and_undo_with_it(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", 1, lambda: done.append("undone"))
    qtbot.waitUntil(made.isHidden)
    made.undo()
    assert done == []
    assert not made.can_undo()


def test_a_second_toast_takes_the_first_one_s_undo(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", LONG_MS, lambda: done.append("first"))
    made.say("Note added.", LONG_MS)
    assert button(made).isHidden()
    made.undo()
    assert done == []


def test_it_stays_at_the_foot_of_its_view(qtbot: QtBot) -> None:
    made, view = toast(qtbot)
    made.say("Accepted.", LONG_MS)
    view.resize(300, 900)
    assert view.rect().contains(made.geometry())
    assert made.geometry().bottom() > 700
