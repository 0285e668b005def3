"""A form keeps its fields by the payload's names: values, problems and the way back after a refusal."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.widgets.fields import ChoiceField, LineField, TextField
from ui.widgets.form import Form


def form(qtbot: QtBot) -> Form:
    made = Form([
        ChoiceField("code", "Reason", (("x", "X"),)),
        LineField("place", "Place"),
        TextField("text", "Text"),
    ])  # fmt: skip
    qtbot.addWidget(made)
    return made


def test_values_come_back_by_name_and_strangers_are_left_out(qtbot: QtBot) -> None:
    made = form(qtbot)
    made.restore({"code": "x", "text": "vì sao", "gone": "1"})
    assert made.values() == {"code": "x", "place": "", "text": "vì sao"}


def test_a_problem_is_shown_beside_its_field_alone(qtbot: QtBot) -> None:
    made = form(qtbot)
    assert made.show_problem("code", "Fill it in.")
    assert made.show_problem("text", "Too long.")
    assert made.field("code").problem() == ""
    assert made.field("text").problem() == "Too long."
    made.clear_problems()
    assert made.field("text").problem() == ""


def test_a_problem_of_no_field_is_not_swallowed(qtbot: QtBot) -> None:
    made = form(qtbot)
    assert not made.show_problem("payload", "Malformed.")
    with pytest.raises(KeyError):
        made.field("payload")


def test_short_fields_share_a_line_and_long_ones_do_not(qtbot: QtBot) -> None:
    made = form(qtbot)
    made.resize(600, 300)
    made.show()
    tops = {name: made.field(name).y() for name in ("code", "place", "text")}
    assert tops["code"] == tops["place"] < tops["text"]
    assert made.field("text").width() > made.field("code").width()


def test_an_edit_of_any_field_is_an_edit_of_the_form(qtbot: QtBot) -> None:
    made = form(qtbot)
    with qtbot.waitSignal(made.edited):
        made.field("code").restore("x")  # type: ignore[arg-type]


def test_a_word_being_composed_is_ended_when_asked_and_never_by_a_look(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = LineField("add", "Tags")
    made = Form([field])
    qtbot.addWidget(made)

    class Composing:
        def commit(self) -> None:
            field.editor.setText("ngập úng")

    monkeypatch.setattr(QGuiApplication, "inputMethod", Composing)
    assert made.values() == {"add": ""}
    made.finish_composing()
    assert made.values() == {"add": "ngập úng"}
