"""A module is tried before it is kept; what each is doing is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cardio.errors import TokenModuleFailed
from desktop_app.cards.token_slots import ModuleState
from desktop_app.core import Core
from tests.support import file_dialogs, tokens, virtual_cards
from tests.support.widgets import child
from ui.language import Language, install
from ui.settings.preferences import Preferences
from ui.settings.tokens import TokensSection, module_text
from ui.tasks import Tasks
from ui.widgets.notice import Notice

FILE = "settings.tokens.file"


@pytest.fixture
def section(core: Core, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> Iterator[TokensSection]:
    made = TokensSection(core, tasks, preferences)
    qtbot.addWidget(made)
    made.show()
    yield made
    core.tokens.stop()


def notice(section: TokensSection) -> str:
    return child(section, Notice, "settings.tokens.notice").title()


def texts(section: TokensSection) -> str:
    return " | ".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def test_a_module_is_tried_kept_followed_and_removed(
    section: TokensSection, core: Core, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = tokens.softhsm(tmp_path, virtual_cards.card_file())
    monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(configuration))
    child(section, QPushButton, "settings.tokens.add").click()
    file_dialogs.answer(FILE, tokens.SOFTHSM)
    assert "Trying" in notice(section)
    qtbot.waitUntil(lambda: core.settings.pkcs11_modules == (str(tokens.SOFTHSM),), timeout=20_000)
    qtbot.waitUntil(lambda: "tokens plugged in" in texts(section), timeout=20_000)
    child(section, QPushButton, f"settings.tokens.remove.{tokens.SOFTHSM.name}").click()
    assert core.settings.pkcs11_modules == ()
    assert core.tokens.modules() == ()


def test_a_file_that_is_no_module_is_named_and_not_kept(
    section: TokensSection, core: Core, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "letter.so"
    path.write_text("Dear …", encoding="utf-8")
    section.add()
    file_dialogs.answer(FILE, path)
    qtbot.waitUntil(lambda: notice(section).startswith("letter.so: "), timeout=20_000)
    assert core.settings.pkcs11_modules == ()


def test_no_choice_changes_nothing(section: TokensSection, core: Core) -> None:
    section.add()
    file_dialogs.refuse(FILE)
    assert core.settings.pkcs11_modules == ()
    assert child(section, QPushButton, "settings.tokens.add").isEnabled()


def test_each_state_has_its_words_in_both_languages(section: TokensSection) -> None:
    path = Path("m.so")
    states = (
        ModuleState(path),
        ModuleState(path, asked=True),
        ModuleState(path, asked=True, tokens=2),
        ModuleState(path, asked=True, fault=TokenModuleFailed("silent")),
    )
    said = set()
    for language in Language:
        install(language)
        said |= {module_text(state) for state in states}
    assert len(said) == 2 * len(states)
