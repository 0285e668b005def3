"""An instant case that is mine and unopened stands above everything, sounds once, and goes when opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Procedure
from desktop_app.store.inbox_rows import InboxRow
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.desk import instant_alarm
from ui.desk.instant_alarm import InstantAlarm


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
    alarm.look()
    assert alarm.title().startswith("Instant case: ")
    assert sounds == ["beep"]
    alarm.look()
    assert sounds == ["beep"], "one sound each"
    with qtbot.waitSignal(alarm.open_asked) as asked:
        child(alarm, QPushButton, "desk.alarm.action").click()
    assert asked.args == [case]
    desk.session.triage.opened(case)
    alarm.look()
    assert alarm.title() == ""
    assert alarm.isHidden()


def test_news_of_a_report_asks_about_that_one_alone(
    qtbot: QtBot, desk: Workplace, sounds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alarm = alarm_of(qtbot, desk)
    alarm.look()
    before, inbox = len(alarm._waiting), desk.store.inbox
    sounds.clear()
    case, read = arrive(desk), list[int]()
    rows = inbox.rows

    def counted(ids: Sequence[int]) -> list[InboxRow]:
        read.append(len(ids))
        return rows(ids)

    monkeypatch.setattr(inbox, "rows", counted)
    alarm.look({"another"})
    assert (sounds, read) == ([], []), "nothing happened to a case"
    alarm.look({case, "another"})
    assert (sounds, read) == (["beep"], [1])
    assert len(alarm._waiting) == before + 1
    due = [row.due_at for row in alarm._waiting.values() if row.due_at]
    assert due == sorted(due)
    desk.session.triage.opened(case)
    alarm.look({case})
    assert len(alarm._waiting) == before


def test_where_more_wait_than_are_known_the_next_moves_up(
    qtbot: QtBot, desk: Workplace, sounds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(desk)
    alarm = alarm_of(qtbot, desk)
    alarm.look()
    before = len(alarm._waiting)
    first = next(iter(alarm._waiting))
    monkeypatch.setattr(instant_alarm, "_MOST", before)
    asked = list[object]()
    alarming = desk.store.inbox.alarming

    def noted(among: Collection[str] = ()) -> list[InboxRow]:
        asked.append(among)
        return alarming(among)

    monkeypatch.setattr(desk.store.inbox, "alarming", noted)
    alarm.look({"another"})
    alarm.look({first})
    assert asked == [{"another"}, ()]
    assert len(alarm._waiting) == before


def test_of_many_reports_all_cases_are_asked_for(qtbot: QtBot, desk: Workplace, sounds: list[str]) -> None:
    case = arrive(desk)
    alarm = alarm_of(qtbot, desk)
    alarm.look({f"r-{number}" for number in range(1_000)})
    assert case in alarm._waiting


def test_without_instant_cases_there_is_nothing_to_open(qtbot: QtBot, hire: Hire, sounds: list[str]) -> None:
    nobody = hire(city.HANDLER)
    for row in nobody.store.inbox.alarming():
        nobody.session.triage.opened(row.id)
    alarm = alarm_of(qtbot, nobody)
    alarm.look()
    with qtbot.assertNotEmitted(alarm.open_asked):
        alarm.open_first()
    assert alarm.isHidden()
    assert sounds == []
