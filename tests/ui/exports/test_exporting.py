"""From the key to the file over a real store: the list as shown, whole or not at all, and the sheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.exports.table import Progress, Stopped
from desktop_app.exports.whole_file import FileNotWritten
from desktop_app.exports.workbook import Workbook
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.desktop_app.exports.reading import sheets
from tests.support import file_dialogs
from tests.support.widgets import child
from tests.ui.seated import Workplace
from ui.detail.reading import read
from ui.exports.exporting import Exporting, export
from ui.inbox.inbox_pane import InboxPane
from ui.tasks import Tasks
from ui.widgets.toast import Toast

PATIENCE = 30_000
PLACE = "export.place"


@pytest.fixture
def desk(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Exporting:
    ground = QWidget()
    ground.resize(800, 600)
    qtbot.addWidget(ground)
    inbox = InboxPane(workplace.session, workplace.names, workplace.clock, tasks, ground)
    made = Exporting(workplace.session, workplace.names, workplace.clock, tasks, inbox, Toast(ground))
    made.bar.setParent(ground)
    ground.show()
    inbox.choose(QuickFilter.ALL)
    return made


def said(desk: Exporting) -> str:
    return child(desk.bar.window(), QLabel, "toast.text").text()


def export_to(desk: Exporting, path: Path, kind: str = "") -> None:
    desk.export_list()
    file_dialogs.answer(PLACE, path, kind)


def expected(workplace: Workplace, query: InboxQuery) -> list[str]:
    inbox = workplace.store.inbox
    return [row.code for row in inbox.rows(inbox.ids(query))]


def test_the_list_is_written_as_it_is_shown(
    desk: Exporting, workplace: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "danh sách.xlsx"
    export_to(desk, path)
    qtbot.waitUntil(path.exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "rows written" in said(desk), timeout=PATIENCE)
    read_back = sheets(path)
    codes = [row[0] for row in read_back["Reports"][1:]]
    assert codes == expected(workplace, InboxQuery(filter=QuickFilter.ALL))
    assert len(codes) > 5
    assert ["List", "All reports"] in read_back["About"]
    assert desk.bar.isHidden()


def test_csv_holds_the_same(desk: Exporting, workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "list.csv"
    export_to(desk, path, "CSV for spreadsheets, UTF-8 with mark (*.csv)")
    qtbot.waitUntil(lambda: "rows written" in said(desk), timeout=PATIENCE)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == expected(workplace, InboxQuery(filter=QuickFilter.ALL))
    assert path.read_bytes()[:3] == b"\xef\xbb\xbf"


def test_no_place_chosen_is_no_file(desk: Exporting, tmp_path: Path) -> None:
    desk.export_list()
    assert child(file_dialogs.asking(PLACE), QLineEdit, "fileNameEdit").text() == "All reports.xlsx"
    file_dialogs.refuse(PLACE)
    assert desk.bar.isHidden()
    assert list(tmp_path.glob("*.xlsx")) == []


def prepared(desk: Exporting, path: Path) -> Callable[[], int]:
    errand = desk._prepare(path, "x", marked=True)
    errand.progress.stop()
    return lambda: export(errand)


def test_stopped_there_is_no_half_a_file(desk: Exporting, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for name in ("a.xlsx", "a.csv"):
        (folder / name).write_bytes(b"before")
        with pytest.raises(Stopped):
            prepared(desk, folder / name)()
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {
        "a.xlsx": b"before",
        "a.csv": b"before",
    }


def test_stopped_while_it_is_put_together_there_is_no_file_either(
    desk: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand = desk._prepare(tmp_path / "a.xlsx", "x", marked=True)
    close = Workbook.close

    def stop_and_close(book: Workbook) -> None:
        errand.progress.stop()
        close(book)

    monkeypatch.setattr(Workbook, "close", stop_and_close)
    with pytest.raises(Stopped):
        export(errand)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_place_that_takes_no_file_is_said(desk: Exporting, tmp_path: Path, qtbot: QtBot) -> None:
    export_to(desk, tmp_path / "gone" / "a.xlsx")
    qtbot.waitUntil(lambda: "is not there any more" in said(desk), timeout=PATIENCE)
    with pytest.raises(FileNotWritten):
        export(replace(desk._prepare(tmp_path / "gone" / "a.csv", "x", marked=False), progress=Progress(0)))


def test_the_sheet_of_the_report_that_is_read(
    desk: Exporting, workplace: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    report = workplace.reports[0]
    desk.reading = lambda: read(workplace.session, report.id)
    path = tmp_path / "sheet.pdf"
    desk.save_sheet()
    assert child(file_dialogs.asking(PLACE), QLineEdit, "fileNameEdit").text() == f"{report.code}.pdf"
    file_dialogs.answer(PLACE, path)
    qtbot.waitUntil(lambda: "Sheet written" in said(desk), timeout=PATIENCE)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    text = document.getAllText(0).text()
    document.close()
    assert report.code in text
    assert "ĐỘC LẬP" in text.upper()
    assert [each.name for each in tmp_path.glob("*.pdf")] == ["sheet.pdf"]


def test_nothing_read_is_no_sheet(desk: Exporting) -> None:
    desk.save_sheet()
    assert file_dialogs.asked(PLACE) is None


@pytest.mark.parametrize("what", ["list", "sheet"])
def test_a_lock_while_the_place_is_asked_for_leaves_nothing_on_the_screen(
    desk: Exporting, workplace: Workplace, tmp_path: Path, what: str
) -> None:
    desk.reading = lambda: read(workplace.session, workplace.reports[0].id)
    if what == "list":
        desk.export_list()
    else:
        desk.save_sheet()
    dialog = file_dialogs.asking(PLACE)
    desk.bar.window().hide()
    assert not dialog.isVisible()
    assert [*tmp_path.glob("*.xlsx"), *tmp_path.glob("*.pdf")] == []
