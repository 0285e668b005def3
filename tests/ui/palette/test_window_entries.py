"""The window's lines are its table of keys and the guide."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.guide import pages
from ui.palette.window_entries import guide_entries, key_entries
from ui.shortcuts import Key


class Place(QWidget):
    """Hears one key and leaves the other to a list."""

    heard = 0

    def act(self) -> None:
        """Do it."""
        self.heard += 1


def test_every_key_with_a_method_is_a_line_except_those_left_out(qtbot: QtBot) -> None:
    place = Place()
    qtbot.addWidget(place)
    keys = (Key("a", "Ctrl+F9", "Lock the desk", "act"), Key("b", "Return", "x"), Key("c", "F8", "y", "act"))
    found = key_entries(keys, place, without=frozenset({"c"}))
    assert [(each.text, each.key) for each in found] == [("Lock the desk", "Ctrl+F9")]
    found[0].run()
    assert place.heard == 1


def test_every_page_of_the_guide_opens(qtbot: QtBot) -> None:
    opened: list[str] = []
    for each in guide_entries(opened.append):
        assert each.text.startswith("Guide: ")
        each.run()
    assert opened == pages()
