"""One button down, one card: one reader."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.settings import role_picker
from ui.settings.role_picker import ROLES, RolePicker, role_text


@pytest.fixture
def picker(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> RolePicker:
    monkeypatch.setattr(role_picker, "WAIT_MS", 200)
    made = RolePicker()
    qtbot.addWidget(made)
    return made


def button(picker: RolePicker, role: str) -> QPushButton:
    return child(picker, QPushButton, f"settings.readers.pick.{role}")


def test_a_card_without_a_button_means_nothing(picker: RolePicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.picked):
        picker.presented("R")


def test_the_card_names_the_reader(picker: RolePicker, qtbot: QtBot) -> None:
    button(picker, "citizen").click()
    assert picker.waiting
    with qtbot.waitSignal(picker.picked) as picked:
        picker.presented("R")
    assert picked.args == ["R", "citizen"]
    assert child(picker, QLabel, "settings.readers.picking").text() == "R is for: Citizen card (counter)"


def test_another_button_takes_over_and_the_same_one_ends_it(picker: RolePicker) -> None:
    button(picker, "citizen").click()
    button(picker, "staff").click()
    assert not button(picker, "citizen").isChecked()
    button(picker, "staff").click()
    assert not picker.waiting


def test_time_is_limited(picker: RolePicker, qtbot: QtBot) -> None:
    button(picker, "staff").click()
    qtbot.waitUntil(lambda: not picker.waiting)


def test_every_use_has_its_words() -> None:
    assert len({role_text(role) for role in ROLES}) == len(ROLES)
