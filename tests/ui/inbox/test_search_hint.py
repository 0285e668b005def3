"""The newest search that found nothing is answered, off the main thread; what is over is not."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.store.search_help import Suggestion
from tests.ui.seated import Workplace
from ui.inbox.search_hint import SearchHint
from ui.tasks import Tasks


def test_only_the_search_asked_about_last_is_answered(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    hint, told = SearchHint(workplace.store.search_help, tasks), list[Suggestion]()
    hint.found.connect(told.append)
    hint.ask("dovi:x")
    hint.ask("phuogn:x")
    qtbot.waitUntil(lambda: bool(told))
    assert [each.text for each in told] == ["phuong:x"]
    hint.ask("lihnvuc:x")
    hint.ask("")
    hint.ask("phuogn:y")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].text == "phuong:y"
