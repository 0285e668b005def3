"""From the key to the file: the list that is shown as XLSX or CSV, and the sheet of the report that is read.

A list is written aside, a page of rows at a time; what was listed when it began is what the file holds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.clock import Clock
from desktop_app.domain.report import Report
from desktop_app.exports import table
from desktop_app.exports.delimited import delimited
from desktop_app.exports.table import About, Column, Progress
from desktop_app.exports.whole_file import put, whole_file
from desktop_app.exports.workbook import workbook
from desktop_app.session import Session
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.inbox_rows import InboxRow
from ui.detail.reading import Reading
from ui.exports.columns import list_columns
from ui.exports.export_bar import ExportBar
from ui.exports.pdf import pdf
from ui.exports.sheet import Printed, sheet_of
from ui.inbox.inbox_pane import InboxPane
from ui.language import translate
from ui.tasks import Tasks
from ui.theme import TOAST_MS
from ui.vocabulary.names import Names
from ui.vocabulary.query_words import filter_word
from ui.widgets.file_dialog import FileDialog
from ui.widgets.toast import Toast
from ui.widgets.when import moment_text
from ui.wording import sentence

_log = logging.getLogger(__name__)
_LOOK_MS = 200


@dataclass(frozen=True, slots=True)
class Errand:
    """One list on its way into a file: everything the other thread needs, words included."""

    path: Path
    inbox: Inbox
    query: InboxQuery
    columns: tuple[Column[InboxRow], ...]
    about: About
    list_name: str
    about_name: str
    marked: bool
    progress: Progress


class Exporting(QObject):
    """One export at a time, to where the person says."""

    def __init__(
        self, session: Session, names: Names, clock: Clock, tasks: Tasks, inbox: InboxPane, toast: Toast
    ) -> None:
        super().__init__(inbox)
        self._session, self._names, self._clock, self._tasks = session, names, clock, tasks
        self._inbox, self._toast = inbox, toast
        self._files = FileDialog("export.place", inbox)
        self.reading: Callable[[], Reading | None] = lambda: None
        self.bar = ExportBar()
        self.bar.stop_asked.connect(self.stop)
        self._errand: Errand | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self.destroyed.connect(self._look.stop)

    # --- the list -----------------------------------------------------------------------------------

    @Slot()
    def export_list(self) -> None:
        """Write what is listed to a file; ask where and as what."""
        if self._errand is not None or not self._inbox.isVisible():
            return
        self._ask_for_list(f"{_as_file_name(filter_word(self._inbox.listed))}.xlsx")

    def _ask_for_list(self, name: str) -> None:
        self._files.save(translate("Export", "Export the list"), name, _kinds(), self._write_list)

    def _write_list(self, path: Path, kind: str) -> None:
        name = filter_word(self._inbox.listed)
        self._errand = errand = self._prepare(path, name, marked=kind != _kinds()[2])
        self._look.start()
        self._tasks.run(lambda: export(errand), self._done, self._failed)

    def _prepare(self, path: Path, name: str, *, marked: bool) -> Errand:
        query, now, person = self._inbox.query, self._clock.now(), self._session.person
        who = f"{person.name} – {self._names.unit(person.unit_id)}"
        lines = (
            (translate("Export", "List"), name),
            (translate("Export", "Search"), query.search),
            (translate("Export", "Exported by"), who),
            (translate("Export", "Exported at"), moment_text(now)),
            (
                translate("Export", "Holds"),
                translate("Export", "what this person may see at that moment"),
            ),
        )
        return Errand(
            path=path,
            inbox=self._session.store.inbox,
            query=query,
            columns=tuple(list_columns(self._names, now)),
            about=About(name, tuple(line for line in lines if line[1])),
            list_name=translate("Export", "Reports"),
            about_name=translate("Export", "About"),
            marked=marked,
            progress=Progress(0),
        )

    @Slot()
    def stop(self) -> None:
        """Stop writing; no file stays."""
        if self._errand is not None:
            self._errand.progress.stop()

    @Slot()
    def _show_progress(self) -> None:
        if self._errand is not None:
            progress = self._errand.progress
            self.bar.show_progress(self._errand.path.name, progress.done, progress.total)

    def _end(self) -> Path:
        path = self._errand.path if self._errand else Path()
        self._errand = None
        self._look.stop()
        self.bar.hide()
        return path

    @Slot(object)
    def _done(self, rows: int) -> None:
        path = self._end()
        _log.info("list exported: %d rows", rows)
        said = translate("Export", "{rows} rows written: {path}")
        self._toast.say(said.format(rows=rows, path=path), TOAST_MS)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._end()
        words = sentence(error)
        self._toast.say(f"{words.title} {words.what_to_do}", TOAST_MS)

    # --- the sheet ----------------------------------------------------------------------------------

    @Slot()
    def save_sheet(self) -> None:
        """Write the sheet of the report that is read as PDF; ask where."""
        reading = self.reading()
        if reading is not None:
            name = f"{_as_file_name(reading.report.code)}.pdf"
            title = translate("Export", "Report sheet as PDF")
            self._files.save(title, name, ("PDF (*.pdf)",), partial(self._write_sheet, reading))

    def _write_sheet(self, reading: Reading, path: Path, _kind: str) -> None:
        """Paint it here, as fonts want, and write it aside: the disk may be far away."""
        person, now = self._session.person, self._clock.now()
        printed = Printed(person.name, person.unit_id, now)
        content = pdf(sheet_of(reading, self._names, printed), _title(reading.report))
        self._tasks.run(lambda: put(path, content), self._sheet_done, self._failed)

    @Slot(object)
    def _sheet_done(self, path: Path) -> None:
        _log.info("report sheet written")
        self._toast.say(translate("Export", "Sheet written: {path}").format(path=path), TOAST_MS)


def export(errand: Errand) -> int:
    """Write a list to its file; return how many rows. Runs off the main thread.

    Raises ``Stopped``, ``FileNotWritten``, ``SearchSyntax``, ``StoreError``: no file is there then.
    """
    ids = errand.inbox.ids(errand.query)
    errand.progress.total = len(ids)
    with whole_file(errand.path) as draft:
        written = _write(errand, draft, table.pages(ids, errand.inbox.rows))
        errand.progress.step(0)  # it may have been stopped while the workbook was put together
        return written


def _write(errand: Errand, draft: Path, rows: Iterator[list[InboxRow]]) -> int:
    if errand.path.suffix.lower() == ".csv":
        with delimited(draft, mark=errand.marked) as text:
            return table.write(text, errand.columns, rows, errand.progress)
    ask = partial(errand.progress.step, 0)
    with workbook(draft, errand.about, errand.list_name, errand.about_name, ask) as book:
        return table.write(book, errand.columns, rows, errand.progress)


def _kinds() -> tuple[str, str, str]:
    return (
        translate("Export", "Excel workbook (*.xlsx)"),
        translate("Export", "CSV for spreadsheets, UTF-8 with mark (*.csv)"),
        translate("Export", "CSV for programs, UTF-8 (*.csv)"),
    )


def _title(report: Report) -> str:
    return translate("Export", "Report {code}").format(code=report.code)


def _as_file_name(text: str) -> str:
    """What any system takes as a file's name."""
    return "".join(letter if letter.isalnum() or letter in " -_" else "-" for letter in text).strip() or "IOC"
