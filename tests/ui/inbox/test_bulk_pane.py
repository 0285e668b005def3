"""Several reports chosen: how many, which, what may be done, what was refused."""

from __future__ import annotations

from collections import deque

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import Nothing, Payload, PayloadInvalid, Prioritise, Text
from desktop_app.domain.report import Priority
from desktop_app.domain.workflow import Command
from tests.support.widgets import child
from ui.commands.panel import CommandPanel
from ui.inbox.bulk_pane import COMMANDS, BulkPane
from ui.inbox.bulking import MOST, Bulk, Refused
from ui.language import Language, install


@pytest.fixture
def pane(qtbot: QtBot) -> BulkPane:
    made = BulkPane()
    qtbot.addWidget(made)
    made.show()
    made.show_reports(3, ["Đường A", "Đường B", "Đường C"])
    return made


def told(pane: BulkPane) -> list[tuple[Command, Payload]]:
    found: list[tuple[Command, Payload]] = []
    pane.confirmed.connect(lambda command, payload: found.append((command, payload)))
    return found


def test_it_says_how_many_and_which(pane: BulkPane) -> None:
    assert child(pane, QLabel, "bulk.heading").text() == "3 reports are chosen"
    assert child(pane, QLabel, "bulk.names").text() == "Đường A\nĐường B\nĐường C"
    pane.show_reports(12, ["Đường A"])
    assert child(pane, QLabel, "bulk.names").text() == "Đường A\n… and 11 more"


def test_accept_needs_one_key(pane: BulkPane) -> None:
    found = told(pane)
    pane.act(1)
    assert found == [(Command.ACCEPT, Nothing())]


@pytest.mark.parametrize(
    ("number", "values", "payload"),
    [
        (2, {"text": "Đã gọi."}, Text("Đã gọi.")),
        (3, {"priority": "high"}, Prioritise(Priority.HIGH)),
    ],
)
def test_the_others_ask_first(
    pane: BulkPane, number: int, values: dict[str, object], payload: Payload
) -> None:
    found = told(pane)
    pane.act(number)
    child(pane, CommandPanel).form.restore(values)  # type: ignore[type-abstract]
    pane.act_primary()
    assert found == [(COMMANDS[number - 1], payload)]


def test_refusals_are_listed_until_something_else_begins(pane: BulkPane) -> None:
    refused = [Refused("HUE-1", "Not now."), Refused("HUE-2", "Not yours."), Refused("HUE-3", "Not now.")]
    bulk = Bulk(Command.ACCEPT, Nothing(), deque(), done=1, refused=refused)
    pane.show_progress(1, 2)
    assert not child(pane, QPushButton, "bulk.command.accept").isEnabled()
    pane.show_result(bulk)
    assert pane.tells
    assert "Not now. HUE-1, HUE-3\nNot yours. HUE-2" in [label.text() for label in pane.findChildren(QLabel)]
    assert child(pane, QPushButton, "bulk.command.accept").isEnabled()
    pane.forget()
    assert not pane.tells


def test_too_many_can_only_be_looked_at(pane: BulkPane) -> None:
    found = told(pane)
    pane.show_reports(MOST + 1, ["Đường A"])
    pane.act(1)
    assert found == []


def test_esc_goes_back_to_one(pane: BulkPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane, Qt.Key.Key_Escape)


def test_in_another_language_the_panel_says_again_what_it_asks_and_what_was_refused(
    pane: BulkPane, qtbot: QtBot
) -> None:
    pane.act(2)
    first = child(pane, CommandPanel)  # type: ignore[type-abstract]
    first.show_refusal(PayloadInvalid("text", "empty"))
    said = first.form.field("text").problem()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: pane.panel is not first, timeout=20_000)
    again = pane.panel
    assert again is not None
    assert again.accessibleName() == "Ghi chú"
    assert again.form.field("text").problem() not in {"", said}
    pane.show_reports(2, ["Đường A", "Đường B"])
    assert pane.panel is again
