"""What a coloured mark says: never colour alone, always beside a word."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor

from ui.theme import current


class Tone(StrEnum):
    """The meaning that a colour of the theme carries."""

    NEUTRAL = "neutral"
    GOOD = "good"
    CAUTION = "caution"
    DANGER = "danger"
    INFO = "info"
    ACCENT = "accent"


def colour(tone: Tone) -> QColor:
    """Return the text colour of ``tone`` in the theme in force."""
    colours = current().colours
    return ink(colours.muted if tone is Tone.NEUTRAL else getattr(colours, tone.value))


@lru_cache(maxsize=64)
def ink(name: str) -> QColor:
    """Return the colour of a token (``#RRGGBB``); shared by who paints at every step: leave it as it is."""
    return QColor(name)
