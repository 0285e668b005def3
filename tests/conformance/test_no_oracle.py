"""A second client beside one that is told: nothing it can see tells that a hidden report exists or lives.

Two servers' worth of history in one: first nothing happens, then a misconduct report is written, moved,
noted, given files and looked at. What the other client sees must be the same both times: every status,
size, count, cursor length, sum, code and public page; and the way the server takes to each answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.attachments import attachment_id
from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from tests.support.desk_client import DeskClient, event
from tests.support.files import announce, bring, patch
from tests.support.pictures import JPEG
from tests.support.sandbox_server import ON_BOTH, SandboxServer
from tests.support.small_city import OTHER
from tests.support.spies import Look, Spy, questions, seen, signed_in

pytestmark = ON_BOTH


def refer(desk: DeskClient, own: Report, command: str, field: str, report_id: str) -> Look:
    """Send a command on a report of one's own that names another one; how it is answered, ids aside."""
    asked = event(command, own.id, own.version, {field: report_id})
    sent = desk.call("POST", "/v1/sync/events", token=desk.token, json={"events": [asked]})
    [result] = sent.json()["results"]
    return sent.status_code, len(sent.content), f"{result['status']} {result.get('rule')}"


@pytest.fixture
def recipient(sandbox: SandboxServer) -> Iterator[DeskClient]:
    with signed_in(sandbox, "o-misconduct") as desk:
        yield desk


@pytest.fixture
def spies(sandbox: SandboxServer) -> Iterator[dict[str, Spy]]:
    names = ("o-dispatcher", "o-supervisor", "o-handler")
    found = {name: Spy(signed_in(sandbox, name)) for name in names}
    yield found
    for spy in found.values():
        spy.desk.http.close()


def life(sandbox: SandboxServer, recipient: DeskClient, report: Report) -> str:
    """The hidden report is noted, given a file, looked at and changed; return the file's id."""
    sandbox.city.read(report.id)
    assert recipient.send(event("note", report.id, 5, {"text": "Kín"}))[0]["status"] == "applied"
    sha256 = bring(recipient, report.id, JPEG)
    assert recipient.send(event("attach", report.id, 5, {"sha256": [sha256]}))[0]["status"] == "applied"
    path = f"/v1/reports/{report.id}/presence"
    recipient.call("PUT", path, token=recipient.token, json={"doing": "writing"})
    with sandbox.service.writer.transaction() as connection:
        changed = replace(sandbox.city.read(report.id), title="Khác", version=90)
        sandbox.service.entities.put_report(connection, changed)
    return attachment_id(report.id, sha256)


def test_a_hidden_report_leaves_no_trace_for_anybody_else(
    sandbox: SandboxServer, recipient: DeskClient, spies: dict[str, Spy]
) -> None:
    sandbox.city.put()
    quiet = {}
    for name, spy in spies.items():
        spy.feed()
        quiet[name] = (spy.feed(), spy.sums(), spy.look(new_id(), "TD-ZZZZZZZZ", "0" * 32))
    hidden = sandbox.city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    attachment = life(sandbox, recipient, hidden)
    for name, spy in spies.items():
        assert (spy.feed(), spy.sums(), spy.look(hidden.id, "TD-ABCDEFGH", attachment)) == quiet[name], name


def test_a_report_of_another_unit_leaves_none_either(sandbox: SandboxServer, spies: dict[str, Spy]) -> None:
    spy = spies["o-handler"]
    spy.feed()
    quiet = (spy.feed(), spy.sums(), spy.look(new_id(), "TD-ZZZZZZZZ", "0" * 32))
    foreign = sandbox.city.put()
    assert foreign.assignment is not None
    spy.feed()
    job = replace(foreign.assignment, lead_unit=OTHER, owner=OTHER, co_processors=())
    with sandbox.service.writer.transaction() as connection:
        moved = replace(foreign, assignment=job, version=9)
        sandbox.service.entities.put_report(connection, moved)
    spy.feed()  # that it left is told, once
    after = (spy.feed(), spy.sums(), spy.look(foreign.id, "TD-YYYYYYYY", "1" * 32))
    assert after == quiet


@pytest.mark.parametrize(
    ("officer", "command", "field"),
    [("o-dispatcher", "mark_duplicate", "original_id"), ("o-dispatcher", "merge", "into_id")],
)
def test_a_report_cannot_be_felt_for_through_one_s_own(
    sandbox: SandboxServer, spies: dict[str, Spy], officer: str, command: str, field: str
) -> None:
    """A command that names a second report says no more of a hidden one than of none."""
    own = sandbox.city.put(State.RECEIVED, assignment=None)
    hidden = sandbox.city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH", assignment=None)
    desk = spies[officer].desk
    unknown = refer(desk, own, command, field, new_id())
    assert not unknown[2].startswith("applied")
    assert refer(desk, own, command, field, hidden.id) == unknown


def test_an_upload_begun_before_the_sight_was_lost_is_gone_with_it(
    sandbox: SandboxServer, spies: dict[str, Spy]
) -> None:
    desk, report = spies["o-handler"].desk, sandbox.city.put()
    location = announce(desk, report.id, len(JPEG), "a" * 64).headers["Location"]
    unknown = patch(desk, f"/v1/uploads/{new_id()}", 0, b"x")
    job = report.assignment
    assert job is not None
    moved = replace(
        report, assignment=replace(job, lead_unit=OTHER, owner=OTHER, co_processors=()), version=9
    )
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.entities.put_report(connection, moved)
    assert seen(patch(desk, location, 0, b"x")) == seen(unknown)


def test_the_server_takes_the_same_way_to_unknown_and_hidden(
    sandbox: SandboxServer, spies: dict[str, Spy]
) -> None:
    """The time class: counted in questions to the database, which a busy machine does not blur."""
    hidden, spy = sandbox.city.put(private=True, code="TD-ABCDEFGH"), spies["o-dispatcher"]
    spy.look(new_id(), "TD-ZZZZZZZZ", "0" * 32)  # what is read once and kept is read by now
    unknown = questions(sandbox, lambda: spy.look(new_id(), "TD-ZZZZZZZZ", "0" * 32))
    assert questions(sandbox, lambda: spy.look(hidden.id, "TD-ABCDEFGH", "0" * 32)) == unknown
