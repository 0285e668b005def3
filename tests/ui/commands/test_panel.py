"""The frame of every panel: refusals beside the field or above the buttons, everything typed kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import PayloadInvalid, Text
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import CommandRefused
from ui.commands.panel import CommandPanel
from ui.commands.writing import plain_text
from ui.language import Language, install
from ui.wording import sentence


@pytest.fixture
def panel(qtbot: QtBot) -> CommandPanel:
    made = plain_text(Command.NOTE)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_refused_field_is_named_and_the_words_stay(panel: CommandPanel) -> None:
    panel.form.restore({"text": "đã gọi điện"})
    panel.show_refusal(PayloadInvalid("text", "too_long"))
    assert panel.form.field("text").problem() == "This is too long."
    assert panel.notice.title() == ""
    assert panel.built() == Text("đã gọi điện")


def test_a_refusal_of_the_whole_stands_above_the_buttons(panel: CommandPanel) -> None:
    panel.show_refusal(CommandRefused("wrong_state"))
    assert "no longer possible" in panel.notice.title()
    panel.show_refusal(PayloadInvalid("somewhere_else", "malformed"))
    assert panel.notice.title() == "This entry cannot be read."


def test_buttons_and_esc(panel: CommandPanel, qtbot: QtBot) -> None:
    confirm = panel.findChild(QPushButton, "panel.note.confirm")
    cancel = panel.findChild(QPushButton, "panel.note.cancel")
    assert confirm is not None
    assert cancel is not None
    with qtbot.waitSignal(panel.confirmed):
        confirm.click()
    with qtbot.waitSignal(panel.cancelled):
        cancel.click()
    with qtbot.waitSignal(panel.cancelled):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert confirm.accessibleName() == "Confirm: Note"
    assert confirm.property("kind") == "primary"


def test_start_puts_the_cursor_into_the_first_field(panel: CommandPanel, qtbot: QtBot) -> None:
    panel.start()
    qtbot.waitUntil(lambda: panel.focusWidget() is panel.form.field("text").editor)


def test_a_panel_in_its_place_says_what_was_refused_in_the_language_in_force(
    panel: CommandPanel, qtbot: QtBot
) -> None:
    panel.form.restore({"text": "đã gọi điện"})
    panel.form.go_to("text", 3)
    panel.show_refusal(PayloadInvalid("text", "too_long"))
    again = plain_text(Command.NOTE)
    qtbot.addWidget(again)
    install(Language.VIETNAMESE)
    again.hold(panel.held())
    assert again.form.values() == {"text": "đã gọi điện"}
    assert again.form.field("text").problem() == sentence("too_long").title
    assert again.form.field("text").problem() != "This is too long."
    panel.show_refusal(CommandRefused("wrong_state"))
    assert panel.form.field("text").problem() == ""
    again.hold(panel.held())
    assert again.notice.title() == sentence("wrong_state").title


def test_a_refusal_of_the_whole_follows_the_language(panel: CommandPanel, qtbot: QtBot) -> None:
    panel.show_refusal(CommandRefused("wrong_state"))
    english = panel.notice.title()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: panel.notice.title() != english, timeout=20_000)
    assert panel.notice.title() == sentence("wrong_state").title
