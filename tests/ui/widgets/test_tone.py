"""Each tone has its colour of the theme in force; neutral is the muted one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Scheme, Theme, current
from ui.widgets.tone import Tone, colour


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.NEUTRAL])
def test_a_tone_is_the_theme_s_colour_of_its_name(tone: Tone) -> None:
    assert colour(tone).name().upper() == getattr(current().colours, tone.value)


def test_neutral_is_muted_and_follows_the_scheme(qapp: QApplication) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    light = colour(Tone.NEUTRAL)
    theme.choose(Scheme.DARK)
    assert colour(Tone.NEUTRAL).name().upper() == current().colours.muted
    assert colour(Tone.NEUTRAL) != light
    theme.choose(Scheme.LIGHT)
