"""The style sheet is well-formed and uses colours of the table only."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
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


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_field_is_as_high_with_the_keyboard_in_it_as_without(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    Theme(qapp, Scheme.LIGHT, scale)
    field = QLineEdit("Hồ sơ")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=20_000)
    assert abs(field.sizeHint().height() - before) <= 1
    assert before >= field.fontMetrics().height() + 2


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


@pytest.mark.parametrize("kind", [QTreeWidget, QTableWidget])
def test_words_stand_under_their_column_s_head(
    qapp: QApplication, qtbot: QtBot, kind: type[QTreeWidget | QTableWidget]
) -> None:
    Theme(qapp, Scheme.LIGHT)
    table = kind()
    qtbot.addWidget(table)
    fill(table)
    table.resize(300, 120)
    with qtbot.waitExposed(table, timeout=20_000):
        table.show()
    header = table.header() if isinstance(table, QTreeWidget) else table.horizontalHeader()
    assert abs(first_ink(header.viewport()) - first_ink(table.viewport())) <= 1


def fill(table: QTreeWidget | QTableWidget) -> None:
    """One cell with the letter of its head, nothing chosen."""
    if isinstance(table, QTreeWidget):
        table.setRootIsDecorated(False)
        table.setHeaderLabels(["H"])
        table.addTopLevelItem(QTreeWidgetItem(["H"]))
    else:
        table.setRowCount(1)
        table.setColumnCount(1)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setHorizontalHeaderLabels(["H"])
        table.setItem(0, 0, QTableWidgetItem("H"))


def first_ink(view: QWidget) -> int:
    """The leftmost column, in pixels, that is not the ground's in the upper row of words."""
    picture = view.grab().toImage()
    ground, middle = picture.pixelColor(200, 10), range(4, 20)
    return next(x for x in range(200) if any(picture.pixelColor(x, y) != ground for y in middle))


@pytest.mark.parametrize("scheme", Scheme)
def test_a_button_that_is_chosen_looks_it(qapp: QApplication, qtbot: QtBot, scheme: Scheme) -> None:
    Theme(qapp, scheme)
    button = QPushButton("Che")
    button.setCheckable(True)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    before = colours_of(button)
    button.setChecked(True)
    soft = tokens(scheme).colours.accent_soft.upper()
    assert soft in colours_of(button)
    assert soft not in before
