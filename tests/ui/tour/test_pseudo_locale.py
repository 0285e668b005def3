"""Our texts come back bracketed and longer, with their places to fill; Qt's own are left to Qt."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.language import Language, install, translate
from ui.tour.pseudo_locale import CLOSING, GROWTH, OPENING, PseudoLocale, lengthened


@pytest.mark.parametrize("text", ["Export the list", "{done} of {total}", "Choose …", "<b>All</b>"])
def test_a_text_grows_between_brackets(text: str) -> None:
    grown = lengthened(text)
    assert grown.startswith(OPENING)
    assert grown.endswith(CLOSING)
    assert len(grown) >= len(text) * (1 + GROWTH)
    assert "…" not in grown, "what ends in an ellipsis was cut"


def test_every_text_of_ours_is_lengthened_and_none_of_qt_s(qtbot: QtBot) -> None:
    install(Language.ENGLISH, PseudoLocale())
    assert translate("Export", "{rows} rows written: {path}").format(rows=3, path="x").startswith("[3 rows ")
    assert QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+F"
    install(Language.ENGLISH)
    assert translate("Export", "Stop") == "Stop"
