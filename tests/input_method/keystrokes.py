"""A Vietnamese text as the keys that Telex or VNI composes it from.

Each letter is followed at once by the keys of its shape and its tone, as a fast typist may do it.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"


class Method(StrEnum):
    """The two ways of typing Vietnamese that offices use; the values are ibus-unikey's."""

    TELEX = "telex"
    VNI = "vni"


_TONES = {
    Method.TELEX: {_ACUTE: "s", _GRAVE: "f", _HOOK: "r", _TILDE: "x", _DOT: "j"},
    Method.VNI: {_ACUTE: "1", _GRAVE: "2", _HOOK: "3", _TILDE: "4", _DOT: "5"},
}
_VNI_SHAPES = {_CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"}


def keystrokes(text: str, method: Method) -> str:
    """Return the keys for ``text``; what has no diacritic is its own key."""
    return "".join(_letter(letter, method) for letter in unicodedata.normalize("NFC", text))


def _letter(letter: str, method: Method) -> str:
    if letter in "đĐ":
        plain = "d" if letter == "đ" else "D"
        return plain + (plain if method is Method.TELEX else "9")
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    shapes = "".join(_shape(base, mark, method) for mark in marks if mark in _VNI_SHAPES)
    tones = "".join(_TONES[method].get(mark, "") for mark in marks)
    return base + shapes + tones


def _shape(base: str, mark: str, method: Method) -> str:
    if method is Method.VNI:
        return _VNI_SHAPES[mark]
    return base.lower() if mark == _CIRCUMFLEX else "w"
