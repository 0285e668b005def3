"""The screens offices have, and the appearances a person may choose on each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ui.tour.pseudo_locale import PSEUDO

LANGUAGES: Final = ("vi", "en")
EXAMINED: Final = (*LANGUAGES, PSEUDO)
"""The pseudo-locale besides: its texts are for the usual size of letters."""
_USUAL_DPI = 96
_BARS = 80
"""Device pixels that the system's own bars take of a screen's height."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of ``width`` × ``height`` device pixels at ``ratio`` device pixels a logical one.

    ``schemes`` are worn in both languages, the first of them in the pseudo-locale too where ``pseudo`` says
    so; ``text_scale`` is the program's own, in per cent.
    """

    name: str
    width: int
    height: int
    ratio: float = 1.0
    schemes: tuple[str, ...] = ("light",)
    text_scale: int = 100
    pseudo: bool = False

    @property
    def window(self) -> tuple[int, int]:
        """Width and height of a window beside the system's bars, in logical pixels."""
        return round(self.width / self.ratio), round((self.height - _BARS) / self.ratio)

    @property
    def appearances(self) -> tuple[tuple[str, str], ...]:
        """Return scheme and language of each appearance on its own, the first scheme last: it is kept."""
        besides = [(self.schemes[0], PSEUDO)] if self.pseudo and self.schemes else []
        worn = [(scheme, spoken) for scheme in reversed(self.schemes) for spoken in LANGUAGES]
        return (*besides, *worn)

    def describe(self, path: Path) -> str:
        """Write Qt's description of this screen to ``path``; return the platform that shows it.

        As Windows tells a ratio: by more dots an inch, in device pixels, so that pictures have them too.
        """
        screen = {
            "name": self.name,
            "x": 0,
            "y": 0,
            "width": self.width,
            "height": self.height,
            "logicalDpi": round(_USUAL_DPI * self.ratio),
            "logicalBaseDpi": _USUAL_DPI,
            "dpr": 1,
        }
        path.write_text(json.dumps({"screens": [screen]}), encoding="ascii")
        return f"offscreen:configfile={path}"


_EVERY_SCHEME: Final = ("light", "dark", "high_contrast")
SCREENS: Final = (
    Screen("1366x768", 1366, 768, schemes=_EVERY_SCHEME, pseudo=True),
    Screen("1366x768-at-125", 1366, 768, 1.25, _EVERY_SCHEME, pseudo=True),
    Screen("1920x1080-at-200", 1920, 1080, 2.0, _EVERY_SCHEME, pseudo=True),
    Screen("1920x1080-text-200", 1920, 1080, text_scale=200),
)
"""The commonest office screen, alone and at Windows' 125 %; the common large one at 200 %; large letters."""
CHECK: Final = Screen("check", 1366, 768, schemes=(), pseudo=True)
"""The commonest office screen, no pictures: every view is reached and examined."""
