"""Every pair of text and ground that the program uses, computed (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import pytest

from ui.theme.tokens import KIOSK, TABLES, TYPE, Scheme, tokens

GROUNDS = ("background", "surface", "raised", "accent_soft")
INKS = ("text", "muted", "accent", "good", "caution", "danger", "info")


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(scheme: Scheme, ink: str, ground: str) -> None:
    table = TABLES[scheme]
    least = 7.0 if scheme is Scheme.HIGH_CONTRAST else 4.5
    assert contrast(getattr(table, ink), getattr(table, ground)) >= least


@pytest.mark.parametrize("scheme", Scheme)
def test_what_can_be_operated_stands_out(scheme: Scheme) -> None:
    table = TABLES[scheme]
    assert contrast(table.on_accent, table.accent) >= 4.5
    assert contrast(table.surface, table.danger) >= 4.5, "the training ribbon"
    for ground in (table.surface, table.background):
        assert contrast(table.control_border, ground) >= 3.0
        assert contrast(table.accent, ground) >= 3.0, "the focus ring"


@pytest.mark.parametrize("ink", ["text", "coming", "going", "refused", "repeated"])
def test_kiosk_words_are_readable_from_afar(ink: str) -> None:
    assert contrast(getattr(KIOSK, ink), KIOSK.ground) >= 7.0
    assert contrast(KIOSK.on_strip, KIOSK.strip) >= 7.0


def test_text_scale_is_held_within_one_and_two() -> None:
    assert tokens(text_scale=0.3).type == TYPE
    assert tokens(text_scale=1.5).type.base == 21
    assert tokens(text_scale=9).type.title == 2 * TYPE.title
