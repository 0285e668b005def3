"""The summary says what will happen, and asks for a PIN only where something is signed, and only once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from tests.ui.approvals.test_round import report
from ui.approvals.round import Decided, Verdict
from ui.approvals.summary import Summary

APPROVED, BACK = Decided(report(1), Verdict.APPROVE), Decided(report(2), Verdict.SEND_BACK, "Thiếu ảnh")


@pytest.fixture
def summary(qtbot: QtBot) -> Summary:
    made = Summary()
    qtbot.addWidget(made)
    made.show()
    made.show_decided([APPROVED, BACK])
    return made


def pin(summary: Summary) -> QLineEdit:
    return child(summary, QLineEdit, "approvals.pin")


def test_every_decision_has_its_line(summary: Summary) -> None:
    lines = child(summary, QListWidget, "approvals.list")
    assert [lines.item(row).text() for row in range(lines.count())] == [
        "HUE-1 · t\nApprove",
        "HUE-2 · t\nSend back: Thiếu ảnh",
    ]


def test_enter_confirms_once_there_is_a_pin(summary: Summary, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(summary.confirmed), qtbot.waitSignal(summary.pin_missed):
        qtbot.keyClick(pin(summary), Qt.Key.Key_Return)
    qtbot.keyClicks(pin(summary), "123456")
    with qtbot.waitSignal(summary.confirmed):
        qtbot.keyClick(pin(summary), Qt.Key.Key_Return)
    assert summary.take_pin() == bytearray(b"123456")
    assert pin(summary).text() == ""


def test_while_the_card_signs_nothing_is_taken_in(summary: Summary, qtbot: QtBot) -> None:
    qtbot.keyClicks(pin(summary), "123456")
    summary.hold(on=True)
    with qtbot.assertNotEmitted(summary.confirmed):
        summary.confirm()
    summary.hold(on=False)
    with qtbot.waitSignal(summary.confirmed):
        summary.confirm()
    summary.forget()
    assert pin(summary).text() == ""


def test_what_only_goes_back_needs_no_pin(summary: Summary, qtbot: QtBot) -> None:
    summary.show_decided([BACK])
    assert pin(summary).isHidden()
    with qtbot.waitSignal(summary.confirmed):
        qtbot.mouseClick(child(summary, QPushButton, "approvals.sign"), Qt.MouseButton.LeftButton)


def test_a_reader_with_keys_takes_the_pin_itself(summary: Summary, qtbot: QtBot) -> None:
    summary.show_pad(on=True)
    assert pin(summary).isHidden()
    with qtbot.waitSignal(summary.confirmed):
        summary.confirm()
    assert summary.take_pin() == bytearray()


def test_the_capacity_is_chosen_for_the_whole_list(summary: Summary) -> None:
    assert summary.capacity == ""
    child(summary, QComboBox, "approvals.capacity").setCurrentIndex(1)
    assert summary.capacity == "KT."
    summary.retranslate()
    assert summary.capacity == "KT.", "another language is no other capacity"


def test_what_finds_no_room_beside_the_capacity_stands_under_it(summary: Summary, qtbot: QtBot) -> None:
    box, sign = child(summary, QComboBox, "approvals.capacity"), child(summary, QPushButton, "approvals.sign")

    def tops() -> list[int]:
        return [part.mapTo(summary, QPoint()).y() for part in (box, pin(summary), sign)]

    summary.resize(1200, 400)
    qtbot.waitUntil(lambda: len(set(tops())) == 1, timeout=20_000)
    summary.resize(sign.sizeHint().width() + box.sizeHint().width(), 400)
    qtbot.waitUntil(lambda: tops()[2] > tops()[0], timeout=20_000)
    assert box.width() >= box.sizeHint().width()
    assert sign.width() >= sign.sizeHint().width()
