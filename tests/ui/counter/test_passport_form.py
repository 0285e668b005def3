"""Three fields become a passport's key, or the wrong one is named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio.document_errors import MrzInvalid
from cardio.emrtd.access_keys import MrzKey
from tests.support.widgets import child
from ui.counter.passport_form import PassportForm


@pytest.fixture
def form(qtbot: QtBot) -> PassportForm:
    made = PassportForm()
    qtbot.addWidget(made)
    made.show()
    return made


def fill(form: PassportForm, qtbot: QtBot, *texts: str) -> None:
    for name, text in zip(("number", "birth", "expiry"), texts, strict=True):
        qtbot.keyClicks(child(form, QLineEdit, f"counter.passport.{name}"), text)


def test_a_passport(form: PassportForm, qtbot: QtBot) -> None:
    fill(form, qtbot, "c1234567", "17/05/1999", "17052039")
    with qtbot.waitSignal(form.entered) as heard:
        qtbot.mouseClick(child(form, QPushButton, "counter.passport.submit"), Qt.MouseButton.LeftButton)
    assert heard.args[0].key == MrzKey("C1234567", "990517", "390517")
    form.clear()
    assert not any(field.text() for field in form.findChildren(QLineEdit))


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        (("", "17051999", "17052039"), "document_number"),
        (("C1234567", "32/05/1999", "17052039"), "birth"),
        (("C1234567", "17/05/1999", ""), "expiry"),
    ],
)
def test_the_wrong_field_is_named(
    form: PassportForm, qtbot: QtBot, texts: tuple[str, ...], field: str
) -> None:
    fill(form, qtbot, *texts)
    with qtbot.waitSignal(form.refused) as heard:
        qtbot.keyClick(child(form, QLineEdit, "counter.passport.expiry"), Qt.Key.Key_Return)
    error = heard.args[0]
    assert isinstance(error, MrzInvalid)
    assert error.field == field
