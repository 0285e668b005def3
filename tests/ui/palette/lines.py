"""Lines of a palette that write down what was done."""

from __future__ import annotations

from collections.abc import Callable

from ui.palette.entry import Entry, Kind


def line(
    text: str, kind: Kind = Kind.COMMAND, run: Callable[[], None] = lambda: None, key: str = ""
) -> Entry:
    """Return a line of the palette."""
    return Entry(text, kind, run, key)
