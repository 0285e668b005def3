"""The bar offers what can be done where the round stands, and tells what was pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.approvals.action_bar import ActionBar, Standing

READING = Standing(
    reading=True, summing_up=False, writing=False, was_read=True, number=2, decided=True
)  # fmt: skip
SUMMING_UP = replace(READING, reading=False, summing_up=True)


@pytest.fixture
def bar(qtbot: QtBot) -> ActionBar:
    made = ActionBar()
    qtbot.addWidget(made)
    made.show_for(READING)
    return made


def offered(bar: ActionBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisibleTo(bar)]


def test_an_answer_can_be_approved_sent_back_or_left(bar: ActionBar) -> None:
    assert offered(bar) == [
        "Approve (Ctrl+Enter)",
        "Send back (Alt+1)",
        "Later (Alt+2)",
        "Answer before (Alt+←)",
        "To the summary (Alt+Enter)",
    ]


def test_before_the_first_decision_there_is_no_way_to_the_summary_nor_back(bar: ActionBar) -> None:
    bar.show_for(replace(READING, number=1, decided=False))
    assert offered(bar) == ["Approve (Ctrl+Enter)", "Send back (Alt+1)", "Later (Alt+2)"]


def test_what_was_not_read_to_its_end_is_read_on(bar: ActionBar) -> None:
    bar.show_for(replace(READING, was_read=False))
    assert offered(bar)[0] == "Read on (Ctrl+Enter)"
    assert "Approve (Ctrl+Enter)" not in offered(bar)


def test_the_summary_has_the_way_back_alone(bar: ActionBar) -> None:
    bar.show_for(replace(SUMMING_UP, number=1))
    assert offered(bar) == ["Answer before (Alt+←)"]


@pytest.mark.parametrize(
    "standing", [replace(READING, writing=True), replace(SUMMING_UP, summing_up=False)]
)  # a panel with buttons of its own; nothing waits
def test_the_bar_gives_way(bar: ActionBar, standing: Standing) -> None:
    assert not bar.isHidden()
    bar.show_for(standing)
    assert bar.isHidden()


def test_each_button_tells_of_itself(bar: ActionBar, qtbot: QtBot) -> None:
    told: dict[str, SignalInstance] = {
        "approve": bar.approve_asked,
        "sendBack": bar.send_back_asked,
        "later": bar.later_asked,
        "before": bar.before_asked,
        "finish": bar.finish_asked,
    }
    for name, asked in told.items():
        button = bar.findChild(QPushButton, f"approvals.{name}")
        assert isinstance(button, QPushButton)
        with qtbot.waitSignal(asked):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
