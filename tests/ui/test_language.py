"""Texts change while the program runs, Qt's own among them, and widgets follow."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from ui.language import (
    QT_TRANSLATE_NOOP,
    Language,
    Translated,
    current,
    install,
    once_per_language,
    translate,
)


class Greeting(Translated, QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(translate("SignIn", "Sign in"))


def test_source_texts_are_english(qtbot: QtBot) -> None:
    assert current() is Language.ENGLISH
    assert translate("SignIn", "Sign in") == "Sign in"


def test_a_shown_widget_follows_the_language(qtbot: QtBot) -> None:
    label = Greeting()
    qtbot.addWidget(label)
    label.show()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: label.text() == "Đăng nhập")
    install(Language.ENGLISH)
    qtbot.waitUntil(lambda: label.text() == "Sign in")


def test_a_text_of_another_context_is_not_taken(qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    assert translate("NoSuchContext", "Sign in") == "Sign in"


def test_qt_s_own_buttons_and_the_locale_follow(qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert QLocale().language() is QLocale.Language.Vietnamese
    install(Language.ENGLISH)
    assert QLocale().language() is QLocale.Language.English


def test_marking_changes_nothing() -> None:
    assert QT_TRANSLATE_NOOP("SignIn", "Sign in") == "Sign in"


def test_a_table_is_built_once_in_each_language(qtbot: QtBot) -> None:
    built: list[str] = []

    @once_per_language
    def table() -> str:
        built.append(translate("SignIn", "Sign in"))
        return built[-1]

    assert (table(), table()) == ("Sign in", "Sign in")
    install(Language.VIETNAMESE)
    assert (table(), table()) == ("Đăng nhập", "Đăng nhập")
    assert built == ["Sign in", "Đăng nhập"]
