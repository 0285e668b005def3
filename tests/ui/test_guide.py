"""The guide has the same pages in both languages, and says nothing that the program does not."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

import resources
import ui
from tests.support.widgets import child
from ui import shortcuts
from ui.guide import Guide, pages
from ui.language import Language, install

_CHAPTER = re.compile(r'guide_page(?:: ClassVar\[str\])? = "(.+)"')


def test_both_languages_have_the_same_pages() -> None:
    assert resources.names("guide/vi", ".md") == resources.names("guide/en", ".md")
    assert len(pages()) >= 5


@pytest.mark.parametrize("language", Language)
def test_every_page_has_a_title_and_is_short(language: Language) -> None:
    for name in resources.names(f"guide/{language.value}", ".md"):
        text = resources.read_text(f"guide/{language.value}/{name}")
        assert text.startswith("# ")
        assert 30 < len(text.split()) < 400, name


@pytest.mark.parametrize("language", Language)
def test_keys_that_pages_name_exist(language: Language) -> None:
    install(language)
    known = {key for key, _ in shortcuts.cheat_sheet()}
    text = " ".join(
        resources.read_text(f"guide/{language.value}/{name}")
        for name in resources.names(f"guide/{language.value}", ".md")
    )
    assert set(re.findall(r"\bF\d+\b", text)) <= known


def test_pages_are_read_and_follow_the_language(qtbot: QtBot) -> None:
    guide = Guide()
    qtbot.addWidget(guide)
    listed, page = child(guide, QListWidget), child(guide, QTextBrowser)
    assert page.toPlainText().startswith("Getting started")
    listed.setCurrentRow(listed.count() - 1)
    assert "Open the guide" in page.toPlainText()
    guide.show()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "Mở hướng dẫn" in page.toPlainText())
    assert listed.currentRow() == listed.count() - 1, "the place is kept"


def test_every_chapter_that_a_window_opens_is_there() -> None:
    folder = Path(ui.__file__).parent
    named = {
        chapter
        for module in folder.rglob("*.py")
        for chapter in re.findall(
            r'guide_page(?:: ClassVar\[str\])? = "(.+)"', module.read_text(encoding="utf-8")
        )
    }
    assert len(named) >= 10
    assert {f"{each}.md" for each in named} <= set(resources.names("guide/vi", ".md"))
