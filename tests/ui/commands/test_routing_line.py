"""A proposal says unit, reason and record; without a record it claims none."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.triage.routing import Suggestion
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.commands.routing_line import RoutingLine


def words(line: RoutingLine) -> str:
    label = line.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_it_explains_itself(qtbot: QtBot, workplace: Workplace) -> None:
    line = RoutingLine(Suggestion(city.WARD, 17, 20, True, 40, 50), workplace.names)
    qtbot.addWidget(line)
    unit = workplace.names.unit(city.WARD)
    assert words(line).startswith(f"Proposed: {unit} – 17/20 similar reports (same field and ward).")
    assert "right 40 times of 50" in words(line)
    with qtbot.waitSignal(line.taken):
        child(line, QPushButton, "panel.distribute.takeSuggestion").click()


def test_without_a_record_none_is_claimed(qtbot: QtBot, workplace: Workplace) -> None:
    line = RoutingLine(Suggestion(city.WARD, 3, 4, False, 0, 0), workplace.names)
    qtbot.addWidget(line)
    assert words(line).endswith("similar reports (same field).")
