"""The style sheet is well-formed and uses colours of the table only."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.theme.test_tokens import contrast
from ui.theme.stylesheet import build_stylesheet
from ui.theme.switch import Theme
from ui.theme.tokens import Scheme, tokens


@pytest.mark.parametrize("scheme", Scheme)
def test_only_colours_of_the_table(scheme: Scheme) -> None:
    in_force = tokens(scheme)
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", build_stylesheet(in_force)))
    table = {getattr(in_force.colours, name) for name in in_force.colours.__slots__}
    assert used
    assert used <= table


def test_braces_balance() -> None:
    sheet = build_stylesheet(tokens())
    assert sheet.count("{") == sheet.count("}")
    assert "{{" not in sheet


def test_text_scale_reaches_the_labels(qtbot: QtBot) -> None:
    label = QLabel("Hồ sơ")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.setStyleSheet(build_stylesheet(tokens()))
    small = label.sizeHint().height()
    label.setStyleSheet(build_stylesheet(tokens(text_scale=2.0)))
    assert label.sizeHint().height() > 1.6 * small


def test_a_hint_in_an_empty_field_is_as_readable_as_muted_text(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp, Scheme.LIGHT)
    field = QLineEdit()
    field.setPlaceholderText("Mã ghi danh")
    qtbot.addWidget(field)
    field.resize(200, field.sizeHint().height())
    assert tokens(Scheme.LIGHT).colours.muted in colours_of(field)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_radio_button_is_seen_chosen_and_not(qapp: QApplication, qtbot: QtBot, scheme: Scheme) -> None:
    Theme(qapp, scheme)
    button = QRadioButton("")
    qtbot.addWidget(button)
    colours = tokens(scheme).colours
    button.resize(button.sizeHint())
    assert max(contrast(each, colours.surface) for each in colours_of(button)) >= 3
    button.setChecked(True)
    assert {colours.accent.upper(), colours.on_accent.upper()} <= colours_of(button)


def colours_of(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }
