"""Fonts with their metrics for widgets that paint by hand: found once, not at every paint."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import interface_font


class Pen(NamedTuple):
    """A font and what it measures; shared: leave the font as it is."""

    font: QFont
    metrics: QFontMetrics


@lru_cache(maxsize=2048)
def cut(text: str, width: int, pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> str:
    """Return ``text`` in the interface font as far as ``width`` pixels, with … where it goes on."""
    return pen(pixel_size, weight).metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=512)
def advance(text: str, pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> int:
    """Return the width in pixels of a text that is painted again and again."""
    return pen(pixel_size, weight).metrics.horizontalAdvance(text)


@lru_cache(maxsize=32)
def pen(pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> Pen:
    """Return the interface font in a size (see ``TypeScale``) and weight."""
    font = interface_font(pixel_size)
    font.setWeight(weight)
    return Pen(font, QFontMetrics(font))
