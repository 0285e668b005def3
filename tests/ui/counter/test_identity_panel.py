"""Name, number, badge and rows; private fields once, on purpose, and gone with the visit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cardio.cccd.dg13 import Field as ChipField
from cardio.emrtd.dg2 import Face
from desktop_app.reception.fields import PRIVATE, Field
from desktop_app.reception.view import View
from tests.support.widgets import child
from tests.ui.counter.views import read, scanned
from ui.counter.face import FaceFrame
from ui.counter.field_row import FieldRow
from ui.counter.identity_panel import IdentityPanel
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice


@pytest.fixture
def panel(qtbot: QtBot) -> IdentityPanel:
    made = IdentityPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(panel: IdentityPanel) -> set[str]:
    return {row.objectName().rpartition(".")[2] for row in panel.findChildren(FieldRow) if not row.isHidden()}


def test_nothing_of_anybody_at_first(panel: IdentityPanel) -> None:
    panel.show_view(View())
    assert panel.isHidden()
    assert shown(panel) == set()


def test_who_it_is(panel: IdentityPanel) -> None:
    panel.show_view(read())
    assert child(panel, QLabel, "counter.name").text() == "Trần Thị Bích"
    assert child(panel, QLabel, "counter.number").text() == "046 199 012 345"
    assert child(panel, Chip, "counter.badge").text() == "Genuine"
    assert shown(panel) == {one.value for one in Field} - {"document", "origin", "birthplace", "old_number"}


def test_private_fields_are_no_rows_and_come_one_by_one(panel: IdentityPanel, qtbot: QtBot) -> None:
    panel.show_view(read())
    more = child(panel, QPushButton, "counter.private")
    assert more.isVisible()
    menu = more.menu()
    assert menu is not None
    asked: list[ChipField] = []
    panel.private_asked.connect(asked.append)
    for action in menu.actions():
        action.trigger()
    assert tuple(asked) == PRIVATE
    panel.show_private(ChipField.RELIGION, "Không")
    notice = child(panel, Notice, "counter.private.notice")
    assert notice.title() == "Religion: Không"
    panel.show_view(scanned())
    assert notice.isHidden()
    assert notice.title() == ""


def test_the_photo_goes_with_the_visit(panel: IdentityPanel) -> None:
    panel.show_view(replace(read(), face=Face("jpeg", b"")))
    panel.show_picture(QImage(24, 32, QImage.Format.Format_RGB888))
    assert child(panel, FaceFrame).has_picture()
    panel.show_view(View())
    assert not child(panel, FaceFrame).has_picture()
