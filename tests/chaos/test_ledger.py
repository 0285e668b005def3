"""The ledger fires: each kind of broken history is called by its name, and a good one is not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.chaos.ledger import (
    FIRST_VERSION,
    Applied,
    Delivered,
    Desk,
    Findings,
    History,
    OutboxRow,
    judge_desk,
    judge_journal,
    judge_log,
    judge_person,
)

TOKEN = "<71.1.1>"
DONE = ("done", "e1", "r1", "note", TOKEN)
LOG = [Applied("e1", "r1", "applied", FIRST_VERSION + 1, "me")]
REPORT = {"id": "r1", "version": FIRST_VERSION + 1}


def desk(*outbox: OutboxRow, **changes: Any) -> Desk:  # noqa: ANN401 - any field
    reports = {"r1": json.dumps(REPORT).encode()}
    return replace(Desk(outbox, reports, frozenset({"e1"}), {"r1": "<71.2.4>"}), **changes)


def kept(state: str = "acknowledged", event_id: str = "e1") -> OutboxRow:
    return OutboxRow(event_id, "r1", state)


def person(
    *messages: tuple[str, ...],
    here: Desk,
    log: list[Applied] = LOG,
    texts: tuple[str, ...] = (f"gọi {TOKEN}",),
) -> Findings:
    history = History()
    history.hear(messages)
    return judge_person(history, here, log, texts)


def test_a_good_day_holds() -> None:
    told = (DONE, ("draft", "r1", "<71.2.4>"), ("ready", "x"))
    assert person(*told, here=desk(kept())).lines() == []


@pytest.mark.parametrize("state", ["held", "ready", "sending", "unknown"])
def test_what_never_went_out_is_lost(state: str) -> None:
    assert len(person(DONE, here=desk(kept(state)), log=[], texts=()).lost) == 1


def test_what_the_store_forgot_is_lost_even_where_the_centre_has_it() -> None:
    assert len(person(DONE, here=desk()).lost) == 1


def test_acknowledged_here_and_unknown_there_is_lost() -> None:
    assert len(person(DONE, here=desk(kept()), log=[], texts=(TOKEN,)).lost) == 1


def test_waiting_for_a_person_is_a_visible_reason() -> None:
    assert person(DONE, here=desk(kept("needs_person")), log=[], texts=()).hold


@pytest.mark.parametrize("state", ["needs_person", "cancelled", "discarded"])
def test_done_though_called_not_done_is_doubled(state: str) -> None:
    assert len(person(DONE, here=desk(kept(state))).doubled) == 1


def test_one_event_applied_or_said_twice_is_doubled() -> None:
    assert len(person(DONE, here=desk(kept()), log=LOG * 2).doubled) == 1
    assert len(person(DONE, here=desk(kept()), texts=(TOKEN, TOKEN)).doubled) == 1


def test_a_note_that_no_timeline_holds_is_lost() -> None:
    assert len(person(DONE, here=desk(kept()), texts=("khác",)).lost) == 1


def test_undos_and_decisions_hold_too() -> None:
    undone = (DONE, ("undone", "e1"))
    assert person(*undone, here=desk(kept("cancelled")), log=[], texts=()).hold
    assert len(person(*undone, here=desk(kept())).lost) == 1
    assert len(person(DONE, ("discarded", "e1"), here=desk(kept())).lost) == 1


@pytest.mark.parametrize(
    ("text", "lost"), [("<71.2.4>", 0), ("<71.1.9>", 0), ("<71.2.5>", 1), ("<71.10.1>", 1)]
)
def test_a_draft_is_the_confirmed_one_or_a_later(text: str, lost: int) -> None:
    assert len(person(("draft", "r1", text), here=desk()).lost) == lost


def test_the_log_holds_only_what_somebody_did() -> None:
    assert judge_log(LOG, [desk(kept())], {"r1": FIRST_VERSION + 1}, {}).hold
    assert len(judge_log(LOG, [desk()], {"r1": FIRST_VERSION + 1}, {}).diverged) == 1


def test_a_report_changed_once_per_event() -> None:
    known = [desk(kept())]
    assert len(judge_log(LOG, known, {"r1": FIRST_VERSION + 2}, {}).doubled) == 1
    assert judge_log(LOG, known, {"r1": FIRST_VERSION + 2}, {"r1": [FIRST_VERSION + 2]}).hold
    assert len(judge_log(LOG, known, {"r1": FIRST_VERSION}, {}).diverged) == 1


def at_rest(here: Desk, reports: dict[str, Any], entries: frozenset[str] = frozenset({"e1"})) -> list[str]:
    return judge_desk(here, reports, entries, frozenset({"r1", "r2"})).lines()


def test_a_store_at_rest_is_what_its_person_may_see() -> None:
    assert at_rest(desk(), {"r1": REPORT}) == []
    assert at_rest(desk(), {"r1": REPORT, "r2": REPORT}) == ["diverged: r2 missing"]
    assert at_rest(desk(), {"r1": {**REPORT, "version": 9}}) == ["diverged: r1 differs"]
    assert at_rest(desk(), {}) == ["leaked: r1 is out of scope"]
    assert at_rest(desk(), {"r1": REPORT}, frozenset()) == ["leaked: entry e1 is out of scope"]
    assert at_rest(desk(entries=frozenset()), {"r1": REPORT}) == ["diverged: entry e1 missing"]
    invented = desk(reports={"r1": json.dumps(REPORT).encode(), "r9": b"{}"})
    assert at_rest(invented, {"r1": REPORT}) == ["diverged: r9 invented"]


ROWS = [(1, "a"), (2, "b")]
THERE = [Delivered(1, "a", "stored"), Delivered(2, "b", "stored")]


def test_a_good_journal_holds() -> None:
    assert judge_journal([(2, "b")], ROWS, THERE).lines() == []


@pytest.mark.parametrize(
    ("taps", "rows", "there", "kind"),
    [
        ([(3, "c")], ROWS, THERE, "lost: tap 3 c"),
        ([(1, "b")], ROWS, THERE, "lost: tap 1 b"),
        ([], [(1, "a"), (3, "b")], [THERE[0], Delivered(3, "b", "stored")], "lost: the journal has gaps"),
        ([], ROWS, THERE[:1], "lost: row (2, 'b') never arrived"),
        ([], [(1, "a"), (2, "a")], [THERE[0], Delivered(2, "a", "stored")], "doubled: tap a: 2 rows"),
        ([], ROWS, [*THERE, THERE[1]], "doubled: the centre holds a row twice"),
        ([], ROWS, [*THERE, Delivered(3, "c", "stored")], "diverged: row (3, 'c') is of nobody"),
        ([], ROWS, [THERE[0], Delivered(2, "b", "quarantined")], "diverged: row (2, 'b'): quarantined"),
    ],
)
def test_a_broken_journal_is_called_by_its_name(
    taps: list[tuple[int, str]], rows: list[tuple[int, str]], there: list[Delivered], kind: str
) -> None:
    assert judge_journal(taps, rows, there).lines() == [kind]
