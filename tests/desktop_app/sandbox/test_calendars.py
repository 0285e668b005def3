"""Another calendar moves what is due, says so in the timeline, and leaves closed work alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop_app.domain.clocks import accept_due
from desktop_app.domain.deadlines import ZONE, Calendar, due_at
from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import RECALCULATED
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Assignment, Entry, Procedure
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox import audience, wire
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import CATEGORY, LEAD, SmallCity

pytestmark = ON_BOTH
PLAIN = Calendar("2026", date(2026, 1, 1), date(2027, 12, 31), frozenset())


def with_holidays(*days: date) -> Calendar:
    return replace(PLAIN, id="2026-2", holidays=frozenset(days))


def working_day(city: SmallCity) -> datetime:
    """A morning of a day that is no weekend, lately."""
    day = city.service.now().astimezone(ZONE).replace(hour=9)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day


def test_open_work_keeps_its_working_days(city: SmallCity) -> None:
    begun = working_day(city)
    job = Assignment(LEAD, "o-handler", "Thông cống", due_at(begun, 5, PLAIN))
    open_, closed, instant = (
        city.put(state, assignment=job, distributed_at=begun, procedure=procedure)
        for state, procedure in (
            (State.IN_PROGRESS, Procedure.TIMED), (State.CLOSED, Procedure.TIMED),
            (State.DISTRIBUTED, Procedure.INSTANT),
        )
    )  # fmt: skip
    calendars = city.service.calendars
    assert calendars.change(PLAIN) == 0  # the first one moves nothing
    holiday = (begun + timedelta(days=1)).date()
    while holiday.weekday() > 4:
        holiday += timedelta(days=1)
    assert calendars.change(with_holidays(holiday)) == 1
    moved = city.read(open_.id)
    assert moved.assignment is not None
    assert moved.assignment.due_at == due_at(begun, 5, with_holidays(holiday))
    assert moved.version == open_.version + 1
    assert (city.read(closed.id), city.read(instant.id)) == (closed, instant)
    with city.service.engine.connect() as connection:
        [line] = city.service.entities.timeline(connection, open_.id)
        known = city.service.entities.all(connection, "calendar")
    assert (line.kind, line.public, line.by) == (RECALCULATED, False, "system")
    assert [one["id"] for one in known] == ["2026-2"]
    assert calendars.change(with_holidays(holiday)) == 0


def test_hours_to_accept_that_were_given_are_counted_anew_and_stay_as_many(city: SmallCity) -> None:
    """The category gives others less since: what was given before keeps what was promised."""
    begun = working_day(city)
    job = Assignment(LEAD, "o-handler", "Thông cống", due_at(begun, 5, PLAIN), given_at=begun)
    until = accept_due(begun, None, PLAIN)
    waits = city.put(State.DISTRIBUTED, assignment=replace(job, accept_due=until), distributed_at=begun)
    city.service.calendars.change(PLAIN)
    with city.service.writer.transaction() as connection:
        quick = Category(CATEGORY, "Hạ tầng", accept_hours=1)
        city.service.entities.put(connection, "category", CATEGORY, wire.encode(quick), audience.EVERYONE)
    off = with_holidays(begun.date())
    assert city.service.calendars.change(off) == 1
    moved = city.read(waits.id).assignment
    assert moved is not None
    assert moved.accept_due == accept_due(begun, None, off)
    assert moved.accept_due > until + timedelta(hours=12)


def test_a_request_to_reopen_keeps_its_working_days(city: SmallCity) -> None:
    begun = working_day(city)
    asked = city.put(State.REOPENED, assignment=None, reopen_due=due_at(begun, 2, PLAIN))
    line = Entry(new_id(), asked.id, Command.REQUEST_REOPEN.value, begun, "citizen", "Người dân")
    with city.service.writer.transaction() as connection:
        city.service.entities.put_entry(connection, line, asked)
    city.service.calendars.change(PLAIN)
    off = with_holidays(due_at(begun, 1, PLAIN).astimezone(ZONE).date())
    assert city.service.calendars.change(off) == 1
    assert city.read(asked.id).reopen_due == due_at(begun, 2, off) > due_at(begun, 2, PLAIN)
