"""Commands, undo, drafts, mine and theirs, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.bus import Bus
from desktop_app.domain import payloads
from desktop_app.domain.content import content_sha256
from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.report import Outcome, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.news import OutboxChanged, ReportsChanged
from desktop_app.store.account import AccountStore
from desktop_app.triage.triage import CommandRefused, DraftContent, Triage
from tests.desktop_app.store.builders import KEY, ME, UNIT, put, report_json, wire
from tests.support.clock import ManualClock

HANDLER = Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT}))
NOTHING = payloads.Nothing()


class Bench:
    """A handler's triage on a store with one distributed report."""

    def __init__(self, store: AccountStore, clock: ManualClock) -> None:
        self.store, self.clock, self.news, self.woken = store, clock, list[object](), 0
        bus = Bus()
        bus.subscribe(OutboxChanged, self.news.append)
        bus.subscribe(ReportsChanged, self.news.append)
        store.adopt(HANDLER, {})
        self.triage = Triage(HANDLER, store, bus, clock, self._wake)
        [self.id] = put(store, report_json())

    def _wake(self) -> None:
        self.woken += 1

    @property
    def report(self) -> Report:
        return self.store.reports.get(self.id)

    def accept(self) -> Pending:
        return self.triage.do(self.report, Command.ACCEPT, NOTHING)

    def refuse(self, pending: Pending, **result: Any) -> None:  # noqa: ANN401 - the contract's results
        """Let the server answer ``pending`` badly."""
        self.clock.advance(10)
        self.store.outbox.release_due(self.clock.now())
        self.store.outbox.take_ready()
        with self.store.write() as tx:
            self.store.outbox.settle(tx, pending.event.id, {"status": "conflict", **result})


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    yield Bench(store, clock)
    store.close()


def test_where_the_policy_wants_a_signature_an_approval_has_one(tmp_path: Path) -> None:
    clock = ManualClock()
    with closing(AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)) as store:
        leader = Actor(ME, UNIT, frozenset({Role.APPROVER}), frozenset({UNIT}))
        wanted = [True]
        store.adopt(leader, {})
        triage = Triage(
            leader, store, Bus(), clock, lambda: None, signed_approvals=lambda: wanted[0]
        )  # fmt: skip
        text, outcome = "Đã xong", Outcome.FIXED
        content = content_sha256(text, outcome, UNIT)
        answer = {
            "text": text, "content_sha256": content, "outcome": "fixed", "publisher_unit": UNIT,
            "submitted_by": "x", "submitted_at": wire(clock.now()),
        }  # fmt: skip
        [report_id] = put(store, report_json(state="awaiting_approval", answer=answer))
        report = store.reports.get(report_id)
        with pytest.raises(CommandRefused) as refused:
            triage.do(report, Command.APPROVE, payloads.Approve(content))
        assert refused.value.refusal == "signature_required"
        assert store.outbox.waiting() == []
        triage.do(report, Command.APPROVE, payloads.Approve(content, signature="signed"))
        wanted[0] = False
        [other] = put(store, report_json(state="awaiting_approval", answer=answer))
        triage.do(store.reports.get(other), Command.APPROVE, payloads.Approve(content))


def note(text: str = "Đã gọi") -> payloads.Text:
    return payloads.Text(text)


def test_a_command_shows_at_once_and_is_held_for_undo(bench: Bench) -> None:
    pending = bench.accept()
    assert bench.report.state is State.IN_PROGRESS
    assert bench.store.reports.base(bench.id).state is State.DISTRIBUTED
    assert pending.state is OutboxState.HELD
    assert pending.held_until == bench.clock.now() + timedelta(seconds=5)
    assert pending.event.base_version == 3
    assert pending.event.touches == (bench.id,)
    assert bench.news == [
        ReportsChanged((bench.id,)),
        OutboxChanged(pending.event.id, bench.id, OutboxState.HELD),
    ]
    assert bench.woken == 1


def test_a_note_is_not_held(bench: Bench) -> None:
    assert bench.triage.do(bench.report, Command.NOTE, note()).state is OutboxState.READY


def test_each_event_comes_after_the_one_before(bench: Bench) -> None:
    first = bench.accept()
    second = bench.triage.do(bench.report, Command.NOTE, note())
    assert second.event.after == first.event.id


