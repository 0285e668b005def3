"""The buttons offer what can be done, by mouse and by Alt with their number."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.photos.viewer_bar import Offer, ViewerBar


@pytest.fixture
def bar(qtbot: QtBot) -> ViewerBar:
    made = ViewerBar()
    qtbot.addWidget(made)
    return made


def test_every_button_has_a_name_to_be_read(bar: ViewerBar) -> None:
    names = ("before", "next", "smaller", "larger", "fit", "full", "turn", "compare", "copy", "cover", "lay")
    assert all(bar.button(name).accessibleName() for name in names)


def test_what_cannot_be_done_is_not_offered(bar: ViewerBar) -> None:
    bar.offer(Offer(shown=False))
    assert not bar.button("next").isEnabled()
    assert bar.button("compare").isHidden()
    assert bar.button("cover").isHidden()
    bar.offer(Offer(step=True, compare=True, decide=True, has_copy=True))
    assert not bar.button("cover").isHidden()
    assert bar.button("next").isEnabled()


def test_numbers_stand_for_the_visible_buttons(bar: ViewerBar) -> None:
    told: list[str] = []
    bar.pressed.connect(told.append)
    bar.offer(Offer(step=True, decide=True))
    bar.press(8)  # compare and copy are hidden: the eighth is the next one
    bar.cover(covering=True)
    bar.press(1)
    bar.press(9)
    assert told == ["cover", "lay"]


def test_buttons_without_room_go_on_in_a_second_line(bar: ViewerBar) -> None:
    bar.offer(Offer(step=True, compare=True, decide=True, has_copy=True))
    whole = sum(bar.button(name).sizeHint().width() for name in ("compare", "copy", "cover"))
    assert bar.minimumSizeHint().width() < whole
    assert bar.heightForWidth(whole) > bar.heightForWidth(5 * whole)
