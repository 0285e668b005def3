"""Calls taken down on a real store: drafts, sealing, undo, temporary numbers, refusals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.bus import Bus
from desktop_app.domain.caller import Caller, read_caller
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.person import Person
from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.roles import Role
from desktop_app.store.account import AccountStore
from desktop_app.triage.calls import CallDraft, Calls, NoReporterKey
from desktop_app.triage.triage import CommandRefused, Triage
from tests.desktop_app.store.builders import KEY, put, report_json
from tests.support.clock import ManualClock

KEYS = ec.generate_private_key(ec.SECP256R1())
WHO = Caller("Bà Sáu", "0914 000 111")
WRITTEN = CallDraft(
    "Cống nghẹt trước chợ", "Nước tràn lên đường", "19789", "12 Lê Lợi", procedure=Procedure.INSTANT,
    priority=Priority.HIGH, promise="Gọi lại sau 16 giờ",
)  # fmt: skip


class Bench:
    """A call-taker on a store of their own."""

    def __init__(self, store: AccountStore, clock: ManualClock, *roles: Role) -> None:
        self.store, self.clock = store, clock
        self.person = Person(
            "o-hotline", "Cao Tổng Đài", "u-ioc", "", frozenset(roles or {Role.HOTLINE}),
            frozenset({"u-ioc"}), frozenset(), "hue",
        )  # fmt: skip
        store.adopt(self.person.actor, {})
        self.key: Mapping[str, Any] | None = jose.public_jwk(KEYS)
        self.triage = Triage(self.person.actor, store, Bus(), clock, lambda: None)
        self.calls = Calls(self.person, store, self.triage, clock, lambda: self.key)

    def answered(self, **result: Any) -> None:  # noqa: ANN401 - the contract's results
        """Let the centre answer everything that is ready."""
        self.clock.advance(10)
        self.store.outbox.release_due(self.clock.now())
        for event in self.store.outbox.take_ready():
            with self.store.write() as tx:
                self.store.outbox.settle(
                    tx, event.id, {"status": "applied", "version": 1, "seq": 9, **result}
                )
                if "code" in result:
                    self.store.calls.told(tx, event.id, result["code"])


@pytest.fixture
def bench(store: AccountStore, clock: ManualClock) -> Bench:
    return Bench(store, clock)


def test_a_call_waits_with_a_temporary_number_until_the_centre_gives_a_code(bench: Bench) -> None:
    call = bench.calls.take(WRITTEN)
    [pending] = bench.store.outbox.waiting()
    assert (pending.event.type, pending.event.entity_id) == (HotlineCommand.RECEIVE, call.report_id)
    assert pending.event.payload["place"] == {
        "unit_code": "19789", "address": "12 Lê Lợi", "latitude": None, "longitude": None,
    }  # fmt: skip
    [listed] = bench.calls.taken()
    assert (listed.state, listed.code, listed.number, listed.is_open) == (
        OutboxState.HELD, None, call.reference, True,
    )  # fmt: skip
    bench.answered(code="PA-2026-000417")
    [listed] = bench.calls.taken()
    assert (listed.state, listed.number) == (OutboxState.ACKNOWLEDGED, "PA-2026-000417")
    assert listed.is_open  # somebody still waits for the promise
    bench.calls.keep_promise(call.id)
    assert not bench.calls.taken()[0].is_open


def test_a_caller_is_sealed_for_the_centre_alone(bench: Bench) -> None:
    sealed = bench.calls.seal(WHO)
    assert sealed is not None
    assert read_caller(jose.unseal(sealed, KEYS)) == WHO
    bench.calls.take(replace(WRITTEN, caller=sealed))
    [pending] = bench.store.outbox.waiting()
    assert pending.event.payload["caller"] == sealed
    assert "0914" not in json.dumps(pending.event.payload)
    assert bench.calls.seal(Caller()) is None


def test_without_the_centres_key_no_name_is_taken(bench: Bench) -> None:
    bench.key = None
    assert not bench.calls.can_seal
    with pytest.raises(NoReporterKey):
        bench.calls.seal(WHO)


def test_the_draft_outlives_the_desk_and_ends_with_the_call(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "account.db"
    store = AccountStore.open(path, KEY, "a", now=clock.now)
    draft = replace(WRITTEN, promise_due=clock.now() + timedelta(hours=2), caller="a.b.c.d.e")
    Bench(store, clock).calls.keep_draft(draft)
    store.close()
    store = AccountStore.open(path, KEY, "a", now=clock.now)
    try:
        bench = Bench(store, clock)
        assert bench.calls.draft() == draft
        bench.calls.take(draft)
        assert bench.calls.draft().is_empty
    finally:
        store.close()


def test_a_draft_of_a_newer_program_is_let_be(bench: Bench) -> None:
    bench.store.calls.keep_draft('{"title": 7}')
    assert bench.calls.draft() == CallDraft()
    bench.calls.drop_draft()
    assert bench.store.calls.draft() is None


def test_undo_gives_the_call_back_as_it_was(bench: Bench) -> None:
    sealed = bench.calls.seal(WHO)
    call = bench.calls.take(replace(WRITTEN, caller=sealed))
    back = bench.calls.undo(call.id)
    assert back == replace(WRITTEN, caller=sealed, sealed_at=call.taken_at)
    assert bench.calls.taken() == []
    assert bench.store.outbox.waiting() == []
    assert bench.calls.undo(call.id) is None


def test_a_refused_call_is_written_anew(bench: Bench) -> None:
    call = bench.calls.take(WRITTEN)
    assert bench.calls.reopen(call.id) is None
    bench.answered(status="rejected", rule="payload", field="category")
    assert bench.calls.taken()[0].state is OutboxState.NEEDS_PERSON
    assert bench.calls.reopen(call.id) == WRITTEN
    assert bench.calls.taken() == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CallDraft(), "title"),
        (replace(WRITTEN, ward="", address=""), "place"),
        (replace(WRITTEN, title="x" * 201), "title"),
    ],
)
def test_what_is_missing_is_named(bench: Bench, draft: CallDraft, field: str) -> None:
    with pytest.raises(PayloadInvalid) as caught:
        bench.calls.take(draft)
    assert caught.value.field == field
    assert bench.store.outbox.waiting() == []


def test_a_title_is_made_of_the_words_and_words_of_the_title(bench: Bench) -> None:
    bench.calls.take(CallDraft(text="Cây đổ " * 60, address="Lê Lợi"))
    bench.calls.take(CallDraft(title="Cây đổ", address="Lê Lợi"))
    first, second = (pending.event.payload for pending in bench.store.outbox.waiting())
    assert len(first["title"]) <= 200
    assert second["text"] == "Cây đổ"


def test_who_takes_no_calls_is_refused_here_already(store: AccountStore, clock: ManualClock) -> None:
    bench = Bench(store, clock, Role.HANDLER)
    assert not bench.calls.may_take
    with pytest.raises(CommandRefused) as caught:
        bench.calls.take(WRITTEN)
    assert caught.value.refusal == "not_yours"


def test_a_further_caller_joins_an_open_report(bench: Bench) -> None:
    [report_id] = put(bench.store, report_json(state="received", assignment=None))
    call = bench.calls.join(WRITTEN, report_id)
    [pending] = bench.store.outbox.waiting()
    assert (pending.event.entity_id, pending.event.payload["joins"]) == (report_id, True)
    assert call.joined
    assert call.number == bench.store.reports.get(report_id).code
    assert bench.store.inbox.rows([bench.store.inbox.rowid(report_id) or 0])[0].unsent
    bench.calls.undo(call.id)
    bench.calls.join(CallDraft(text="Tôi cũng thấy"), report_id)  # where it is, the report says


def test_a_private_matter_leaves_no_title_behind(bench: Bench) -> None:
    data = {
        "id": "thai-do",
        "name": "Thái độ",
        "name_en": "",
        "private": True,
        "working_days": 7,
        "version": 1,
    }
    with bench.store.write() as tx:
        bench.store.directory.put(tx, "category", data, 1)
    bench.calls.take(replace(WRITTEN, category="thai-do"))
    assert bench.calls.taken()[0].title == ""


def test_similar_open_reports_come_as_one_types(bench: Bench) -> None:
    like = {"title": "Cống nghẹt trước chợ", "text": "Nước tràn", "state": "received", "assignment": None}
    now = bench.clock.now().isoformat()
    put(bench.store, report_json(id="r-like", received_at=now, place={"unit_code": "19789"}, **like))
    put(
        bench.store,
        report_json(
            id="r-over", received_at=now, place={"unit_code": "19789"}, **{**like, "state": "closed"}
        ),
    )
    put(bench.store, report_json(id="r-far", received_at=now, place={"unit_code": "19753"}, **like))
    found = bench.calls.similar(CallDraft(title="cống nghẹt ở chợ", ward="19789"))
    assert [one.row.id for one in found] == ["r-like"]
    anywhere = bench.calls.similar(CallDraft(title="cống nghẹt ở chợ"))
    assert {one.row.id for one in anywhere} == {"r-like", "r-far"}
    assert bench.calls.similar(CallDraft(title="cây")) == ()
