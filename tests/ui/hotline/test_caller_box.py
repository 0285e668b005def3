"""Who called: sealed as typed; of a draft only that somebody was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.triage.calls import CallDraft
from tests.ui import city
from tests.ui.hotline.conftest import Desk
from ui.hotline.caller_box import CallerBox

KEPT = CallDraft(caller="a.b.c.d.e", sealed_at=city.NOW)


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> CallerBox:
    made = CallerBox(desk.calls, desk.workplace.clock.now)
    qtbot.addWidget(made)
    made.show()
    return made


def write(box: CallerBox, **words: str) -> None:
    for name, text in words.items():
        line = box.findChild(QLineEdit, f"field.{name}")
        assert line is not None
        line.setText(text)
        line.textEdited.emit(text)


def state(box: CallerBox) -> str:
    label = box.findChild(QLabel, "hotline.caller.state")
    assert label is not None
    return label.text()


def test_what_is_typed_leaves_sealed(box: CallerBox, desk: Desk) -> None:
    write(box, name="Bà Sáu", phone="0914")
    sealed = box.written(CallDraft()).caller
    assert sealed is not None
    assert (desk.opened(sealed).name, desk.opened(sealed).phone) == ("Bà Sáu", "0914")


def test_what_was_sealed_before_stays_until_written_anew(box: CallerBox) -> None:
    box.show_draft(KEPT)
    assert "Sealed at 10:00" in state(box)
    assert box.written(CallDraft()) == KEPT
    told: list[bool] = []
    box.edited.connect(lambda: told.append(True))
    again = box.findChild(QPushButton, "hotline.caller.again")
    assert again is not None
    again.click()
    assert box.written(replace(KEPT)).caller is None
    assert told == [True]


def test_the_next_call_begins_without_a_caller(box: CallerBox) -> None:
    write(box, name="Bà Sáu")
    box.show_draft(CallDraft())
    assert box.written(CallDraft()).caller is None


def test_a_name_too_long_is_said_beside_its_field(box: CallerBox) -> None:
    write(box, name="x" * 201)
    with pytest.raises(PayloadInvalid) as caught:
        box.written(CallDraft())
    assert box.show_problem(caught.value.field, lambda: "too long")
    assert not box.show_problem("title", lambda: "x")
