"""Text of people and centres set into labels: everything escaped, colours from the theme in force."""

from __future__ import annotations

from html import escape

from ui.theme import current


def paragraphs(text: str) -> str:
    """Return outside text with its line breaks, harmless."""
    return escape(text).replace("\n", "<br>")


def strong(text: str) -> str:
    """Return text in bold."""
    return f"<b>{escape(text)}</b>"


def muted(text: str) -> str:
    """Return text in the muted colour."""
    return coloured(text, current().colours.muted)


def coloured(text: str, colour: str) -> str:
    """Return text in ``colour`` (``#RRGGBB``); nothing for nothing."""
    return f'<span style="color:{colour}">{paragraphs(text)}</span>' if text else ""


def lines(parts: list[str], gap: int = 6) -> str:
    """Return the markup parts that are not empty one under the other, ``gap`` pixels apart."""
    return "".join(f'<p style="margin:0 0 {gap}px 0">{part}</p>' for part in parts if part)
