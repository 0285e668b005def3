"""One reading holds all that is shown of a report; a report that left the scope reads as nothing."""

from __future__ import annotations

from desktop_app.domain.payloads import Text
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import DraftContent
from tests.ui.reports.conftest import Workplace
from ui.reports.reading import read


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
