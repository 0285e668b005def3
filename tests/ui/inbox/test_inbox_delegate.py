"""Two lines a row; the deadline in its tone; marks in the gutter; the selection and the focus in sight."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.inbox.inbox_delegate import InboxDelegate
from ui.inbox.inbox_model import ROW_TEXT
from ui.theme import current
from ui.vocabulary.due_groups import DueGroup
from ui.vocabulary.row_text import RowText
from ui.widgets.deadline import DeadlineMark
from ui.widgets.tone import Tone, colour

LATE = DeadlineMark("3 WD late", "", Tone.DANGER)


@dataclass
class Row:
    """What differs between the rows painted here."""

    deadline: DeadlineMark | None = None
    new: bool = False
    unsent: bool = False
    conflict: bool = False
    group: DueGroup = DueGroup.NONE

    def text(self) -> RowText:
        """Return the whole row."""
        return RowText(
            "r",
            "Đường ngập",
            "P. Thuận Hóa",
            self.deadline,
            self.new,
            self.unsent,
            self.conflict,
            "",
            self.group,
        )


class OneRow(QAbstractListModel):
    """A model of one finished row."""

    def __init__(self, row: Row | None) -> None:
        super().__init__()
        self._row = row

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]  # noqa: B008
        """One."""
        return 1

    def data(self, index: QModelIndex, role: int = 0) -> RowText | None:  # type: ignore[override]
        """Return the row."""
        return self._row.text() if self._row and role == ROW_TEXT else None


def painted(
    row: Row | None,
    state: QStyle.StateFlag = QStyle.StateFlag.State_None,
    delegate: InboxDelegate | None = None,
) -> QImage:
    delegate, model = delegate or InboxDelegate(), OneRow(row)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, delegate.sizeHint(option, model.index(0)).height())
    option.state = state
    picture = QImage(400, option.rect.height(), QImage.Format.Format_RGB32)
    picture.fill(QColor(current().colours.surface))
    with QPainter(picture) as painter:
        delegate.paint(painter, option, model.index(0))
    return picture


def colours(picture: QImage, left: int, right: int) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(left, right) for y in range(picture.height())}


def test_the_deadline_stands_at_the_right_in_its_tone(qtbot: QtBot) -> None:
    danger = colour(Tone.DANGER).name()
    assert danger in colours(painted(Row(deadline=LATE)), 300, 400)
    assert danger not in colours(painted(Row()), 300, 400)


@pytest.mark.parametrize("marked", [Row(new=True), Row(unsent=True), Row(conflict=True)])
def test_a_mark_stands_in_the_gutter(qtbot: QtBot, marked: Row) -> None:
    assert len(colours(painted(marked), 0, 22)) > len(colours(painted(Row()), 0, 22))


def test_selection_and_focus_are_seen(qtbot: QtBot) -> None:
    soft = QColor(current().colours.accent_soft).name()
    accent = QColor(current().colours.accent).name()
    selected = painted(Row(), QStyle.StateFlag.State_Selected)
    assert {soft, accent} <= colours(selected, 0, 400)
    assert accent in colours(painted(Row(), QStyle.StateFlag.State_HasFocus), 0, 400)
    assert accent not in colours(painted(Row()), 0, 400)


def test_a_row_that_is_gone_paints_its_ground_only(qtbot: QtBot) -> None:
    assert len(colours(painted(None), 30, 300)) == 2


def test_a_dense_row_is_lower_and_tells_the_same(qtbot: QtBot) -> None:
    dense = InboxDelegate()
    dense.dense = True
    low = painted(Row(deadline=LATE), delegate=dense)
    assert low.height() < 0.7 * painted(Row()).height()
    assert colour(Tone.DANGER).name() in colours(low, 300, 400)
    assert len(colours(low, 30, 300)) > 2


def test_the_first_row_of_a_group_carries_its_name(qtbot: QtBot) -> None:
    grouped = InboxDelegate()
    grouped.grouped = True
    row = Row(group=DueGroup.TODAY)
    ground = QColor(current().colours.control_border).name()
    assert ground in colours(painted(row, delegate=grouped), 0, 400)
    assert ground not in colours(painted(row), 0, 400)


def test_the_words_searched_for_are_marked(qtbot: QtBot) -> None:
    searched = InboxDelegate()
    searched.terms = ("ngap", "thuan")
    accent = QColor(current().colours.accent).name()
    assert accent in colours(painted(Row(), delegate=searched), 22, 400)
    searched.terms = ("cho",)
    assert accent not in colours(painted(Row(), delegate=searched), 22, 400)
