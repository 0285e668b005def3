"""*Giao ca* on screen: what is open, handed over, taken over, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.hotline import Handover, HotlineCommand, OpenItem
from desktop_app.domain.payloads import encode
from desktop_app.news import ShiftsChanged
from desktop_app.triage.calls import CallDraft
from tests.ui.hotline.conftest import Desk
from ui.hotline.shift_page import ShiftPage


@pytest.fixture
def shift(desk: Desk, qtbot: QtBot) -> ShiftPage:
    made = ShiftPage(desk.workplace.session, desk.core, desk.workplace.bridge)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def told(page: ShiftPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def listed(page: ShiftPage, name: str) -> QListWidget:
    found = page.findChild(QListWidget, f"{name}.list")
    assert found is not None
    return found


def of_another(desk: Desk) -> Handover:
    at = desk.workplace.clock.now()
    return Handover("0198", 1, "o-9", "Châu Thế Vỹ", at, "Tai nghe hỏng", (OpenItem("048 213", "Gọi lại"),))


def put(desk: Desk, handover: Handover) -> None:
    with desk.workplace.store.write() as tx:
        desk.workplace.store.handovers.put(tx, encode(handover))


def test_what_a_caller_waits_for_is_handed_over_with_notes(shift: ShiftPage, desk: Desk) -> None:
    desk.calls.take(CallDraft(text="Cây đổ", address="Lê Lợi", promise="Báo kết quả"))
    shift.take_focus()
    assert "Báo kết quả" in listed(shift, "shift.open").item(0).text()
    notes = shift.findChild(QPlainTextEdit, "field.notes")
    assert notes is not None
    notes.setPlainText("Máy 2 hỏng tai nghe")
    shift.hand_over()
    pending = desk.workplace.store.outbox.waiting()[-1]
    assert pending.event.type is HotlineCommand.HAND_OVER
    assert [item["promise"] for item in pending.event.payload["items"]] == ["Báo kết quả"]
    assert "held for undo" in listed(shift, "shift.before").item(0).text()
    shift.undo()
    assert listed(shift, "shift.before").count() == 0
    assert notes.toPlainText() == "Máy 2 hỏng tai nghe"


def test_nothing_to_say_is_said_beside_the_notes(shift: ShiftPage, desk: Desk) -> None:
    shift.hand_over()
    assert "This must not be empty." in told(shift)
    assert desk.workplace.store.outbox.waiting() == []


def test_the_next_one_reads_and_takes_over(shift: ShiftPage, desk: Desk, qtbot: QtBot) -> None:
    put(desk, of_another(desk))
    desk.workplace.bus.publish(ShiftsChanged())
    before = listed(shift, "shift.before")
    qtbot.waitUntil(lambda: before.count() == 1, timeout=20_000)
    assert "nobody has taken it over yet" in before.item(0).text()
    take = shift.findChild(QPushButton, "shift.before.takeOver")
    assert take is not None
    assert not take.isEnabled()
    before.setCurrentRow(0)
    assert "Tai nghe hỏng\n• 048 213 · Gọi lại" in told(shift)
    take.click()
    assert "Lê Thị Khánh Vân took over" in before.item(0).text()
    assert not take.isEnabled()


def test_ones_own_shift_and_one_taken_cannot_be_taken(shift: ShiftPage, desk: Desk) -> None:
    handover = of_another(desk)
    put(desk, replace(handover, by=desk.workplace.session.person.id))
    put(desk, replace(handover, id="0199", taken_by="o-8", taken_by_name="Ai đó", taken_at=handover.at))
    shift.refresh()
    take = shift.findChild(QPushButton, "shift.before.takeOver")
    assert take is not None
    for row in range(2):
        listed(shift, "shift.before").setCurrentRow(row)
        assert not take.isEnabled()
    shift.take_over()
    assert "not yours" in told(shift) or "no longer possible" in told(shift)
