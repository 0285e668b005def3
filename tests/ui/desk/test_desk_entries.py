"""What the desk offers: the commands of the report shown with their keys, the filters, reports found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.workflow import Command
from desktop_app.store.saved_filters import SavedFilter
from tests.ui import city
from tests.ui.seated import Workplace
from ui.desk.desk_entries import ReportFinder, command_entries, filter_entries, unit_entries
from ui.palette.entry import Entry
from ui.tasks import Tasks
from ui.vocabulary.query_words import ORDER, Listed


class Answers:
    """What was found, and what was opened."""

    def __init__(self, workplace: Workplace, tasks: Tasks) -> None:
        self.found: list[Sequence[Entry]] = []
        self.opened: list[str] = []
        self.parent = QObject()
        self.finder = ReportFinder(workplace.store.inbox, tasks, self.opened.append, self.parent)


def test_commands_come_with_their_keys() -> None:
    begun: list[Command] = []
    found = command_entries((Command.ACCEPT, Command.RETURN), begun.append)
    assert [(each.text, each.key) for each in found] == [("Accept", "Ctrl+Enter"), ("Return", "Alt+1")]
    found[1].run()
    assert begun == [Command.RETURN]


def test_every_filter_can_be_chosen() -> None:
    chosen: list[Listed] = []
    for each in filter_entries(ORDER, chosen.append):
        each.run()
    assert tuple(chosen) == ORDER


def test_a_unit_opens_what_it_was_given(workplace: Workplace) -> None:
    shown: list[SavedFilter] = []
    found = unit_entries(workplace.names.units_at_work("hue"), shown.append)
    assert "Thuận Hóa Ward" in {each.text for each in found}
    assert "Huế City" not in {each.text for each in found}
    next(each for each in found if each.text == "Thuận Hóa Ward").run()
    [listed] = shown
    inbox = workplace.store.inbox
    given = {row.id for row in inbox.rows(inbox.ids(listed.query))}
    assert given == {
        each.id
        for each in workplace.reports
        if each.assignment is not None and each.assignment.lead_unit == city.WARD
    }


def test_reports_are_found_by_code_and_by_folded_words(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    answers, report = Answers(workplace, tasks), workplace.first("in_progress")
    for typed in (report.code, "duong"):
        answers.finder.find(typed, answers.found.append)
        qtbot.waitUntil(lambda: bool(answers.found))
        entries = answers.found.pop()
        assert 1 <= len(entries) <= 8
        assert all("Đường" in each.text for each in entries)
    answers.finder.find(report.code, answers.found.append)
    qtbot.waitUntil(lambda: bool(answers.found))
    answers.found[0][0].run()
    assert answers.opened == [report.id]


def test_only_the_newest_question_is_answered(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
    answers = Answers(workplace, tasks)
    answers.finder.find("duong", lambda _entries: answers.found.append(()))
    answers.finder.find("tran", answers.found.append)
    qtbot.waitUntil(lambda: bool(answers.found))
    assert answers.found[0]


def test_a_question_that_cannot_be_read_finds_nothing(
    workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    answers = Answers(workplace, tasks)
    answers.finder.find("han:neverday", answers.found.append)
    qtbot.waitUntil(lambda: bool(answers.found))
    assert list(answers.found[0]) == []
