"""How the program looks: the one table of tokens and what is built from it.

- ``tokens``: colours (light, dark, high contrast), spacing, type scale, durations
- ``palette``: the tokens as ``QPalette``
- ``stylesheet``: the tokens as style sheet; its docstring lists the properties that widgets set
- ``switch``: ``Theme`` applies them and follows the system; ``current()`` for those who paint;
  ``beside_text`` for what grows with the letters
"""

from ui.theme.switch import Theme, beside_text, current, interface_font
from ui.theme.tokens import KIOSK, MOTION_MS, RADIUS, SPACING, TARGET, TOAST_MS, TYPE, Colours, Scheme, Tokens

__all__ = [
    "KIOSK",
    "MOTION_MS",
    "RADIUS",
    "SPACING",
    "TARGET",
    "TOAST_MS",
    "TYPE",
    "Colours",
    "Scheme",
    "Theme",
    "Tokens",
    "beside_text",
    "current",
    "interface_font",
]
