"""Once a day by the trusted clock, whatever the stores do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.attendance import TapKind
from desktop_app.domain.workflow import Command
from desktop_app.store.errors import DiskFull, Unavailable
from desktop_app.workstation.retention_job import RetentionJob
from tests.journeys.workbench import Workbench
from tests.support.clock import ManualClock
from tests.support.deadline import until


class CountingStore:
    """Counts how often it was cleared, and fails while it is told to."""

    def __init__(self, newer: str | None = None, failure: Exception | None = None) -> None:
        self.newer, self.failure = newer, failure
        self.cleared = 0

    def prune(self) -> int:
        if self.failure is not None:
            raise self.failure
        self.cleared += 1
        return 1


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def job(clock: ManualClock) -> Callable[..., RetentionJob]:
    return lambda *stores: RetentionJob(lambda: stores, clock.now)


def test_it_fires_once_a_day(clock: ManualClock, job: Callable[..., RetentionJob]) -> None:
    store = CountingStore()
    daily = job(store)
    fired = []
    for _ in range(4 * 24 + 1):
        fired.append(daily.run_if_due())
        clock.advance(timedelta(minutes=30))
    assert store.cleared == 2
    assert fired.count(True) == 2
    assert not fired[0]  # the opening did it


def test_a_store_that_fails_is_tried_again_and_holds_up_no_other(
    clock: ManualClock, job: Callable[..., RetentionJob]
) -> None:
    full, sound = CountingStore(failure=DiskFull()), CountingStore()
    daily = job(full, sound)
    daily.run_if_due()
    clock.advance(timedelta(days=1))
    daily.run_if_due()
    assert (full.cleared, sound.cleared) == (0, 1)
    full.failure = None
    clock.advance(timedelta(minutes=10))
    daily.run_if_due()
    assert full.cleared == 1
    clock.advance(timedelta(minutes=10))
    assert not daily.run_if_due()


@pytest.mark.parametrize("store", [CountingStore(newer="0009"), CountingStore(failure=Unavailable())])
def test_a_store_that_cannot_be_cleared_now_is_passed_over(
    clock: ManualClock, job: Callable[..., RetentionJob], store: CountingStore
) -> None:
    daily = job(store)
    daily.run_if_due()
    clock.advance(timedelta(days=1))
    assert daily.run_if_due()
    assert not daily.run_if_due()
    assert store.cleared == 0


def test_the_running_program_deletes_what_is_over(enrolled: Workbench) -> None:
    core = enrolled.core
    workplace = core.workplace
    assert workplace is not None
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    workplace.desk.note(TapKind.BOOT)
    until(lambda: workplace.store.outbox.waiting() == 0, what="the receipt")
    accepted = session.triage.do(
        session.store.reports.get(report.id), Command.ACCEPT, payloads.Nothing()
    ).event.id
    assert session.triage.undo(accepted)
    core.retention.wake()
    assert len(workplace.store.journal.rows(1, 9)) == 1
    core.clock.recall(core.clock.now() + timedelta(days=400))
    core.retention.wake()
    until(lambda: workplace.store.journal.rows(1, 9) == [], what="the journal's beginning deleted")
    until(lambda: session.store.outbox.get(accepted) is None, what="the undone command deleted")


@pytest.mark.parametrize(("policy", "days"), [(None, 396), (90, 90), (0, 30), (10**6, 3660), ("x", 396)])
def test_the_policy_says_how_long_the_journal_is_kept_within_bounds(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch, policy: object, days: int
) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    stated = {} if policy is None else {"journal_days": policy}
    bundle = replace(workplace.trust.bundle, policy=stated)
    monkeypatch.setattr(type(workplace.trust), "bundle", bundle)
    assert workplace.store.journal_kept() == timedelta(days=days)


def test_each_look_keeps_the_time(enrolled: Workbench) -> None:
    core = enrolled.core
    workplace = core.workplace
    assert workplace is not None
    ahead = core.clock.now() + timedelta(hours=30)
    core.clock.recall(ahead)
    core.retention.wake()

    def kept() -> bool:
        stored = workplace.store.trust.highest_trusted()
        return stored is not None and stored >= ahead

    until(kept, 20, "the time in the store")


def test_it_begins_once_and_ends(job: Callable[..., RetentionJob]) -> None:
    daily = job()
    daily.start()
    daily.start()
    daily.stop()
    daily.stop()
