"""What the system owes a report: from when on, kept with each change, found by its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop_app.domain.report import Answer, Assignment, Outcome, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox import duties
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import LEAD, SmallCity, report

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def waiting(until: datetime) -> Report:
    job = Assignment(LEAD, LEAD, "việc", NOW + timedelta(days=9), accept_due=until)
    return report(NOW, State.DISTRIBUTED, assignment=job)


def owed(city: SmallCity, now: datetime, most: int = 10) -> list[str]:
    with city.service.engine.connect() as connection:
        return duties.owed(connection, now, most)


def test_from_when_on_it_is_owed() -> None:
    asked = report(NOW, State.AWAITING_CITIZEN, question_due=date(2026, 11, 20))
    assert duties.owed_at(asked) == datetime(2026, 11, 20, 17, 0, tzinfo=UTC), "midnight in the city"
    answer = Answer("x", "0" * 64, Outcome.FIXED, LEAD, "o", NOW, published_at=NOW)
    assert duties.owed_at(report(NOW, State.PUBLISHED, answer=answer)) == NOW + timedelta(days=15)
    assert duties.owed_at(waiting(NOW)) == NOW
    assert duties.owed_at(report(NOW, State.IN_PROGRESS)) is None


@ON_BOTH
def test_it_follows_the_report_and_the_longest_owed_comes_first(city: SmallCity) -> None:
    early, late = waiting(NOW - timedelta(hours=2)), waiting(NOW - timedelta(hours=1))
    with city.service.writer.transaction() as connection:
        for one in (late, early, waiting(NOW + timedelta(seconds=1))):
            city.service.entities.put_report(connection, one)
    assert owed(city, NOW) == [early.id, late.id]
    assert owed(city, NOW, 1) == [early.id]
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(connection, replace(early, state=State.IN_PROGRESS, version=6))
        city.service.entities.put_report(connection, waiting(NOW))
    assert early.id not in owed(city, NOW)


@ON_BOTH
def test_new_ones_are_kept_together_but_not_what_is_older_than_the_city(city: SmallCity) -> None:
    old, new = waiting(NOW - timedelta(days=90)), waiting(NOW)
    with city.service.writer.transaction() as connection:
        duties.note_new(connection, [old, new, report(NOW, State.IN_PROGRESS)], owed_from=NOW)
    assert owed(city, NOW) == [new.id]
    with city.service.writer.transaction() as connection:
        duties.forget(connection, new.id)
        duties.note_new(connection, [old])
    assert owed(city, NOW) == [old.id]
