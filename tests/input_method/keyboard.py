"""Keys injected at the X server: below Qt, above nothing, as a keyboard's own."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tests.input_method.keystrokes import keystrokes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.input_method.keystrokes import Method

_BETWEEN_KEYS_MS = 15
"""A fast typist's pace, several times over."""


class Keyboard:
    """Types into whatever window has the focus."""

    def __init__(self, display: Mapping[str, str], method: Method) -> None:
        self._environment = {"PATH": os.defpath, "LANG": "C.UTF-8", **display}
        self._method = method
        self.strokes = 0

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key or a combination by its X name (``ctrl+Return``)."""
        self._run("key", "--clearmodifiers", "--repeat", str(times), "--delay", str(_BETWEEN_KEYS_MS), keys)
        self.strokes += times

    def write(self, text: str) -> None:
        """Write a Vietnamese text as its keys; a line break is Return."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            self._type(keystrokes(line, self._method))

    def write_plain(self, text: str) -> None:
        """Write characters that are their own keys (a PIN, a code)."""
        self._type(text)

    def give_focus(self, title: str) -> None:
        """Bring the window whose title begins with ``title`` to the front."""
        self._run("search", "--onlyvisible", "--name", f"^{title}", "windowactivate", "--sync", "%1")

    def _type(self, keys: str) -> None:
        if keys:
            self._run("type", "--clearmodifiers", "--delay", str(_BETWEEN_KEYS_MS), "--", keys)
            self.strokes += len(keys)

    def _run(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words], env=self._environment, check=True, timeout=60, capture_output=True
        )
