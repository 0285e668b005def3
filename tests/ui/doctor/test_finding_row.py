"""A row says the verdict by word and icon; a remedy only where something is to be done."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part
from ui.doctor.finding_row import FindingRow


def words(finding: Finding, qtbot: QtBot) -> list[str]:
    row = FindingRow(finding)
    qtbot.addWidget(row)
    assert not row.findChildren(QLabel)[0].pixmap().isNull()
    return [label.text() for label in row.findChildren(QLabel) if label.text()]


def test_a_fault_names_reader_remedy_and_code(qtbot: QtBot) -> None:
    finding = find(Part.DRIVER, "reader_not_answering", "Reader A")
    shown = words(finding, qtbot)
    assert shown[:2] == ["fault", "Driver"]
    assert shown[2] == "Reader A: The reader does not answer."
    assert shown[3].startswith("Unplug the reader")
    assert shown[-1] == finding.code


def test_what_is_good_needs_no_remedy(qtbot: QtBot) -> None:
    finding = find(Part.CLOCK, "clock_right")
    assert words(finding, qtbot) == ["good", "Clock", "The computer's clock is right.", finding.code]
