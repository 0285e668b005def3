"""A form keeps its fields by the payload's names: values, problems and the way back after a refusal."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.language import Language, current, install
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
    assert made.show_problem("code", lambda: "Fill it in.")
    assert made.show_problem("text", lambda: "Too long.")
    assert made.field("code").problem() == ""
    assert made.field("text").problem() == "Too long."
    made.clear_problems()
    assert made.field("text").problem() == ""


def test_a_problem_of_no_field_is_not_swallowed(qtbot: QtBot) -> None:
    made = form(qtbot)
    assert not made.show_problem("payload", lambda: "Malformed.")
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


def test_a_problem_follows_the_language(qtbot: QtBot) -> None:
    made = form(qtbot)
    said = {Language.ENGLISH: "Too long.", Language.VIETNAMESE: "Quá dài."}
    install(Language.ENGLISH)
    made.show_problem("text", lambda: said[current()])
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: made.field("text").problem() == "Quá dài.", timeout=20_000)
    made.clear_problems()
    install(Language.ENGLISH)
    made.retranslate()
    assert made.field("text").problem() == ""


def test_a_form_in_its_place_says_the_same_and_takes_no_keyboard(qtbot: QtBot) -> None:
    made, again = form(qtbot), form(qtbot)
    made.show_problem("place", lambda: "Unknown.")
    again.field("code").editor.setFocus()
    before = again.focusWidget()
    again.take_problem_of(made)
    assert again.field("place").problem() == "Unknown."
    assert again.focusWidget() is before
    again.take_problem_of(form(qtbot))
    assert again.field("place").problem() == "Unknown."
