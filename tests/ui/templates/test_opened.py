"""What can be done with the template that is open is offered, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.templates import EarlierText, Template
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire
from ui.templates.kept import as_written
from ui.templates.opened import Opened

OURS = Template(
    "ours", None, "vi", "Đã nạo vét", "{unit} đã nạo vét: ….", unit=city.WARD, version=2,
    earlier=(EarlierText(1, "Nạo vét", "Bản cũ.", city.LEADER),),
)  # fmt: skip
THEIRS = replace(OURS, id="theirs", unit=None, earlier=())


@pytest.fixture
def opened(qtbot: QtBot, hire: Hire) -> Opened:
    made = Opened(hire(city.LEADER).names, (city.WARD,))
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def offered(opened: Opened) -> set[str]:
    names = ("toList", "save", "copy", "withdraw")
    return {name for name in names if child(opened, QPushButton, f"templates.{name}").isVisible()}


def test_one_s_own_can_be_saved_copied_and_withdrawn(opened: Opened) -> None:
    opened.show_state(OURS, is_kept=True)
    assert offered(opened) == {"save", "copy", "withdraw"}
    assert opened.can_save()
    assert opened.can_withdraw()
    assert not opened.notice.isVisible()


def test_one_of_somebody_else_is_read_and_copied(opened: Opened) -> None:
    opened.show_state(THEIRS, is_kept=True)
    assert offered(opened) == {"save", "copy"}
    assert (opened.can_save(), opened.can_withdraw()) == (False, False)
    assert opened.notice.title().startswith("The city keeps this template")


def test_a_new_one_can_be_thrown_away_once_something_is_kept(opened: Opened) -> None:
    opened.show_state(None, is_kept=False)
    assert offered(opened) == {"save"}
    opened.offer_withdrawal()
    assert offered(opened) == {"save", "withdraw"}


def test_the_way_to_the_list_is_offered_where_it_is_out_of_sight(opened: Opened) -> None:
    asked: list[str] = []
    opened.list_asked.connect(lambda: asked.append("list"))
    opened.show_state(None, is_kept=False)
    opened.offer_list(on=True)
    button = child(opened, QPushButton, "templates.toList")
    assert button.text() == "List of templates (Ctrl+F)"
    button.click()
    assert asked == ["list"]
    opened.offer_list(on=False)
    assert not button.isVisible()


def test_while_the_centre_is_asked_nothing_is_saved(opened: Opened) -> None:
    opened.show_state(OURS, is_kept=True)
    opened.hold(on=True)
    assert not opened.can_save()
    opened.hold(on=False)
    assert opened.can_save()


def test_an_earlier_version_is_put_into_the_form(opened: Opened) -> None:
    opened.editor.show_draft(as_written(OURS))
    opened.show_state(OURS, is_kept=True)
    box = child(opened, QComboBox, "field.version")
    box.setCurrentIndex(box.findData("1"))
    assert (opened.editor.draft().title, opened.editor.draft().text) == ("Nạo vét", "Bản cũ.")
    opened.show_state(THEIRS, is_kept=True)
    assert not box.isVisible()
