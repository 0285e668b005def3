"""A row says the verdict by word and icon; a remedy only where something is to be done."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part, Verdict
from ui.doctor.finding_row import FindingRow
from ui.language import Language, install
from ui.theme import Theme
from ui.theme.tokens import Scheme
from ui.widgets.wrapped_text import WrappedText


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


def test_sentences_stand_below_each_other_whatever_the_verdict(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp, Scheme.LIGHT, 2.0)
    install(Language.VIETNAMESE)
    beginnings = set()
    for finding in (find(Part.CARD, "reader_not_answering", "Reader A"), find(Part.CLOCK, "clock_right")):
        row = FindingRow(replace(finding, verdict=Verdict.UNKNOWN if finding.subject else finding.verdict))
        qtbot.addWidget(row)
        row.resize(1800, 120)
        row.grab()  # lays it out
        beginnings.add(row.findChildren(WrappedText)[0].x())
    assert len(beginnings) == 1
