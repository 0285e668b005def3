"""The guide has the same pages in both languages, and says nothing that the program does not."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

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
_KEY = re.compile(r"\b(?:F\d+|(?:Ctrl|Alt|Shift)\+(?:[A-Z0-9]\b|Enter|[,←→↑↓]))")
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_NAME = re.compile(r"(?<!\*)(\*\*\*|\*)(?!\*)([^*\n]+)\1(?!\*)")
"""In a page *slanted* words are a name that the program shows; **bold** ones only stand out."""
_PLACE = re.compile(r"\\\{\w+\\\}")
_ENOUGH = 6
"""Letters of a text beside its places, from which on it is told from any other."""


def texts(language: Language) -> dict[str, str]:
    """The pages in a language, by their names."""
    return {
        name: resources.read_text(f"guide/{language.value}/{name}")
        for name in resources.names(f"guide/{language.value}", ".md")
    }


def plain(name: str) -> str:
    """A name without its key in brackets, its dots, or large letters."""
    return re.sub(r" \((?:F\d|Ctrl|Alt|Esc)[^)]*\)$", "", name).rstrip(" …:.").casefold()


@cache
def shown(language: Language) -> re.Pattern[str]:
    """Every text that the program shows, as one pattern; what it fills in may be anything."""
    part = "source" if language is Language.ENGLISH else "translation"
    catalogue = ET.fromstring(resources.read_text("translations/ioc_desk_vi.ts"))
    whole = [found.text for found in catalogue.iter(part) if found.text]
    heads = [text.partition(":")[0] for text in whole]  # a line may begin with its name
    said = {re.escape(plain(text)) for text in (*whole, *heads)}
    return re.compile("|".join(_PLACE.sub(".+", each) for each in said if _tells(each)))


def _tells(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in _PLACE.sub("", text))
    return letters > 0 if not _PLACE.search(text) else letters >= _ENOUGH


def unknown_names(text: str, language: Language) -> list[str]:
    """What a page names and the program does not show."""
    return [name for _, name in _NAME.findall(text) if not shown(language).fullmatch(plain(name))]


def unknown_keys(text: str) -> list[str]:
    """The keys that a page names and no part of the program hears."""
    known = set()
    for told, _ in shortcuts.cheat_sheet():
        key = re.sub(r"\+(Left|Right|Up|Down)$", lambda found: f"+{_ARROWS[found[1]]}", told)
        known.update([f"Alt+{number}" for number in range(1, 10)] if key == "Alt+1…9" else [key])
    return [key for key in _KEY.findall(text) if key not in known]


def test_both_languages_have_the_same_pages() -> None:
    assert resources.names("guide/vi", ".md") == resources.names("guide/en", ".md")
    assert len(pages()) >= 5


@pytest.mark.parametrize("language", Language)
def test_every_page_has_a_title_and_is_short(language: Language) -> None:
    for name, text in texts(language).items():
        assert text.startswith("# ")
        assert 30 < len(text.split()) < 400, name


@pytest.mark.parametrize("language", Language)
def test_keys_that_pages_name_exist(language: Language) -> None:
    install(language)
    assert {name: found for name, text in texts(language).items() if (found := unknown_keys(text))} == {}


@pytest.mark.parametrize("language", Language)
def test_what_pages_name_is_on_the_screen(language: Language) -> None:
    told = {name: found for name, text in texts(language).items() if (found := unknown_names(text, language))}
    assert told == {}


def test_both_languages_name_as_much() -> None:
    """What one page names the other one does, in its words, and the same keys."""
    vietnamese, english = texts(Language.VIETNAMESE), texts(Language.ENGLISH)
    for name, text in english.items():
        assert len(_NAME.findall(vietnamese[name])) == len(_NAME.findall(text)), name
        assert sorted(_KEY.findall(vietnamese[name])) == sorted(_KEY.findall(text)), name


def test_names_and_keys_that_are_not_there_are_seen() -> None:
    assert unknown_names("*Approvals*, ***Send now*** and **bold** words", Language.ENGLISH) == []
    assert unknown_names("*Sent: 43 % (8 MB of 19 MB)*", Language.ENGLISH) == []
    assert unknown_names("*Approve it* and ***Duyệt***", Language.ENGLISH) == ["Approve it", "Duyệt"]
    assert unknown_keys("**F4**, Ctrl+Enter, Alt+7, Alt+←") == []
    assert unknown_keys("**F13**, Ctrl+Q, Alt+0, Shift+↑") == ["F13", "Ctrl+Q", "Alt+0", "Shift+↑"]


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
        for chapter in _CHAPTER.findall(module.read_text(encoding="utf-8"))
    }
    assert len(named) >= 10
    assert {f"{each}.md" for each in named} <= set(resources.names("guide/vi", ".md"))