def test_what_the_table_does_not_allow_is_refused(bench: Bench) -> None:
    with pytest.raises(CommandRefused, match="not_yours"):
        bench.triage.do(bench.report, Command.PUBLISH, payloads.Publish("0" * 64, preview_seen=True))
    with pytest.raises(CommandRefused, match="wrong_state"):
        bench.triage.do(bench.report, Command.RESUME, NOTHING)
    stale = bench.report
    bench.accept()
    with pytest.raises(CommandRefused, match="wrong_state"):  # a double click on an old screen
        bench.triage.do(stale, Command.ACCEPT, NOTHING)


def test_a_payload_that_lacks_something_is_named(bench: Bench) -> None:
    with pytest.raises(PayloadInvalid) as invalid:
        bench.triage.do(bench.report, Command.NOTE, note("  "))
    assert (invalid.value.field, invalid.value.problem) == ("text", "empty")
    assert bench.store.outbox.waiting() == []


def test_a_day_that_cannot_be_is_refused_here_and_not_by_the_centre_later(bench: Bench) -> None:
    bench.accept()
    assert bench.report.assignment is not None
    same = payloads.RequestExtension("weather", bench.report.assignment.due_at, "Mưa lớn.")
    with pytest.raises(PayloadInvalid) as invalid:
        bench.triage.do(bench.report, Command.REQUEST_EXTENSION, same)
    assert (invalid.value.field, invalid.value.problem) == ("new_due_at", "due_not_later")


def test_a_hash_of_other_content_is_refused(bench: Bench) -> None:
    bench.accept()
    wrong = payloads.Submit("Đã xong", Outcome.FIXED, UNIT, content_sha256("Khác", Outcome.FIXED, UNIT))
    with pytest.raises(CommandRefused, match="content_changed"):
        bench.triage.do(bench.report, Command.SUBMIT, wrong)


def test_a_report_that_is_gone_is_refused(bench: Bench) -> None:
    report = bench.report
    with bench.store.write() as tx:
        bench.store.lose_scope(tx, bench.id)
    with pytest.raises(CommandRefused, match="not_found"):
        bench.triage.do(report, Command.NOTE, note())


def test_legal_commands_are_the_tables(bench: Bench) -> None:
    assert Command.ACCEPT in bench.triage.legal(bench.report)
    assert Command.PUBLISH not in bench.triage.legal(bench.report)


def test_what_was_merged_offers_what_is_not_decided_elsewhere(bench: Bench) -> None:
    merged = replace(bench.report, duplicate_of="another")
    offered = bench.triage.legal(merged)
    assert Command.NOTE in offered
    assert not {Command.ACCEPT, Command.HAND_DOWN, Command.RETURN, Command.SPLIT} & set(offered)


def test_undo_takes_back_what_has_not_left(bench: Bench) -> None:
    pending = bench.accept()
    assert bench.triage.undo(pending.event.id)
    assert bench.report.state is State.DISTRIBUTED
    assert bench.news[-1] == OutboxChanged(pending.event.id, bench.id, OutboxState.CANCELLED)
    assert not bench.triage.undo(pending.event.id)
    assert not bench.triage.undo("no-such-event")


def test_undo_comes_too_late_once_it_travels(bench: Bench) -> None:
    pending = bench.triage.do(bench.report, Command.NOTE, note())
    bench.store.outbox.take_ready()
    assert not bench.triage.undo(pending.event.id)


def test_a_bulk_action_is_undone_as_one(bench: Bench) -> None:
    [other] = put(bench.store, report_json())
    for report_id in (bench.id, other):
        bench.triage.do(bench.store.reports.get(report_id), Command.ACCEPT, NOTHING, group="g")
    assert bench.triage.undo_group("g") == 2
    assert bench.triage.undo_group("g") == 0
    assert bench.report.state is State.DISTRIBUTED


