"""The page examines by itself, follows the readers, copies without names, and shows the codes as QR."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.doctor.finding import Part, Verdict
from tests.journeys.workbench import DESK, Workbench
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.doctor import texts
from ui.doctor.finding_row import FindingRow
from ui.doctor.page import DoctorPage
from ui.language import Language, install
from ui.tasks import Tasks


@pytest.fixture
def page(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> DoctorPage:
    made = DoctorPage(bench.core, bench_bridge, tasks)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    qtbot.waitUntil(lambda: bool(made.findings()), timeout=20_000)
    return made


def cause(page: DoctorPage, part: Part) -> str:
    return next(finding.cause for finding in page.findings() if finding.part is part)


def rows(page: DoctorPage, wanted: str) -> list[FindingRow]:
    return [row for row in page.findChildren(FindingRow) if row.finding.cause == wanted]


def press(page: DoctorPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(child(page, QPushButton, f"doctor.{name}"), Qt.MouseButton.LeftButton)


def test_it_examines_when_it_comes_up(page: DoctorPage) -> None:
    rows = page.findChildren(FindingRow)
    assert [row.finding for row in rows] == sorted(page.findings(), key=texts.urgency)
    assert {finding.part for finding in page.findings()} == set(Part)
    assert child(page, QLabel, "doctor.summary").text().startswith(("Everything", "Faults"))


def test_it_follows_the_readers(page: DoctorPage, bench: Workbench, qtbot: QtBot) -> None:
    assert cause(page, Part.CARD) == "no_card"
    bench.insert(bench.city.card("o-handler", tries=1))
    qtbot.waitUntil(lambda: any(row.isVisible() for row in rows(page, "pin_last_try")), timeout=20_000)
    (row,) = rows(page, "pin_last_try")
    assert row.finding.verdict is Verdict.CAUTION
    assert row.finding.code in row.accessibleDescription()
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: cause(page, Part.CARD) == "no_card", timeout=20_000)


def test_the_copied_text_helps_and_names_nobody(page: DoctorPage, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler"))
    qtbot.waitUntil(lambda: cause(page, Part.CARD) == "card_answers", timeout=20_000)
    press(page, qtbot, "copy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Card doctor · IOC Desk")
    assert all(finding.code in text for finding in page.findings())
    assert "handler" not in text
    assert str(bench.core.home.root) not in text
    assert child(page, QLabel, "doctor.summary").text().startswith("Copied")


def test_the_qr_code_holds_the_codes(page: DoctorPage, bench: Workbench, qtbot: QtBot) -> None:
    panel = child(page, QFrame, "doctor.qrPanel")
    assert panel.isHidden()
    press(page, qtbot, "qr")
    assert not panel.isHidden()
    assert page._qr.accessibleDescription().startswith("IOC-DESK ")
    assert bench.core.enrolment is not None
    assert bench.core.enrolment.workstation_id[:8].upper() in page._qr.accessibleDescription()


def test_another_examination_by_hand(page: DoctorPage, bench: Workbench, qtbot: QtBot) -> None:
    bench.gate.refuse()
    press(page, qtbot, "examine")
    qtbot.waitUntil(lambda: cause(page, Part.NETWORK) == "unreachable", timeout=20_000)
    assert "Faults: 1" in child(page, QLabel, "doctor.summary").text()


@pytest.mark.parametrize("language", Language)
def test_nothing_scrolls_sideways(page: DoctorPage, qtbot: QtBot, language: Language) -> None:
    install(language)
    qtbot.waitUntil(lambda: page.heading.text() in {"Card doctor", "Khám thẻ"})
    page.resize(800, 600)
    assert page.minimumSizeHint().width() <= 800
    with qtbot.waitSignal(page.readers_asked):
        press(page, qtbot, "readers")
    with qtbot.waitSignal(page.back_asked):
        press(page, qtbot, "back")
