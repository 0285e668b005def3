"""One reading holds all that is shown of a report; a report that left the scope reads as nothing."""

from __future__ import annotations

from desktop_app.domain.payloads import Nothing, Text
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import DraftContent
from tests.ui.seated import Workplace
from ui.detail.reading import after, read


def test_everything_of_a_report_is_read(workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    workplace.session.triage.save_draft(report.id, DraftContent("Đã thông cống."))
    workplace.session.triage.do(report, Command.NOTE, Text("Gọi lại buổi chiều."))
    reading = read(workplace.session, report.id)
    assert reading is not None
    assert [entry.kind for entry in reading.entries] == ["received", "verify", "distribute", "note"]
    assert [pending.event.type for pending in reading.pending] == [Command.NOTE]
    assert reading.draft == DraftContent("Đã thông cống.")
    assert reading.commands[0] is Command.SUBMIT
    assert reading.needs_person is None


def test_what_is_not_there_reads_as_nothing(workplace: Workplace) -> None:
    assert read(workplace.session, "no-such-report") is None
    workplace.store.close()
    assert read(workplace.session, workplace.reports[0].id) is None


def test_what_a_command_leaves_is_what_the_store_tells_afterwards(workplace: Workplace) -> None:
    """Shown without asking: read anew behind the paint it must be no other, or it would be laid out twice."""
    session = workplace.session
    for state, command, payload in (
        ("distributed", Command.ACCEPT, Nothing()),
        ("in_progress", Command.NOTE, Text("Gọi lại buổi chiều.")),
    ):
        before = read(session, workplace.first(state).id)
        assert before is not None
        pending = session.triage.do(before.report, command, payload)
        told = after(session, before, pending)
        assert told == read(session, before.report.id)
        assert told != before
