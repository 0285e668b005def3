"""The list: what, when, why; opening reads; nothing of a report that is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.news import ReportGone
from tests.ui.notices.conftest import Worker
from ui.notices.page import NoticesPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.two_lines import row_height


@pytest.fixture
def page(worker: Worker, qtbot: QtBot) -> NoticesPage:
    workplace = worker.workplace
    made = NoticesPage(workplace.session, workplace, workplace.bridge)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def rows(page: NoticesPage) -> QListWidget:
    found = page.findChild(QListWidget, "notices.list")
    assert found is not None
    return found


def test_what_came_is_listed_with_its_reason(page: NoticesPage, worker: Worker, qtbot: QtBot) -> None:
    before = rows(page).count()
    report = worker.workplace.store.reports.get(worker.urged())
    worker.look()
    qtbot.waitUntil(lambda: rows(page).count() == before + 1, timeout=20_000)
    head, foot = rows(page).item(0).text().split("\n")
    assert head == f"● new · Urged · {report.code} · {report.title}"
    assert foot == "24/11/2026 10:00 · just now · it is yours or your unit's"


def test_opening_reads_and_shows_the_report(page: NoticesPage, worker: Worker, qtbot: QtBot) -> None:
    report_id = worker.urged()
    worker.look()
    page.take_focus()
    told: list[bool] = []
    page.read.connect(lambda: told.append(True))
    with qtbot.waitSignal(page.report_asked, timeout=20_000) as asked:
        qtbot.keyClick(rows(page), Qt.Key.Key_Return)
    assert asked.args == [report_id]
    assert told == [True]
    assert "● new" not in rows(page).item(0).text()


def test_all_are_read_at_once(page: NoticesPage, worker: Worker) -> None:
    worker.urged()
    worker.look()
    page.refresh()
    assert worker.workplace.store.notices.unread()[0] == 1
    page.read_all()
    assert worker.workplace.store.notices.unread() == (0, 0)
    assert "● new" not in rows(page).item(0).text()


def test_a_report_opened_on_the_desk_is_read(page: NoticesPage, worker: Worker) -> None:
    report_id = worker.urged()
    worker.look()
    worker.workplace.session.triage.opened(report_id)
    assert worker.workplace.store.notices.unread() == (0, 0)


def test_a_report_that_left_leaves_no_line(page: NoticesPage, worker: Worker) -> None:
    report_id = worker.urged()
    worker.look()
    with worker.workplace.store.write() as tx:
        worker.workplace.store.lose_scope(tx, report_id)
    page.refresh()
    assert all("Urged" not in rows(page).item(row).text() for row in range(rows(page).count()))


@pytest.mark.parametrize("height", [420, 520, 700])
def test_a_low_window_has_one_scroll_bar_not_two(page: NoticesPage, height: int, qtbot: QtBot) -> None:
    page.resize(1093, height)
    page._list.show_rows([(str(each), "Urged · PA-1\nwhy") for each in range(30)])
    around = page.findChild(ScrollPage, "notices.scroll")
    assert around is not None
    qtbot.waitUntil(lambda: around.verticalScrollBar().maximum() == 0)
    assert rows(page).height() >= 3 * row_height()


def test_a_report_that_leaves_the_desk_is_named_no_more(page: NoticesPage, worker: Worker) -> None:
    store = worker.workplace.store
    gone = worker.urged()
    worker.look()
    page.refresh()
    assert "Urged" in rows(page).item(0).text()
    with store.write() as tx:
        store.lose_scope(tx, gone)
    worker.workplace.bridge.report_gone.emit(ReportGone(gone))
    said = [rows(page).item(row).text() for row in range(rows(page).count())]
    assert not any("Urged" in one for one in said)
