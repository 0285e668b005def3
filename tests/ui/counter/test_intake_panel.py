"""Entries are understood or refused by the name of their part; the form unfolds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cardio.cccd.provenance import Source
from desktop_app.reception.fields import Field
from desktop_app.reception.intake import Entry
from tests.support.widgets import child
from tests.ui.counter.views import QR, TODAY
from ui.counter.intake_field import IntakeField
from ui.counter.intake_panel import IntakePanel
from ui.counter.passport_form import PassportForm
from ui.language import Language, install
from ui.widgets.notice import Notice


@pytest.fixture
def panel(qtbot: QtBot) -> IntakePanel:
    made = IntakePanel(lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def notice(panel: IntakePanel) -> Notice:
    return child(panel, Notice, "counter.intake.notice")


def test_a_code_becomes_an_entry(panel: IntakePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.entered) as heard:
        panel.take(QR, Source.SERIAL_SCANNER)
    entry = heard.args[0]
    assert isinstance(entry, Entry)
    assert entry.texts[Field.NAME].text == "Trần Thị Bích"


def test_typed_and_entered_by_button(panel: IntakePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(child(panel, IntakeField), "046199012345")
    with qtbot.waitSignal(panel.entered):
        qtbot.mouseClick(child(panel, QPushButton, "counter.submit"), Qt.MouseButton.LeftButton)


def test_what_cannot_be_right_is_named_and_goes_with_the_next_entry(panel: IntakePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.entered):
        panel.take("04619901234", Source.TYPED)
    assert notice(panel).title() == "The citizen number cannot be right."
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "định danh" in notice(panel).title())
    panel.take(QR, Source.SERIAL_SCANNER)
    assert notice(panel).isHidden()


def test_the_form_unfolds_and_folds(panel: IntakePanel, qtbot: QtBot) -> None:
    link, form = child(panel, QPushButton, "counter.byHand"), child(panel, PassportForm)
    assert form.isHidden()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert form.isHidden()


def test_cleared_whole(panel: IntakePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(child(panel, IntakeField), "0461")
    panel.take("1", Source.TYPED)
    panel.clear()
    field = child(panel, IntakeField)
    field.undo()
    assert field.text() == "", "nothing is left to undo"
    assert notice(panel).isHidden()
