"""A template is found by letters of its name or words and put where it belongs; nothing by accident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.templates import Template
from desktop_app.domain.workflow import Command
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace
from ui.commands.template_field import (
    TemplateField,
    offered_for,
    select_open_place,
    template_field,
)
from ui.widgets.fields import TextField

OURS = Template(
    "ours", None, "vi", "Đã nạo vét", "Đội đã nạo vét 😀 tại {place}. Kết quả: ….", unit=city.WARD
)
CITY = Template("city", "in_progress", "vi", "Đã khắc phục", "Sự cố đã xong.")
TEAM = Template("team", None, "vi", "Của tổ", "Tổ đã đến.", unit=city.TEAM)

Open = Callable[..., tuple[TemplateField, TextField]]


@pytest.fixture
def frame(workplace: Workplace, context: Frame, monkeypatch: pytest.MonkeyPatch) -> Frame:
    monkeypatch.setattr(workplace.names, "templates", lambda: [CITY, TEAM, OURS])
    return context


@pytest.fixture
def line(qtbot: QtBot, workplace: Workplace, frame: Frame) -> Open:
    def on(opening: str = "") -> tuple[TemplateField, TextField]:
        target = TextField("text", "Answer", text=opening)
        made = template_field(frame(workplace.first("in_progress")), Command.SUBMIT, target)
        assert made is not None
        for part in (target, made):
            qtbot.addWidget(part)
            part.show()
        return made, target

    return on


def test_own_words_come_first_another_unit_s_not_at_all(workplace: Workplace, frame: Frame) -> None:
    found = offered_for(frame(workplace.first("in_progress")), Command.SUBMIT)
    assert [each.id for each in found] == ["ours", "city"]


def test_without_one_there_is_no_field(workplace: Workplace, frame: Frame) -> None:
    context = frame(workplace.first("in_progress"))
    assert template_field(context, Command.REJECT, TextField("text", "Why")) is None


@pytest.mark.parametrize(("typed", "found"), [("nao vet", "Đã nạo vét"), ("su co", "Đã khắc phục")])
def test_name_and_words_find_it(line: Open, qtbot: QtBot, typed: str, found: str) -> None:
    field, target = line()
    field.editor.setText(typed)
    assert [name.partition(" · ")[0] for name in field.found()] == [found]
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert target.value()
    assert field.editor.text() == ""


def test_down_lists_them_all(line: Open, qtbot: QtBot) -> None:
    field, _target = line()
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert len(field.found()) == 2


def test_slots_are_filled_and_the_blank_is_where_one_writes(line: Open) -> None:
    field, target = line()
    field.insert("ours")
    assert "{place}" not in target.value()
    assert target.editor.textCursor().selectedText() == "…"
    target.editor.insertPlainText("hết ngập")
    assert target.value().endswith("Kết quả: hết ngập.")
    assert not select_open_place(target)


def test_what_was_written_stays_and_what_stood_there_goes(line: Open) -> None:
    field, target = line("Mẫu sẵn có")
    field.insert("city")
    assert target.value() == "Sự cố đã xong."
    started, written = line("Mẫu sẵn có")
    written.restore("Tôi viết. ")
    started.insert("city")
    assert "Tôi viết." in written.value()
    assert "Sự cố đã xong." in written.value()


def test_leaving_the_line_inserts_nothing(line: Open) -> None:
    field, target = line()
    field.editor.setText("nao")
    QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut))
    assert (target.value(), field.editor.text(), field.value()) == ("", "", "")


def test_an_unknown_slot_is_told_and_nothing_inserted(
    line: Open, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workplace.names, "templates", lambda: [replace(CITY, text="{quy_danh}")])
    field, target = line()
    told: list[str] = []
    field.unusable.connect(lambda error: told.append(error.names))
    field.insert("city")
    assert (told, target.value()) == (["{quy_danh}"], "")
