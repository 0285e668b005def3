"""What leaves the desk as a file: the list as on the screen, also with the cable out; a report's sheet."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from PySide6.QtPdf import QPdfDocument

from ui.tour import official
from ui.tour.notes import HANDLER, Act, Observed, Step
from ui.tour.remote import Program

_LISTED = official.UNIT_REPORTS
_FIRST_SHEET = "xl/worksheets/sheet1.xml"
_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ASKED = "Xuất danh sách"
_FORM = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


class Paper(Act):
    """The handler hands on what the unit works on."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("the list is exported row by row as it is shown", self.export_list),
            ("and so it is with the cable out", self.export_offline),
            ("the sheet of a report is written as PDF", self.write_sheet),
            ("a card pulled while a place is asked for takes the question along", self.pull_card),
        ]

    @property
    def _program(self) -> Program:
        return self.notes.an.program

    def export_list(self, seen: Observed) -> None:
        """Ctrl+E, a place, and the workbook holds the rows of the screen in their order."""
        self.notes.an.sign_in(HANDLER)
        self.notes.an.until_synced()
        seen["rows"] = self._export("list.xlsx")

    def export_offline(self, seen: Observed) -> None:
        """What is on this computer needs no centre."""
        self.notes.stage.centre.stop()
        self.notes.an.until_offline()
        seen["rows"] = self._export("list-offline.xlsx")
        self.notes.stage.centre.start()
        self.notes.an.until_synced()

    def write_sheet(self, seen: Observed) -> None:
        """Ctrl+P over a report that is read: its code and the form of a document are in the text."""
        codes = self.notes.an.codes(_LISTED, official.IN_PROGRESS, "PA-")
        self.notes.an.open(codes[0], _LISTED)
        pages, text = _read_pdf(self._save("Ctrl+P", f"{codes[0]}.pdf"))
        if codes[0] not in text or _FORM not in text:
            raise AssertionError(f"the sheet says {text[:200]}")
        seen["pages"] = pages

    def pull_card(self, seen: Observed) -> None:
        """The desk locks; no dialog is left over the sign-in."""
        self._program.press(_LISTED)
        self._program.key("Ctrl+E")
        self._program.until(lambda: self._program.title() == _ASKED, "the question for a place")
        self.notes.stage.photograph("place-asked-for")
        self.notes.an.leave()
        self._program.until(lambda: self._program.title() != _ASKED, "the question is gone")
        seen["left on screen"] = self._program.title()

    def _export(self, name: str) -> int:
        """Export what is listed; compare it with the screen; return how many rows."""
        shown = [row.split(", ")[-1] for row in self.notes.an.show(_LISTED)]
        written = _first_column(self._save("Ctrl+E", name))[1:]
        if not shown or written != shown:
            raise AssertionError(f"the screen shows {shown[:5]}…, the file holds {written[:5]}…")
        return len(written)

    def _save(self, keys: str, name: str) -> Path:
        """Press ``keys``, name a place among the evidence, wait for the whole file."""
        place = self.notes.stage.evidence / name
        self._program.key(keys)
        self._program.answer(str(place))
        self._program.until(place.exists, f"{name} is written")
        return place


def _first_column(path: Path) -> list[str]:
    """Return the texts of the first column of a workbook's first sheet."""
    with zipfile.ZipFile(path) as book:
        sheet = ET.fromstring(book.read(_FIRST_SHEET))  # noqa: S314 - what the program has just written
    first = (row.find(f"{_SPREADSHEET}c") for row in sheet.iter(f"{_SPREADSHEET}row"))
    return ["".join(cell.itertext()) if cell is not None else "" for cell in first]


def _read_pdf(path: Path) -> tuple[int, str]:
    """Return how many pages a document has, and its text."""
    document = QPdfDocument()
    document.load(str(path))
    pages = document.pageCount()
    text = "\n".join(document.getAllText(page).text() for page in range(pages))
    document.close()
    return pages, text
