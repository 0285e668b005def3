"""News: rows at once, counts, the list and the report behind the paint, the first sync's end once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import Nothing
from desktop_app.domain.workflow import Command
from desktop_app.news import Contact, DirectoryChanged, ReportsChanged, SyncStatus
from desktop_app.store.inbox_query import QuickFilter
from tests.ui import city
from tests.ui.seated import Workplace, workplace_of
from ui.desk.following import Following
from ui.detail.detail import Detail
from ui.inbox.inbox_pane import InboxPane
from ui.tasks import Tasks


class Scene:
    """A list and a report that follow the news of a workplace."""

    def __init__(self, workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> None:
        self.workplace = workplace
        session, names, clock = workplace.session, workplace.names, workplace.clock
        self.inbox, self.detail = InboxPane(session, names, clock, tasks), Detail(session, names, clock)
        for each in (self.inbox, self.detail):
            qtbot.addWidget(each)
        self.following = Following(session, names, workplace.bridge, self.inbox, self.detail)
        self.counts: list[dict[QuickFilter, int]] = []
        self.behind: list[frozenset[str]] = []
        self.filled: list[bool] = []
        self.following.counted.connect(self.counts.append)
        self.following.caught_up.connect(self.behind.append)
        self.following.filled.connect(lambda: self.filled.append(True))

    def spoken(self, title: str) -> str:
        model = self.inbox._listing.model
        rows = (model.row_text(row) for row in range(model.rowCount()))
        return next(row.spoken for row in rows if row is not None and row.title == title)


@pytest.fixture
def scene(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Scene:
    return Scene(workplace, tasks, qtbot)


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory, tasks: Tasks, qtbot: QtBot) -> Iterator[Scene]:
    workplace = workplace_of(city.HANDLER, tmp_path_factory.mktemp("empty"), 0)
    yield Scene(workplace, tasks, qtbot)
    workplace.bridge.close()
    workplace.store.close()


def test_a_command_shows_in_its_row_its_count_and_its_report(scene: Scene, qtbot: QtBot) -> None:
    report = scene.workplace.first("distributed")
    scene.inbox.choose(QuickFilter.ALL)
    scene.detail.show_report(report.id)
    assert "Distributed" in scene.spoken(report.title)
    before = scene.following.begin()[QuickFilter.UNSENT]
    scene.workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    qtbot.waitUntil(lambda: "In progress" in scene.spoken(report.title))
    qtbot.waitUntil(lambda: scene.counts[-1][QuickFilter.UNSENT] == before + 1)
    assert scene.behind[-1] == {report.id}
    qtbot.waitUntil(lambda: scene.detail.reading is not None and bool(scene.detail.reading.pending))


def test_names_that_changed_have_the_report_said_anew(scene: Scene, qtbot: QtBot) -> None:
    report = scene.workplace.first("in_progress")
    scene.detail.show_report(report.id)
    shown = scene.detail.reading
    scene.workplace.bus.publish(DirectoryChanged())
    qtbot.waitUntil(lambda: scene.detail.reading is not shown)


def test_the_end_of_the_first_sync_is_told_once(empty: Scene, qtbot: QtBot) -> None:
    assert empty.following.begin()[QuickFilter.ALL] == 0
    status = SyncStatus(done=1, total=2)
    empty.workplace.bus.publish(status)
    city.fill(empty.workplace.store, 3)
    empty.workplace.bus.publish(SyncStatus())
    qtbot.waitUntil(lambda: empty.filled == [True])
    assert empty.following.begin()[QuickFilter.ALL] == 3
    empty.workplace.bus.publish(SyncStatus())
    empty.workplace.bus.publish(ReportsChanged(()))
    qtbot.waitUntil(lambda: len(empty.counts) > 2)
    assert empty.filled == [True]


def test_who_has_chosen_a_list_meanwhile_is_not_moved(empty: Scene, qtbot: QtBot) -> None:
    empty.following.begin()
    empty.following.settle()
    city.fill(empty.workplace.store, 3)
    empty.workplace.bus.publish(SyncStatus())
    empty.workplace.bus.publish(ReportsChanged(()))
    qtbot.waitUntil(lambda: len(empty.counts) > 1)
    assert empty.filled == []


def test_one_s_own_command_waits_for_no_other_news(scene: Scene) -> None:
    report = scene.workplace.first("distributed")
    scene.inbox.choose(QuickFilter.ALL)
    scene.workplace.bus.publish(ReportsChanged(("another",)))
    QApplication.processEvents()  # the gate is closed for a moment now
    scene.workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    counted = len(scene.counts)
    scene.following.show_own(report.id)
    assert "In progress" in scene.spoken(report.title)
    assert len(scene.counts) == counted, "counting waits until the row is painted"


def test_a_program_that_is_too_old_offers_no_commands(scene: Scene, qtbot: QtBot) -> None:
    report, triage = scene.workplace.first("in_progress"), scene.workplace.session.triage
    scene.detail.show_report(report.id)
    assert scene.detail.reading is not None
    assert scene.detail.reading.commands
    triage._read_only = lambda: True
    scene.workplace.bus.publish(SyncStatus(contact=Contact.OUTDATED))
    qtbot.waitUntil(lambda: scene.detail.reading is not None and not scene.detail.reading.commands)
    triage._read_only = lambda: False
    scene.workplace.bus.publish(SyncStatus(contact=Contact.ONLINE))
    qtbot.waitUntil(lambda: scene.detail.reading is not None and bool(scene.detail.reading.commands))
