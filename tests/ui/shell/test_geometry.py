"""A window comes back where it was; a damaged file counts as none."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.geometry import Geometry


def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_size_comes_back(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = window(qtbot), window(qtbot)
    first.resize(612, 433)
    Geometry(tmp_path / "w.ini", "main").keep(first)
    Geometry(tmp_path / "w.ini", "main").restore(second, QSize(100, 100))
    assert second.size() == QSize(612, 433)


def test_a_damaged_file_counts_as_none(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "w.ini").write_bytes(b"[main]\ngeometry=@ByteArray(\x00\xff nonsense)\n")
    made = window(qtbot)
    Geometry(tmp_path / "w.ini", "main").restore(made, QSize(320, 240))
    assert made.size() == QSize(320, 240)
