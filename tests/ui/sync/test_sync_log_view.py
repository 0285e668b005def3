"""The log in words: every kind of line has some, none tells of a report that left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.sync_log import Passed
from tests.ui.seated import Workplace
from ui.sync.sync_log_view import SyncLogView


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def lines(view: SyncLogView) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def test_every_kind_of_line_has_words(workplace: Workplace, parent: QWidget) -> None:
    assert lines(SyncLogView(workplace.session, parent)) == ["Nothing has passed yet."]
    with workplace.store.write() as tx:
        for kind in Passed:
            workplace.store.log.note(tx, kind, command="note", report="r", rows=2, reports=3)
    found = lines(SyncLogView(workplace.session, parent))
    assert len({line.partition("   ")[2] for line in found}) == len(Passed)


def test_what_needs_the_person_says_why(workplace: Workplace, parent: QWidget) -> None:
    report = workplace.first("in_progress")
    why = {"status": "rejected", "rule": "payload", "field": "new_due_at"}
    with workplace.store.write() as tx:
        workplace.store.log.note(tx, Passed.NEEDS_PERSON, command="note", report=report.id, **why)
    [line] = lines(SyncLogView(workplace.session, parent))
    assert line.endswith(f"{report.code} – The centre does not take this entry: new deadline.")


def test_a_report_is_named_by_its_code_while_it_is_here(workplace: Workplace, parent: QWidget) -> None:
    report = workplace.first("in_progress")
    with workplace.store.write() as tx:
        workplace.store.log.note(tx, Passed.SENT, command="note", report=report.id)
    view = SyncLogView(workplace.session, parent)
    assert lines(view)[0].endswith(f"Received by the centre: Note · {report.code}")
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, report.id)
    view.refresh()
    assert lines(view)[0].endswith("Received by the centre: Note · a report no longer with you")
