"""One cycle down and one up, against a real store; the other side is what a test says it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import (
    ApiError,
    Garbage,
    Refused,
    ServerBroken,
    Stopped,
    Unauthorised,
    Unreachable,
)
from desktop_app.api.events import EventResult, PushAnswer, Status
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.news import DirectoryChanged, OutboxChanged, ReportGone, ReportsChanged, ShiftsChanged
from desktop_app.store.account import AccountStore
from desktop_app.store.calls import Call
from desktop_app.sync.engine import PAGES_AT_ONCE
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.desktop_app.sync.bench import Bench, line, lost, page
from tests.support.clock import ManualClock


@pytest.fixture
def bench(store: AccountStore, clock: ManualClock) -> Bench:
    return Bench(store, clock)


# --- down --------------------------------------------------------------------------------------------


def test_a_page_becomes_rows_and_moves_the_cursor(bench: Bench) -> None:
    report = report_json()
    entry = {
        "id": "n-1", "report_id": report["id"], "kind": "note", "at": "2026-03-10T01:00:00Z", "by": "o",
        "by_name": "An", "text": "đã gọi",
    }  # fmt: skip
    unit = {"id": "u-1", "name": "Sở", "kind": "agency"}
    bench.pull(page(line(report), line(entry, "entry"), line(unit, "unit"), line({"id": "x"}, "starship")))
    assert bench.store.reports.get(report["id"]).code == report["code"]
    assert [found.text for found in bench.store.entries.of(report["id"])] == ["đã gọi"]
    assert [found.name for found in bench.store.directory.units()] == ["Sở"]
    assert (bench.store.sync_state.cursor, bench.store.sync_state.epoch) == ("c1", "e")
    assert not bench.store.sync_state.staging
    assert bench.news == [ReportsChanged((report["id"],)), DirectoryChanged()]


def test_a_first_sync_goes_on_where_a_kill_stopped_it(bench: Bench, clock: ManualClock) -> None:
    first, second = report_json(), report_json()
    bench.pull(page(line(first), next_="half", more=True))
    assert bench.store.sync_state.staging
    again = Bench(bench.store, clock)
    again.pull(page(line(second), next_="end"))
    assert again.cursors == ["half"]
    assert bench.store.reports.has(first["id"])
    assert bench.store.reports.has(second["id"])
    assert not bench.store.sync_state.staging


def test_nothing_that_a_first_sync_brought_is_told_as_news(bench: Bench) -> None:
    bench.store.notices.look(first_sync=False)
    given = report_json(state="distributed", procedure="instant")
    bench.pull(page(line(given), next_="end"))
    assert bench.store.notices.look(first_sync=False) == ()
    assert bench.store.notices.unread() == (0, 0)


def test_pages_of_a_first_sync_are_taken_together(bench: Bench) -> None:
    reports = [report_json() for _ in range(PAGES_AT_ONCE + 1)]
    pages = [
        replace(page(line(each), next_=f"c{n}", more=True), total=len(reports) - n + 1)
        for n, each in enumerate(reports, 1)
    ]
    pulled = bench.pull_at_once(*pages)
    assert bench.cursors == ["", "c1", "c2", "c3"]
    assert (pulled.rows, pulled.has_more, pulled.left) == (PAGES_AT_ONCE, True, 1)
    assert bench.store.sync_state.cursor == "c4"
    assert bench.pull_at_once(replace(pages[-1], has_more=False)).has_more is False
    assert all(bench.store.reports.has(each["id"]) for each in reports)


@pytest.mark.parametrize("last", [Unreachable(sent=True), Refused("cursor_expired", 410), "another epoch"])
def test_what_came_before_a_page_that_did_not_is_kept(bench: Bench, last: ApiError | str) -> None:
    first, second = report_json(), report_json()
    other = page(line(second), next_="c2", epoch="f") if isinstance(last, str) else last
    pulled = bench.pull_at_once(page(line(first), next_="c1", more=True), other)
    assert (pulled.rows, pulled.has_more) == (1, True)
    assert bench.store.sync_state.cursor == "c1"
    assert not bench.store.reports.has(second["id"])


def test_a_first_sync_that_is_stopped_writes_nothing_more(bench: Bench) -> None:
    first = report_json()
    with pytest.raises(Stopped):
        bench.pull_at_once(page(line(first), more=True), Stopped())
    bench.engine.end()
    with pytest.raises(Stopped):
        bench.pull_at_once(page(line(first)))
    assert not bench.store.reports.has(first["id"])
    assert bench.store.sync_state.cursor == ""


def test_a_new_bootstrap_removes_what_it_did_not_bring(bench: Bench) -> None:
    kept, gone = report_json(), report_json()
    bench.pull(page(line(kept), line(gone)))
    add(bench.store, event(gone["id"], Command.NOTE, text="còn dang dở"))
    bench.pull(Refused("cursor_expired", 410), page(line(kept), next_="c9"))
    assert bench.cursors == ["", "c1", ""]
    assert bench.store.reports.has(kept["id"])
    assert not bench.store.reports.has(gone["id"])
    assert ReportGone(gone["id"]) in bench.news
    assert len(bench.store.outbox.needs_person()) == 1  # what was typed is not lost


def test_another_refusal_of_the_feed_is_not_an_expired_cursor(bench: Bench) -> None:
    with pytest.raises(Refused):
        bench.pull(Refused("not_found", 404))


def test_losing_scope_deletes_and_tells(bench: Bench) -> None:
    report = report_json()
    bench.pull(page(line(report)), page(lost(report["id"]), next_="c2"))
    assert not bench.store.reports.has(report["id"])
    assert bench.news[-1] == ReportGone(report["id"])


def test_a_removed_entry_and_unit_go(bench: Bench) -> None:
    bench.pull(page(line({"id": "u-1", "name": "Sở", "kind": "agency"}, "unit")))
    gone = [ChangeLine(2, kind, "u-1", Operation.REMOVE, 1, None) for kind in ("unit", "entry", "starship")]
    bench.pull(page(*gone, next_="c2"))
    assert bench.store.directory.units() == []


@pytest.mark.expects_log("row of the feed not taken over")
def test_one_bad_row_does_not_hold_up_the_feed(bench: Bench) -> None:
    report = report_json()
    bench.pull(page(line({"id": "broken", "version": 1}), line(report)))
    assert bench.store.reports.has(report["id"])
    assert bench.store.sync_state.cursor == "c1"


def test_many_changes_are_told_as_one_wish_to_ask_again(bench: Bench) -> None:
    bench.pull(page(*(line(report_json()) for _ in range(130))))
    assert sum(len(bench.store.inbox.ids(_all())) for _ in range(1)) == 130
    assert all(isinstance(item, ReportsChanged) for item in bench.news)


def _all() -> Any:  # noqa: ANN401 - the store's own query
    from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey

    return InboxQuery(QuickFilter.ALL, SortKey.RECEIVED, descending=True)


def test_a_server_restored_from_a_backup_is_offered_everything_again(bench: Bench) -> None:
    report = report_json()
    bench.pull(page(line(report)))
    sent = event(report["id"])
    add(bench.store, sent)
    assert bench.push(EventResult(sent.id, Status.APPLIED, version=4, seq=5)) == 1
    assert bench.engine.pull(lambda _: page(epoch="restored")).offered  # now push has work
    bench.pull(page(line(report), epoch="restored"))
    assert bench.state(sent) is OutboxState.UNKNOWN  # the backup may hold it: asked about, never undone
    assert not bench.store.outbox.cancel(sent.id)
    assert bench.cursors[-1] == ""


def test_what_would_never_be_lost_goes_back_twice_and_each_time_it_is_offered_again(bench: Bench) -> None:
    report = report_json()
    bench.pull(page(line(report), durable=9))
    sent = event(report["id"])
    add(bench.store, sent)
    for seq, restored_to in ((5, 4), (6, 2)):
        assert bench.push(EventResult(sent.id, Status.APPLIED, version=4, seq=seq)) == 1
        assert bench.pull_at_once(page(durable=restored_to)).offered
        assert bench.state(sent) is OutboxState.UNKNOWN
        bench.pull(page(line(report), durable=restored_to))
        assert not bench.store.sync_state.staging


def test_a_restore_between_the_pages_of_a_first_sync_leaves_nothing_of_the_time_before(bench: Bench) -> None:
    kept, gone = report_json(), report_json()
    before = page(line(kept), line(gone), next_="c1", more=True)
    assert not bench.pull_at_once(before, Garbage("a page cut short")).offered
    assert bench.store.reports.has(gone["id"])
    assert bench.pull_at_once(page(line(kept), next_="c2", more=True, epoch="restored")).offered
    assert bench.cursors[-1] == "c1"
    assert (
        bench.pull_at_once(page(line(kept), next_="c1", more=True, epoch="restored"), Garbage("torn")).rows
        == 1
    )
    assert bench.store.reports.has(gone["id"])  # on the screen until the end
    bench.pull(page(next_="c2", epoch="restored"))
    assert (bench.store.reports.has(kept["id"]), bench.store.reports.has(gone["id"])) == (True, False)
    assert bench.cursors[-3:] == ["c1", "", "c1"]


def test_a_loss_told_before_the_report_had_come_is_no_news_and_keeps_what_is_unsent(bench: Bench) -> None:
    other = report_json()
    bench.pull(page(line(other), more=True))  # the first sync is cut here
    unsent = event("r-elsewhere", Command.NOTE)
    add(bench.store, unsent)
    bench.pull(page(lost("r-elsewhere"), next_="c2"))
    assert ReportGone("r-elsewhere") not in bench.news
    assert bench.state(unsent) is OutboxState.NEEDS_PERSON
    assert bench.store.reports.has(other["id"])
    assert not bench.store.sync_state.staging


# --- up ----------------------------------------------------------------------------------------------


@pytest.fixture
def sent(bench: Bench) -> Event:
    [report_id] = put(bench.store, report_json())
    made = event(report_id)
    add(bench.store, made)
    return made


def test_nothing_to_send_asks_nobody(bench: Bench) -> None:
    def send(_: Sequence[Event]) -> PushAnswer:
        raise AssertionError

    assert bench.engine.push(send) == 0


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (Status.APPLIED, OutboxState.ACKNOWLEDGED),
        (Status.DUPLICATE, OutboxState.ACKNOWLEDGED),
        (Status.CONFLICT, OutboxState.NEEDS_PERSON),
        (Status.REJECTED, OutboxState.NEEDS_PERSON),
        (Status.NOT_FOUND, OutboxState.NEEDS_PERSON),
        (Status.BLOCKED, OutboxState.READY),
    ],
)
def test_each_word_of_the_server_has_its_end(
    bench: Bench, sent: Event, status: Status, state: OutboxState
) -> None:
    assert bench.push(EventResult(sent.id, status, version=4, rule="wrong_state")) == 1
    assert bench.state(sent) is state
    moves = [item.state for item in bench.news if isinstance(item, OutboxChanged)]
    assert moves == [OutboxState.SENDING, state]


def test_a_conflict_brings_the_servers_report_with_it(bench: Bench, sent: Event) -> None:
    theirs = report_json(id=sent.entity_id, version=7, title="Tiêu đề mới")
    bench.push(EventResult(sent.id, Status.CONFLICT, version=7, entity=theirs))
    assert bench.store.reports.base(sent.entity_id).title == "Tiêu đề mới"


@pytest.mark.expects_log("report in an answer not taken over")
def test_a_broken_report_in_an_answer_does_not_undo_the_answer(bench: Bench, sent: Event) -> None:
    bench.push(EventResult(sent.id, Status.CONFLICT, entity={"id": sent.entity_id}))
    assert bench.state(sent) is OutboxState.NEEDS_PERSON


def test_an_answer_that_leaves_an_event_out_leaves_its_fate_open(bench: Bench, sent: Event) -> None:
    assert bench.push() == 0
    assert bench.state(sent) is OutboxState.UNKNOWN
    assert bench.push(EventResult(sent.id, Status.DUPLICATE, version=4)) == 1  # the same id again
    assert bench.state(sent) is OutboxState.ACKNOWLEDGED


@pytest.mark.parametrize(
    ("failure", "state"),
    [
        (Unreachable(sent=True), OutboxState.UNKNOWN),
        (ServerBroken(500), OutboxState.UNKNOWN),
        (Unreachable(sent=False), OutboxState.READY),
        (Unauthorised("sign_in_again"), OutboxState.READY),
    ],
)
def test_a_failure_says_whether_undo_is_still_possible(
    bench: Bench, sent: Event, failure: ApiError, state: OutboxState
) -> None:
    def send(_: Sequence[Event]) -> PushAnswer:
        raise failure

    with pytest.raises(type(failure)):
        bench.engine.push(send)
    assert bench.state(sent) is state
    assert bench.store.outbox.cancel(sent.id) is (state is OutboxState.READY)


def test_what_may_have_arrived_once_stays_unknown_when_the_next_request_never_leaves(
    bench: Bench, sent: Event
) -> None:
    assert bench.push() == 0  # sent; the answer left it out

    def send(_: Sequence[Event]) -> PushAnswer:
        raise Unreachable(sent=False)

    with pytest.raises(Unreachable):
        bench.engine.push(send)
    assert bench.state(sent) is OutboxState.UNKNOWN
    assert not bench.store.outbox.cancel(sent.id)


def test_an_answer_overtaken_by_the_loss_of_scope_brings_nothing_back(bench: Bench, sent: Event) -> None:
    theirs = report_json(id=sent.entity_id, version=7)

    def send(_: Sequence[Event]) -> PushAnswer:
        with bench.store.write() as tx:
            bench.store.lose_scope(tx, sent.entity_id)
        return PushAnswer({sent.id: EventResult(sent.id, Status.CONFLICT, version=7, entity=theirs)})

    assert bench.engine.push(send) == 1
    assert not bench.store.reports.has(sent.entity_id)
    assert bench.state(sent) is OutboxState.NEEDS_PERSON


def test_a_refused_batch_neither_drops_one_nor_blocks_all(bench: Bench, sent: Event) -> None:
    [other_report] = put(bench.store, report_json())
    bad = event(other_report)
    add(bench.store, bad)

    def send(batch: Sequence[Event]) -> PushAnswer:
        if any(item.id == bad.id for item in batch):
            raise Refused("unreadable", 422)
        return PushAnswer({item.id: EventResult(item.id, Status.APPLIED, version=4) for item in batch})

    assert bench.engine.push(send) == 2
    assert bench.state(sent) is OutboxState.ACKNOWLEDGED
    assert bench.state(bad) is OutboxState.NEEDS_PERSON


def test_a_hold_that_ran_out_goes_along(bench: Bench, clock: ManualClock) -> None:
    from datetime import timedelta

    [report_id] = put(bench.store, report_json())
    held = event(report_id)
    add(bench.store, held, held_until=clock.now() + timedelta(seconds=5))
    assert bench.push() == 0
    assert bench.state(held) is OutboxState.HELD
    clock.advance(5)
    assert bench.push(EventResult(held.id, Status.APPLIED, version=4)) == 1


def test_own_work_coming_back_is_not_new(bench: Bench, sent: Event) -> None:
    from desktop_app.domain.roles import Actor, Role

    bench.store.adopt(Actor("officer-1", "unit-1", frozenset({Role.HANDLER}), frozenset({"unit-1"})), {})
    bench.push(EventResult(sent.id, Status.APPLIED, version=4, seq=5))
    back = report_json(id=sent.entity_id, version=4, state="in_progress", field_versions={"workflow": 4})
    bench.pull(page(line(back)))
    [row] = bench.store.inbox.rows(bench.store.inbox.ids(_all()))
    assert not row.new
    assert not row.unsent


# --- the hotline ---------------------------------------------------------------------------------------


def test_the_code_of_a_call_is_kept_with_the_call(bench: Bench) -> None:
    sent = replace(event("r-new"), type=HotlineCommand.RECEIVE)
    call = Call(sent.id, "r-new", "048 213", "Cống nghẹt", False, sent.occurred_at)
    add(bench.store, sent)
    with bench.store.write() as tx:
        bench.store.calls.add(tx, call)
    bench.push(EventResult(call.id, Status.APPLIED, version=1, seq=9, code="PA-2026-000417"))
    [listed] = bench.store.calls.newest()
    assert (listed.code, listed.state) == ("PA-2026-000417", OutboxState.ACKNOWLEDGED)


def test_shifts_come_and_go_by_the_feed(bench: Bench) -> None:
    shift = {
        "id": "s-1",
        "by": "o",
        "by_name": "Châm",
        "at": "2026-03-10T01:00:00Z",
        "notes": "Ổn",
        "version": 1,
    }
    bench.pull(page(line(shift, "handover")))
    assert [one.notes for one in bench.store.handovers.newest()] == ["Ổn"]
    bench.pull(page(ChangeLine(9, "handover", "s-1", Operation.SCOPE_LOST, 0, None)))
    assert bench.store.handovers.newest() == []
    assert bench.news.count(ShiftsChanged()) == 2
