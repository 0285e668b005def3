"""The terminal's routes at their edges: its own token, bounded batches, rows that can be read."""

from __future__ import annotations

from tests.support.journal_maker import JournalMaker
from tests.support.sandbox_server import SandboxServer


def test_a_person_cannot_speak_for_a_terminal(sandbox: SandboxServer, journal: JournalMaker) -> None:
    row = journal.boot()
    journal.desk.sign_in(sandbox.city.card("o-handler"))
    status, answer = journal.send(row)
    assert (status, answer["code"]) == (401, "token_invalid")


def test_two_hundred_rows_and_no_more(journal: JournalMaker) -> None:
    rows = [journal.boot() for _ in range(201)]
    path = f"/v1/terminals/{journal.desk.terminal_id}/events"
    body = {"epoch": 1, "events": rows}
    answer = journal.desk.call("POST", path, token=journal.desk.token, json=body, follows=False)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    status, taken = journal.send(*rows[:200])
    assert (status, taken["next_expected_seq"]) == (200, 201)


def test_a_row_nobody_can_place_is_refused(journal: JournalMaker) -> None:
    for unreadable in ("a.b.c", journal.desk.sign("ioc-journal+jws", {"seq": "one"})):
        status, answer = journal.send({"terminal_jws": unreadable})
        assert (status, answer["code"]) == (422, "row_unreadable")


def test_no_rows_is_an_empty_receipt(journal: JournalMaker) -> None:
    status, answer = journal.send()
    assert (status, answer["results"], answer["next_expected_seq"]) == (200, [], 1)
