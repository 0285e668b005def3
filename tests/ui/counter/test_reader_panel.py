"""Reader state × activity, and where a reading ended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cardio.document_errors import AccessDenied
from cardio.errors import CardRemoved
from desktop_app.reception.view import Activity, Presence, View
from tests.support.widgets import child
from tests.ui.counter.views import read, scanned
from ui.counter import texts
from ui.counter.reader_panel import ReaderPanel
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice


@pytest.fixture
def panel(qtbot: QtBot) -> ReaderPanel:
    made = ReaderPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def marks(panel: ReaderPanel) -> str:
    labels = (child(panel, QLabel, f"counter.step.{step.value}") for step in texts.STEPS)
    return "".join(label.text()[0] for label in labels)


@pytest.mark.parametrize("presence", Presence)
def test_each_state_of_the_reader_has_its_word(panel: ReaderPanel, presence: Presence) -> None:
    panel.show_view(View("R" if presence is not Presence.NO_READER else "", presence))
    assert child(panel, Chip, "counter.presence").text() == texts.presence(View("R", presence))[1]
    assert child(panel, QLabel, "counter.reader.hint").isVisible()


def test_steps_of_a_reading(panel: ReaderPanel) -> None:
    panel.show_view(scanned())
    assert marks(panel) == "○○○○○"
    for number, step in enumerate(texts.STEPS):
        panel.show_view(View("R", Presence.CARD, activity=step, reached=step, entered=True))
        assert marks(panel) == "✓" * number + "●" + "○" * (4 - number)
    panel.show_view(read())
    assert marks(panel) == "✓✓✓✓✓"


def test_where_it_ended(panel: ReaderPanel) -> None:
    torn = replace(
        read(concluded=False),
        activity=Activity.NONE,
        reached=Activity.PHOTO,
        interrupted=True,
        problem=CardRemoved(),
    )
    panel.show_view(torn)
    assert marks(panel) == "✓✓✓✕○"
    assert child(panel, Notice, "counter.reader.notice").isVisible()
    refused = View("R", Presence.CARD, reached=Activity.IDENTITY, problem=AccessDenied("pace"), entered=True)
    panel.show_view(refused)
    assert marks(panel) == "✕○○○○"
    assert "did not open" in child(panel, Notice, "counter.reader.notice").title()
    panel.show_view(scanned())
    assert child(panel, Notice, "counter.reader.notice").isHidden()


def test_reading_again_is_offered_when_it_can_be_done(panel: ReaderPanel, qtbot: QtBot) -> None:
    again = child(panel, QPushButton, "counter.again")
    panel.show_view(scanned())
    assert again.isHidden()
    panel.show_view(read())
    with qtbot.waitSignal(panel.again_asked):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
