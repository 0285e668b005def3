"""Fonts with their metrics for widgets that paint by hand: found once, not at every paint."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import interface_font


class Pen(NamedTuple):
    """A font and what it measures; shared: leave the font as it is."""

    font: QFont
    metrics: QFontMetrics


@lru_cache(maxsize=32)
def pen(pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> Pen:
    """Return the interface font in a size (see ``TypeScale``) and weight."""
    font = interface_font(pixel_size)
    font.setWeight(weight)
    return Pen(font, QFontMetrics(font))
