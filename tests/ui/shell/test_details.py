"""The popup over the strip says how the connection stands and what to do."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.news import Contact, SyncStatus
from tests.support.widgets import child
from ui.shell.details import ConnectionDetails


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def texts(details: ConnectionDetails) -> list[str]:
    return [label.text() for label in details.findChildren(QLabel) if not label.isHidden()]


def test_counts_age_and_advice(place: QWidget) -> None:
    details = ConnectionDetails(place)
    at = datetime(2026, 11, 21, 3, 5, tzinfo=UTC)
    status = SyncStatus(Contact.OFFLINE, at, waiting=3, needs_person=1, error="unreachable")
    details.unfold(status, place, can_show_waiting=True)
    said = texts(details)
    assert {"Working offline", "21/11/2026 10:05", "3", "1"} <= set(said)
    assert any("Go on working" in text for text in said)
    details.hide()


def test_nothing_to_advise_and_nobody_signed_in(place: QWidget) -> None:
    details = ConnectionDetails(place)
    details.unfold(SyncStatus(), place, can_show_waiting=False)
    assert "never" in texts(details)
    assert child(details, QPushButton, "connection.waiting").isHidden()
    details.hide()


def test_what_waits_can_be_asked_for(place: QWidget, qtbot: QtBot) -> None:
    details = ConnectionDetails(place)
    details.unfold(SyncStatus(waiting=1), place, can_show_waiting=True)
    with qtbot.waitSignal(details.waiting_asked):
        qtbot.mouseClick(details.findChild(QPushButton, "connection.waiting"), Qt.MouseButton.LeftButton)
    assert details.isHidden()
