"""What leaves the desk as a file: the list as on the screen, also with the cable out; a report's sheet."""

from __future__ import annotations

import csv
from pathlib import Path

from ui.tour import official
from ui.tour.notes import HANDLER, Act, Observed, Step
from ui.tour.remote import Program

_LISTED = official.UNIT_REPORTS


class Paper(Act):
    """The handler hands on what the unit works on."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("the list is exported row by row as it is shown", self.export_list),
            ("and so it is with the cable out", self.export_offline),
            ("the sheet of a report is written as PDF", self.write_sheet),
        ]

    @property
    def _program(self) -> Program:
        return self.notes.an.program

    def export_list(self, seen: Observed) -> None:
        """Ctrl+E, a place, and the file holds the rows of the screen in their order."""
        self.notes.an.sign_in(HANDLER)
        self.notes.an.until_synced()
        seen["rows"] = self._export("list.csv")

    def export_offline(self, seen: Observed) -> None:
        """What is on this computer needs no centre."""
        self.notes.stage.centre.stop()
        self.notes.an.until_offline()
        seen["rows"] = self._export("list-offline.csv")
        self.notes.stage.centre.start()
        self.notes.an.until_synced()

    def write_sheet(self, seen: Observed) -> None:
        """Ctrl+P over a report that is read."""
        codes = self.notes.an.codes(_LISTED, official.IN_PROGRESS, "PA-")
        self.notes.an.open(codes[0], _LISTED)
        sheet = self._save("Ctrl+P", f"{codes[0]}.pdf")
        if not sheet.read_bytes().startswith(b"%PDF-"):
            raise AssertionError("not a PDF")
        seen["bytes"] = sheet.stat().st_size
        self.notes.an.leave()

    def _export(self, name: str) -> int:
        """Export what is listed; compare it with the screen; return how many rows."""
        shown = [row.split(", ")[-1] for row in self.notes.an.show(_LISTED)]
        with self._save("Ctrl+E", name).open(encoding="utf-8-sig", newline="") as file:
            written = [row[0] for row in csv.reader(file)][1:]
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
