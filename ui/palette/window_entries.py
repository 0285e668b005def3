"""What the window offers in the palette: its table of shortcuts, and the pages of the guide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ui import shortcuts
from ui.guide import pages, title_of
from ui.language import translate
from ui.palette.entry import Entry, Kind


def key_entries(keys: tuple[shortcuts.Key, ...], place: QObject, *, without: frozenset[str]) -> list[Entry]:
    """Return a line for every key that ``place`` hears, except those named."""
    return [
        Entry(translate("Keys", key.does), Kind.PAGE, getattr(place, key.method), shortcuts.native(key))
        for key in keys
        if key.method and key.name not in without
    ]


def guide_entries(open_page: Callable[[str], None]) -> list[Entry]:
    """Return a line for every page of the guide."""
    said = translate("Palette", "Guide: {page}")
    return [Entry(said.format(page=title_of(name)), Kind.PAGE, partial(open_page, name)) for name in pages()]
