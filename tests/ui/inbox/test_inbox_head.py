"""The head says what is listed; the star is there while a search can be kept."""

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.store.habits import Habits
from desktop_app.store.inbox_query import SortKey
from tests.support.widgets import child
from ui.inbox.inbox_head import InboxHead


def test_heading_star_and_remembered_order(qtbot: QtBot) -> None:
    head = InboxHead(Habits(sort=SortKey.TITLE, descending=True))
    qtbot.addWidget(head)
    star = child(head, QToolButton, "inbox.keep")
    head.say("Found · 3", can_keep=True)
    assert (child(head, QLabel, "inbox.heading").text(), star.isHidden()) == ("Found · 3", False)
    with qtbot.waitSignal(head.keep_asked):
        star.click()
    head.say("My unit · 3", can_keep=False)
    assert star.isHidden()
    assert head.sort.accessibleDescription() == "Sort: Title, descending"
