"""An instant case that is mine and unopened stands above everything, sounds once, and goes when opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Procedure
from desktop_app.store.inbox_query import QuickFilter
from tests.support.widgets import child
from tests.ui.reports import city
from tests.ui.reports.conftest import Hire, Workplace
from ui.reports.instant_alarm import InstantAlarm

WAITS = {QuickFilter.INSTANT: 1}


@pytest.fixture
def sounds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


@pytest.fixture
def desk(hire: Hire) -> Workplace:
    return hire(city.DISPATCHER)


def alarm_of(qtbot: QtBot, desk: Workplace) -> InstantAlarm:
    made = InstantAlarm(desk.store.inbox, desk.names, desk.clock)
    qtbot.addWidget(made)
    return made


def arrive(desk: Workplace) -> str:
    """Let an instant case come in that nobody has opened."""
    report = desk.first("received", mine=False)
    fresh = replace(
        report, procedure=Procedure.INSTANT, version=report.version + 1,
        field_versions={"workflow": report.version + 1},
    )  # fmt: skip
    with desk.store.write() as tx:
        desk.store.reports.put_base(tx, city.as_json(fresh))
    return fresh.id


def test_it_stands_until_the_case_is_opened(qtbot: QtBot, desk: Workplace, sounds: list[str]) -> None:
    for row in desk.store.inbox.alarming():
        desk.session.triage.opened(row.id)
    case = arrive(desk)
    alarm = alarm_of(qtbot, desk)
    alarm.look(WAITS)
    assert alarm.title().startswith("Instant case: ")
    assert sounds == ["beep"]
    alarm.look(WAITS)
    assert sounds == ["beep"], "one sound each"
    with qtbot.waitSignal(alarm.open_asked) as asked:
        child(alarm, QPushButton, "desk.alarm.action").click()
    assert asked.args == [case]
    desk.session.triage.opened(case)
    alarm.look(WAITS)
    assert alarm.title() == ""
    assert alarm.isHidden()


def test_without_instant_cases_nothing_is_asked(qtbot: QtBot, desk: Workplace, sounds: list[str]) -> None:
    arrive(desk)
    alarm = alarm_of(qtbot, desk)
    alarm.look({QuickFilter.INSTANT: 0})
    alarm.open_first()
    assert alarm.isHidden()
    assert sounds == []
