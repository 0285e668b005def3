"""A document's tile names its kind, itself and how far it has come."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.pictures.under_way import Stage, UnderWay
from desktop_app.triage.report_files import ReportFile
from ui.language import Language, install
from ui.photos.document_tile import DocumentTile, kind_word
from ui.theme import Scheme, Theme, beside_text

AT = datetime(2026, 11, 20, tzinfo=UTC)


def file(name: str, media_type: str) -> ReportFile:
    return ReportFile("a", "b", name, media_type, 2_400_000, "An", AT, has_thumbnail=False)


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("biên bản.pdf", "application/pdf", "PDF"), ("đơn", "application/pdf", "PDF"),
        ("đơn.docx", "application/msword", "DOCX"), ("đơn", "application/msword", ""),
        ("a.verylong", "application/x", "VERYL"),
    ],
)  # fmt: skip
def test_its_kind_is_what_it_is_else_as_its_name_ends(name: str, media_type: str, kind: str) -> None:
    assert kind_word(file(name, media_type)) == kind


def test_it_is_named_whole_and_painted_otherwise_for_another(qtbot: QtBot) -> None:
    tile = DocumentTile()
    qtbot.addWidget(tile)
    empty = tile.grab().toImage()
    tile.show_file(file("biên bản.pdf", "application/pdf"), UnderWay("b", "e", Stage.WAITING, 9))
    assert tile.accessibleName() == "Document biên bản.pdf, 2.4 MB, Waits to be sent"
    shown = tile.grab().toImage()
    assert shown != empty
    tile.show_file(file("đơn.docx", "application/msword"), None)
    assert tile.grab().toImage() != shown


def test_it_is_named_in_the_language_in_force(qtbot: QtBot) -> None:
    tile = DocumentTile()
    qtbot.addWidget(tile)
    tile.retranslate()
    assert tile.accessibleName() == ""
    tile.show_file(file("biên bản.pdf", "application/pdf"), None)
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: tile.accessibleName() == "Tài liệu biên bản.pdf, 2.4 MB", timeout=20_000)


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_kind_and_name_find_room_whatever_the_size_of_letters(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    Theme(qapp, Scheme.LIGHT, scale)
    tile = DocumentTile()
    qtbot.addWidget(tile)
    tile.show_file(file("biên bản.pdf", "application/pdf"), None)
    line = tile.fontMetrics().height()
    assert tile.height() >= beside_text(22) + line
    assert tile.width() >= beside_text(22) + tile.fontMetrics().horizontalAdvance("PDF") + 3 * 6


def test_it_grows_when_the_letters_do(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    tile = DocumentTile()
    qtbot.addWidget(tile)
    tile.show()
    before = tile.size()
    theme.choose(Scheme.LIGHT, 1.5)
    assert tile.size() == before * 1.5
