"""Vietnamese and English: every text of the program comes through ``translate`` and changes while it runs.

Source texts in the code are English literals; ``resources/translations/ioc_desk_vi.ts`` holds the
Vietnamese and ``ioc_desk_en.ts`` the English plural forms. ``python -m resources.translations`` reads new
literals into both and compiles them. A widget with texts inherits ``Translated`` and sets them all in
``retranslate``.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator

import resources.translations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object


class Language(StrEnum):
    """The languages of the program; Vietnamese is the one it ships with."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_LOCALES = {
    Language.VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
Table = TypeVar("Table")

_installed: list[QTranslator] = []
_tables: list[Any] = []
_language = Language.ENGLISH


def translate(context: str, source: str, note: str = "", n: int = -1) -> str:
    """Return ``source`` in the current language; ``context`` and ``source`` must be literals.

    ``n`` fills ``%n`` and chooses the plural form; give it by position, as the reader of the sources expects.
    """
    if n == -1:
        return _translated(context, source, note)
    return QCoreApplication.translate(context, source, note or None, n)


@lru_cache(maxsize=8192)
def _translated(context: str, source: str, note: str) -> str:
    """A report that is stepped to says some seventy texts: each is looked up once a language."""
    return QCoreApplication.translate(context, source, note or None)


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: ARG001 - the reader of the sources wants it
    """Mark ``source`` for translation without translating it yet (Qt's own name, with types)."""
    return source


def once_per_language(build: Callable[[], Table]) -> Callable[[], Table]:
    """Have ``build`` run once after each change of language; what it returns is shared: leave it as it is."""
    table = lru_cache(maxsize=1)(build)
    _tables.append(table)
    return table


def install(language: Language, before: QTranslator | None = None) -> None:
    """Speak ``language`` from now on; every widget receives a ``LanguageChange`` event.

    ``before`` is asked for a text before the language is.
    """
    global _language  # noqa: PLW0603 - the application has one language
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _language = language
    QLocale.setDefault(_LOCALES[language])
    _load(resources.translations.compiled(language.value))
    if language is not Language.ENGLISH:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(Path(folder) / f"qtbase_{language.value}.qm")
    if before is not None:
        _add(before)
    for table in (_translated, *_tables):
        table.cache_clear()


def current() -> Language:
    """Return the language in force."""
    return _language


def _load(path: Path) -> None:
    translator = QTranslator()
    if path.is_file() and translator.load(str(path)):
        _add(translator)


def _add(translator: QTranslator) -> None:
    _installed.append(translator)
    QCoreApplication.installTranslator(translator)


class Translated(_Base):
    """Mixin of a widget, named before the Qt class, that sets its texts in ``retranslate``."""

    def retranslate(self) -> None:
        """Set every text of this widget in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
