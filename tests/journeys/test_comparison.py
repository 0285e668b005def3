"""A store that lost a row by a fault is mended by the next comparison; a calendar moves due dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.deadlines import ZONE, Calendar, due_at
from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from desktop_app.news import DueDatesMoved
from desktop_app.store.sync_log import Passed
from desktop_app.sync import pull
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.small_city import LEAD


def test_a_row_that_a_fault_took_comes_back(enrolled: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "FIRST_COMPARISON", 0.0)
    monkeypatch.setattr(pull, "COMPARED_EVERY", 0.0)
    kept, lost = enrolled.city.put(), enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    until(lambda: session.store.reports.has(lost.id), what="both reports")
    with session.store.write() as tx:
        session.store.reports.remove(tx, lost.id)
    enrolled.core.reconnect()
    until(lambda: session.store.reports.has(lost.id), 40, "the row again")
    until(lambda: Passed.REPAIRED in {line.kind for line in session.store.log.newest()}, 20, "the log's line")
    assert session.store.reports.has(kept.id)


def test_another_calendar_moves_due_dates_and_the_person_is_told(enrolled: Workbench) -> None:
    city, plain = enrolled.city, Calendar("2026", date(2026, 1, 1), date(2027, 12, 31), frozenset())
    begun = city.service.now().astimezone(ZONE).replace(hour=9)
    while begun.weekday() > 4:
        begun -= timedelta(days=1)
    job = Assignment(LEAD, "o-handler", "Thông cống", due_at(begun, 5, plain))
    report = city.put(State.IN_PROGRESS, assignment=job, distributed_at=begun)
    city.service.calendars.change(plain)
    moved: list[DueDatesMoved] = []
    enrolled.core.bus.subscribe(DueDatesMoved, moved.append)
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    holidays = frozenset(begun.date() + timedelta(days=n) for n in range(1, 8))
    later = replace(plain, id="2026-2", holidays=holidays)
    assert city.service.calendars.change(later) == 1
    until(lambda: moved, 20, "the news")
    assert [one.ids for one in moved] == [(report.id,)]
    assignment = session.store.reports.get(report.id).assignment
    assert assignment is not None
    assert assignment.due_at == due_at(begun, 5, later)
    assert session.store.directory.calendar() == later
    until(
        lambda: Passed.DUE_MOVED in {line.kind for line in session.store.log.newest()}, 20, "the log's line"
    )
