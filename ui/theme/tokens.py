"""The design tokens: every colour, distance, size and duration of the program, in one place.

Three tables of colours share one set of names, so that a widget never asks which scheme is on. Sizes are
logical pixels at a text scale of 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Scheme(StrEnum):
    """Which table of colours is in use."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One table of colours as ``#RRGGBB``.

    ``background`` lies behind everything, ``surface`` under lists and panes, ``raised`` under popups.
    Status colours (``good``, ``caution``, ``danger``, ``info``) are text colours and always come with a
    word and an icon.
    """

    background: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    control_border: str
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    caution: str
    danger: str
    info: str


LIGHT: Final = Colours(
    background="#F7F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    text="#1B1B1F",
    muted="#5F6068",
    border="#E2E2E8",
    control_border="#8A8B94",
    accent="#5E3A8C",
    accent_soft="#EFE8F7",
    on_accent="#FFFFFF",
    good="#17703F",
    caution="#9A5B00",
    danger="#B3261E",
    info="#1F5FA8",
)

DARK: Final = Colours(
    background="#131317",
    surface="#1C1C22",
    raised="#24242C",
    text="#EDEDF2",
    muted="#A6A7B1",
    border="#2E2E37",
    control_border="#767784",
    accent="#C4A7EA",
    accent_soft="#33274A",
    on_accent="#131317",
    good="#6CCB95",
    caution="#E9B15A",
    danger="#FF8A80",
    info="#8FBCEF",
)

HIGH_CONTRAST: Final = Colours(
    background="#000000",
    surface="#000000",
    raised="#000000",
    text="#FFFFFF",
    muted="#E6E6E6",
    border="#FFFFFF",
    control_border="#FFFFFF",
    accent="#FFD54A",
    accent_soft="#2E2600",
    on_accent="#000000",
    good="#8CF0AE",
    caution="#FFD54A",
    danger="#FFADA6",
    info="#9CD3FF",
)

TABLES: Final[dict[Scheme, Colours]] = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.HIGH_CONTRAST: HIGH_CONTRAST,
}


@dataclass(frozen=True, slots=True)
class Kiosk:
    """The colours of the kiosk: on white each of them has a contrast of at least 7:1."""

    ground: str = "#FFFFFF"
    text: str = "#1B1B1F"
    coming: str = "#075C5C"
    going: str = "#754C00"
    refused: str = "#9C1C15"
    repeated: str = "#3A3A42"
    strip: str = "#E4E4EA"
    on_strip: str = "#35353C"


KIOSK: Final = Kiosk()


@dataclass(frozen=True, slots=True)
class Spacing:
    """The 4-pixel grid."""

    tight: int = 4
    small: int = 8
    normal: int = 12
    wide: int = 16
    section: int = 24


SPACING: Final = Spacing()


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Text sizes in pixels; ``counter`` is for counters only."""

    counter: int = 12
    dense: int = 13
    base: int = 14
    heading: int = 16
    title: int = 22
    line_height: float = 1.4

    def scaled(self, factor: float) -> TypeScale:
        """Return the sizes multiplied by ``factor`` (1.0 to 2.0, independent of the system's scale)."""
        return TypeScale(
            counter=round(self.counter * factor),
            dense=round(self.dense * factor),
            base=round(self.base * factor),
            heading=round(self.heading * factor),
            title=round(self.title * factor),
            line_height=self.line_height,
        )


TYPE: Final = TypeScale()

ICON: Final = 16
"""Side of the icon on a button that asks for no other size, in pixels at a text scale of 100 %."""
RADIUS: Final = 6
TARGET: Final = 28
"""Least height of what can be clicked, in pixels."""

MOTION_MS: Final = 150
"""Longest animation, in milliseconds; none where the system asks for none."""
TOAST_MS: Final = 5000
"""How long a toast with *Undo* stays, in milliseconds: the hold of the outbox."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything a widget needs to look right: the colours and sizes in force.

    ``text_scale`` is what the sizes of text are multiplied by, and of the icons beside it.
    """

    scheme: Scheme
    colours: Colours
    type: TypeScale
    text_scale: float = 1.0


def tokens(scheme: Scheme = Scheme.LIGHT, text_scale: float = 1.0) -> Tokens:
    """Return the tokens of ``scheme`` at ``text_scale`` (held within 1.0 to 2.0)."""
    held = min(2.0, max(1.0, text_scale))
    return Tokens(scheme, TABLES[scheme], TYPE.scaled(held), held)
