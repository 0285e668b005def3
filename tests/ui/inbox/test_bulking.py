"""One command on many: each given once, refusals by name, one summary, one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.payloads import Nothing, Payload, Text
from desktop_app.domain.workflow import Command, State
from tests.ui.seated import Workplace
from ui.inbox.bulking import MOST, Bulk, Bulking
from ui.widgets.toast import Toast


class Bench:
    """Hands for bulk work at a real store."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.qtbot = workplace, qtbot
        self.view, self.parent = QWidget(), QObject()
        qtbot.addWidget(self.view)
        self.toast = Toast(self.view)
        self.bulking = Bulking(workplace.session, self.toast, self.parent)
        self.progress: list[tuple[int, int]] = []
        self.bulking.went_on.connect(lambda through, of: self.progress.append((through, of)))

    def ids(self, state: str, most: int = 5) -> list[str]:
        """Return reports of the handler's unit in one state."""
        units = self.workplace.session.person.units
        reports = (each for each in self.workplace.reports if each.state == state and each.assignment)
        return [each.id for each in reports if each.assignment and each.assignment.lead_unit in units][:most]

    def carry_out(self, command: Command, payload: Payload, ids: list[str]) -> Bulk:
        """Carry a command out to the end."""
        with self.qtbot.waitSignal(self.bulking.finished) as told:
            self.bulking.begin(command, payload, ids)
        assert told.args is not None
        found: Bulk = told.args[0]
        return found

    def states(self, ids: list[str]) -> set[State]:
        """Return the states in which reports are now."""
        return {self.workplace.store.reports.get(each).state for each in ids}


@pytest.fixture
def bench(workplace: Workplace, qtbot: QtBot) -> Bench:
    return Bench(workplace, qtbot)


def test_each_report_is_reached_once_and_one_undo_takes_all_back(bench: Bench) -> None:
    ids = bench.ids("distributed")
    assert len(ids) == 5
    bulk = bench.carry_out(Command.ACCEPT, Nothing(), ids)
    assert (bulk.done, bulk.refused) == (5, [])
    assert bench.progress == [(each, 5) for each in range(1, 6)]
    assert bench.states(ids) == {State.IN_PROGRESS}
    assert bench.toast.accessibleName() == "Carried out on 5 reports."
    bench.toast.undo()
    assert bench.states(ids) == {State.DISTRIBUTED}
    assert bench.toast.accessibleName() == "Undone on 5 reports."


def test_refusals_are_named_and_the_others_go_on(bench: Bench) -> None:
    able, unable = bench.ids("distributed", 2), bench.ids("in_progress", 1)
    bulk = bench.carry_out(Command.ACCEPT, Nothing(), [able[0], *unable, able[1], "gone"])
    assert bulk.done == 2
    code = bench.workplace.store.reports.get(unable[0]).code
    assert [each.code for each in bulk.refused] == [code, ""]
    assert all(each.reason for each in bulk.refused)
    assert bench.toast.accessibleName() == "Carried out on 2 of 4 reports."


def test_notes_are_held_too_so_that_one_undo_reaches_them(bench: Bench) -> None:
    ids = bench.ids("in_progress", 3)
    bench.carry_out(Command.NOTE, Text("Đã gọi."), ids)
    waiting = bench.workplace.store.outbox.waiting()
    assert [each.state for each in waiting] == [OutboxState.HELD] * 3
    bench.workplace.clock.go_on(6)
    bench.workplace.store.outbox.release_due(bench.workplace.clock.now())
    bench.workplace.store.outbox.take_ready(2)
    bench.toast.undo()
    assert bench.toast.accessibleName() == "Undone on 1 of 3; the others were on their way."


def test_nothing_done_offers_no_undo(bench: Bench) -> None:
    bench.carry_out(Command.ACCEPT, Nothing(), bench.ids("in_progress", 2))
    assert not bench.toast.can_undo()


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_none_and_too_many_begin_nothing(bench: Bench, count: int) -> None:
    bench.bulking.begin(Command.ACCEPT, Nothing(), ["x"] * count)
    assert not bench.bulking.busy