def test_drafts_are_kept_in_revisions(bench: Bench) -> None:
    assert bench.triage.draft(bench.id) is None
    bench.triage.save_draft(bench.id, DraftContent("Kính gửi"))
    bench.triage.save_draft(bench.id, DraftContent("Kính gửi: Quý Ông/Bà.", Outcome.FIXED))
    assert bench.triage.draft(bench.id) == DraftContent("Kính gửi: Quý Ông/Bà.", Outcome.FIXED)
    assert len(bench.store.drafts.revisions(bench.id)) == 2


def test_an_opened_report_is_new_no_longer(bench: Bench) -> None:
    from desktop_app.store.inbox_query import QuickFilter

    assert bench.store.inbox.counts()[QuickFilter.NEW] == 1
    bench.triage.opened(bench.id)
    assert bench.store.inbox.counts()[QuickFilter.NEW] == 0


CHANGE = {"kind": "hand_down", "by": "o-2", "by_name": "An", "at": "2026-03-10T04:00:00Z", "version": 5}


def test_a_conflict_stands_side_by_side(bench: Bench) -> None:
    pending = bench.accept()
    bench.refuse(pending, changed=[CHANGE])
    put(bench.store, report_json(id=bench.id, version=5, title="Tiêu đề của họ"))
    [conflict] = bench.triage.conflicts()
    assert conflict.pending.event.id == pending.event.id
    assert (conflict.mine.state, conflict.theirs.state) == (State.IN_PROGRESS, State.DISTRIBUTED)
    assert conflict.mine.title == conflict.theirs.title == "Tiêu đề của họ"
    assert [(change.kind, change.by_name) for change in conflict.changed] == [("hand_down", "An")]


def test_mine_goes_out_again_on_their_version_and_what_followed_follows(bench: Bench) -> None:
    pending = bench.accept()
    follower = bench.triage.do(bench.report, Command.NOTE, note())
    bench.refuse(pending)
    put(bench.store, report_json(id=bench.id, version=5))
    again = bench.triage.resolve_mine(pending.event.id)
    assert again.event.id != pending.event.id
    assert again.event.base_version == 5
    ordered = bench.store.outbox.pending(bench.id)
    assert [item.event.id for item in ordered] == [again.event.id, follower.event.id]
    assert ordered[1].event.after == again.event.id
    with pytest.raises(CommandRefused, match="not_waiting"):
        bench.triage.resolve_mine(pending.event.id)


def test_mine_is_refused_where_it_is_no_longer_legal(bench: Bench) -> None:
    pending = bench.accept()
    bench.refuse(pending)
    put(bench.store, report_json(id=bench.id, version=5, state="returned", assignment=None))
    with pytest.raises(CommandRefused, match="not_yours"):
        bench.triage.resolve_mine(pending.event.id)
    assert len(bench.triage.conflicts()) == 1


def test_theirs_gives_mine_up_and_keeps_the_draft(bench: Bench) -> None:
    bench.triage.save_draft(bench.id, DraftContent("Dở dang"))
    pending = bench.accept()
    bench.refuse(pending)
    bench.triage.resolve_theirs(pending.event.id)
    assert bench.triage.conflicts() == []
    assert bench.report.state is State.DISTRIBUTED
    assert bench.triage.draft(bench.id) == DraftContent("Dở dang")


def test_a_refused_event_may_be_sent_once_more(bench: Bench) -> None:
    pending = bench.accept()
    bench.refuse(pending)
    bench.triage.retry(pending.event.id)
    assert [event.id for event in bench.store.outbox.take_ready()] == [pending.event.id]


def test_what_left_the_scope_offers_no_choice_but_giving_up(bench: Bench) -> None:
    pending = bench.accept()
    with bench.store.write() as tx:
        bench.store.lose_scope(tx, bench.id)
    assert bench.triage.conflicts() == []
    with pytest.raises(CommandRefused, match="not_found"):
        bench.triage.resolve_mine(pending.event.id)
    bench.triage.resolve_theirs(pending.event.id)
    assert bench.store.outbox.needs_person() == []


def test_each_event_of_a_bulk_action_is_held_for_its_one_undo(bench: Bench) -> None:
    alone = bench.triage.do(bench.report, Command.NOTE, note())
    together = bench.triage.do(bench.report, Command.NOTE, note(), group="g")
    assert (alone.state, together.state) == (OutboxState.READY, OutboxState.HELD)
    assert bench.triage.undo_group("g") == 1
