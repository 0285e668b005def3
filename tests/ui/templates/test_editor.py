"""The editor shows and returns a template; another use offers its own states; nothing is told by itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.templates import WriteTemplate, states_of
from desktop_app.domain.workflow import Command
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire
from ui.language import Language, current, install
from ui.templates.editor import Editor

DRAFT = WriteTemplate(None, "reject", "received", "en", "Unclear", "Please say where.", "urban", 4)


@pytest.fixture
def editor(qtbot: QtBot, hire: Hire) -> Editor:
    made = Editor(hire(city.LEADER).names, [city.WARD])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(editor: Editor) -> list[None]:
    heard: list[None] = []
    editor.edited.connect(lambda: heard.append(None))
    return heard


def test_what_is_shown_comes_back(editor: Editor, told: list[None]) -> None:
    editor.show_draft(DRAFT)
    assert editor.draft() == DRAFT
    editor.retranslate()
    assert (editor.draft(), told) == (DRAFT, [])
    editor.saved_as(5)
    assert editor.draft().seen == 5


def test_another_use_offers_its_states(editor: Editor) -> None:
    editor.show_draft(DRAFT)
    uses, states = child(editor, QComboBox, "field.command"), child(editor, QComboBox, "field.state")
    uses.setCurrentIndex(uses.findData("submit"))
    offered = [states.itemData(row) for row in range(states.count())]
    assert offered == ["", *states_of(Command.SUBMIT)]
    assert editor.draft().state is None


def test_what_a_person_changes_is_told(editor: Editor, told: list[None]) -> None:
    child(editor, QPlainTextEdit, "field.text").insertPlainText("x")
    assert told
    before = len(told)
    editor.say("Tên", "Chữ")
    assert len(told) > before
    assert (editor.draft().title, editor.draft().text) == ("Tên", "Chữ")


def test_what_is_another_s_is_only_read(editor: Editor) -> None:
    editor.set_writable(False)
    assert not child(editor, QPlainTextEdit, "field.text").isEnabled()
    editor.retranslate()
    assert not child(editor, QPlainTextEdit, "field.text").isEnabled()


def test_the_field_being_written_in_keeps_the_keyboard_in_another_language(
    qtbot: QtBot, editor: Editor
) -> None:
    editor.activateWindow()
    child(editor, QPlainTextEdit, "field.text").setFocus()
    qtbot.waitUntil(lambda: child(editor, QPlainTextEdit, "field.text").hasFocus(), timeout=20_000)
    editor.retranslate()
    assert child(editor, QPlainTextEdit, "field.text").hasFocus()


def test_what_is_wrong_is_said_in_another_language_too(editor: Editor) -> None:
    editor.show_problem("title", lambda: f"{current()}: missing")
    install(Language.VIETNAMESE)
    editor.retranslate()
    assert child(editor, QLineEdit, "field.title").accessibleDescription() == "vi: missing"
