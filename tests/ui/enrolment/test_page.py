"""Enrolment at a real centre: what goes wrong is said beside the field it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.attendance import Direction
from tests.journeys.workbench import Workbench, workbench
from tests.support.widgets import child
from ui.enrolment.page import LANES, EnrolmentPage
from ui.tasks import Tasks


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Workbench]:
    """A workstation that is not enrolled."""
    with workbench(tmp_path) as made:
        yield made


@pytest.fixture
def page(stranger: Workbench, tasks: Tasks, qtbot: QtBot) -> EnrolmentPage:
    made = EnrolmentPage(stranger.core, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def submit(page: EnrolmentPage, qtbot: QtBot, url: str, code: str) -> None:
    for name, text in (("url", url), ("code", code)):
        line = page.findChild(QLineEdit, f"enrolment.{name}")
        assert line is not None
        line.clear()
        qtbot.keyClicks(line, text)
    qtbot.mouseClick(page.findChild(QPushButton, "enrolment.submit"), Qt.MouseButton.LeftButton)


def test_a_right_code_makes_a_workstation(page: EnrolmentPage, stranger: Workbench, qtbot: QtBot) -> None:
    submit(page, qtbot, stranger.gate.url, stranger.city.service.codes.mint())
    qtbot.waitUntil(lambda: stranger.core.enrolment is not None)
    qtbot.waitUntil(lambda: page._code.text() == "")
    assert stranger.core.enrolment is not None
    assert stranger.core.enrolment.lane is None, "nobody chose one"


def test_a_wrong_code_is_said_at_the_code(page: EnrolmentPage, stranger: Workbench, qtbot: QtBot) -> None:
    submit(page, qtbot, stranger.gate.url, "AAAABBBBCCCC")
    qtbot.waitUntil(lambda: "not known" in page._code.problem())
    assert page._url.problem() == ""
    assert page._code.text() == "AAAABBBBCCCC", "what was typed stays"
    assert page._button.isEnabled()


def test_a_code_typed_short_is_not_even_sent(page: EnrolmentPage, stranger: Workbench, qtbot: QtBot) -> None:
    submit(page, qtbot, stranger.gate.url, "ABC")
    qtbot.waitUntil(lambda: "12 letters and digits" in page._code.problem())


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://centre.example", "not secure"),
        ("http://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_a_wrong_address_is_said_at_the_address(
    page: EnrolmentPage, qtbot: QtBot, url: str, said: str
) -> None:
    submit(page, qtbot, url, "AAAABBBBCCCC")
    qtbot.waitUntil(lambda: said in page._url.problem(), timeout=20_000)
    assert page._code.problem() == ""


def test_nothing_typed_is_said_at_once(page: EnrolmentPage, qtbot: QtBot) -> None:
    submit(page, qtbot, "", "")
    assert "must not be empty" in page._url.problem()


@pytest.mark.parametrize(("row", "lane"), list(enumerate(LANES)))
def test_the_lane_is_chosen_with_the_code(
    page: EnrolmentPage, stranger: Workbench, qtbot: QtBot, row: int, lane: Direction | None
) -> None:
    child(page, QComboBox, "enrolment.lane").setCurrentIndex(row)
    submit(page, qtbot, stranger.gate.url, stranger.city.service.codes.mint())
    qtbot.waitUntil(lambda: stranger.core.enrolment is not None, timeout=20_000)
    assert stranger.core.enrolment is not None
    assert stranger.core.enrolment.lane is lane
