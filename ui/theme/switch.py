"""The theme in force: follows the system's scheme, changes while the program runs, tells those who paint.

Widgets that paint by hand ask ``current()`` on every paint and keep no colours of their own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.theme.palette import build_palette
from ui.theme.stylesheet import build_stylesheet
from ui.theme.tokens import Scheme, Tokens, tokens

_FAMILIES = ["Segoe UI", ".AppleSystemUIFont", "Noto Sans", "DejaVu Sans"]


def interface_font(pixel_size: int) -> QFont:
    """Return the first of the systems' interface fonts found here; each has all Vietnamese letters."""
    font = QFont(_FAMILIES)
    font.setPixelSize(pixel_size)
    return font


class Theme(QObject):
    """Applies tokens to the application; one object for the life of the program."""

    changed = Signal()

    def __init__(
        self, application: QApplication, scheme: Scheme | None = None, text_scale: float = 1.0
    ) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = scheme
        self._text_scale = text_scale
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    def choose(self, scheme: Scheme | None, text_scale: float | None = None) -> None:
        """Use ``scheme``, or follow the system's when it is None; the same choice again costs nothing."""
        before = (self._chosen, self._text_scale)
        self._chosen = scheme
        if text_scale is not None:
            self._text_scale = text_scale
        if (self._chosen, self._text_scale) != before:
            self._apply()

    @Slot(Qt.ColorScheme)
    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._chosen is None:
            self._apply()

    def _apply(self) -> None:
        global _current  # noqa: PLW0603 - one theme per process, asked for on every paint
        _current = tokens(self._chosen or self._system_scheme(), self._text_scale)
        self._application.setFont(interface_font(_current.type.base))
        self._application.setPalette(build_palette(_current.colours))
        self._application.setStyleSheet(build_stylesheet(_current))
        self.changed.emit()

    def _system_scheme(self) -> Scheme:
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT


_current: Tokens = tokens()


def current() -> Tokens:
    """Return the tokens in force."""
    return _current


def beside_text(pixels: int) -> int:
    """Return how large something is that grows with the text: an icon of ``pixels`` at 100 %."""
    return round(pixels * _current.text_scale)
