"""Several choices: each taken once, shown, and taken back by its own button."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.several_field import SeveralField


def field_of(qtbot: QtBot) -> SeveralField:
    made = SeveralField("units", "Units", (("a", "Sở Một"), ("b", "Sở Hai")), ("b",))
    qtbot.addWidget(made)
    return made


def take(field: SeveralField, code: str) -> None:
    box = child(field, ChoiceBox, "field.units.add")
    box.activated.emit(box.findData(code))


def test_what_is_chosen_is_added_once_in_its_order(qtbot: QtBot) -> None:
    field = field_of(qtbot)
    with qtbot.waitSignal(field.edited):
        take(field, "a")
    take(field, "a")
    assert field.value() == ("b", "a")


def test_its_button_takes_a_choice_back(qtbot: QtBot) -> None:
    field = field_of(qtbot)
    button = child(field, QPushButton, "field.units.chosen.b")
    assert button.accessibleName() == "Take back: Sở Hai"
    with qtbot.waitSignal(field.edited):
        button.click()
    assert field.value() == ()


def test_only_what_is_on_offer_comes_back(qtbot: QtBot) -> None:
    field = field_of(qtbot)
    field.restore(("a", "gone"))
    assert field.value() == ("a",)
    field.offer((("c", "Sở Ba"),))
    assert field.value() == ()
