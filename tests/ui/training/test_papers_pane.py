"""Documents of the tray: laid down, taken away, their code on the clipboard, failures told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator import VirtualReaders
from tests.support.widgets import child
from ui.tasks import Tasks
from ui.training.environment import CITIZEN_READER
from ui.training.papers import PAPERS, Papers
from ui.training.papers_pane import PapersPane


@pytest.fixture
def pane(tmp_path: Path, readers: VirtualReaders, tasks: Tasks, qtbot: QtBot) -> PapersPane:
    made = PapersPane(Papers(tmp_path, readers), tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def press(pane: PapersPane, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(child(pane, QPushButton, f"tray.{name}"), Qt.MouseButton.LeftButton)


def test_laid_down_and_taken_away(pane: PapersPane, readers: VirtualReaders, qtbot: QtBot) -> None:
    away = child(pane, QPushButton, "tray.takeAway")
    assert not away.isEnabled()
    press(pane, qtbot, "lay.citizen")
    qtbot.waitUntil(away.isEnabled)
    assert readers.look(-1, 0)[1][CITIZEN_READER].atr is not None
    assert child(pane, QPushButton, "tray.lay.citizen").text() == "On the reader"
    press(pane, qtbot, "takeAway")
    assert readers.look(-1, 0)[1][CITIZEN_READER].atr is None


def test_the_code_goes_to_the_clipboard(pane: PapersPane, qtbot: QtBot) -> None:
    press(pane, qtbot, "copy.citizen")
    assert QGuiApplication.clipboard().text() == PAPERS[0].code


@pytest.mark.expects_log("no training document: IsADirectoryError")
def test_a_folder_that_cannot_be_written_is_told(pane: PapersPane, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "documents-VNM.pem").mkdir()
    press(pane, qtbot, "lay.citizen")
    qtbot.waitUntil(pane._problem.isVisible)
