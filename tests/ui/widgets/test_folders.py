"""The folder of each purpose is remembered, also by the next start; one that is gone is not offered."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.widgets.folders import Folders


def documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def test_each_purpose_has_its_own(tmp_path: Path) -> None:
    folders = Folders()
    folders.remember("export", tmp_path)
    assert folders.last("export") == tmp_path
    assert folders.last("photos") == documents()


def test_the_next_start_knows_it(tmp_path: Path) -> None:
    first, file = Folders(), tmp_path / "windows.ini"
    first.keep_in(file)
    first.remember("export", tmp_path)
    second = Folders()
    second.keep_in(file)
    assert second.last("export") == tmp_path


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    folders, stick = Folders(), tmp_path / "USB"
    stick.mkdir()
    folders.remember("export", stick)
    shutil.rmtree(stick)
    assert folders.last("export") == documents()
