"""Lists that are exported while the program is killed: under its name a file is whole, or it is not there."""

from __future__ import annotations

import csv
import itertools
import random
from pathlib import Path
from zipfile import BadZipFile

from desktop_app.exports.delimited import delimited
from desktop_app.exports.table import About, Sheet
from desktop_app.exports.whole_file import whole_file
from desktop_app.exports.workbook import workbook
from tests.chaos.killing import Fate, Victim
from tests.chaos.ledger import Findings
from tests.chaos.victims import Tell
from tests.desktop_app.exports.reading import sheets

ROWS = 400
NAMES = ("list.csv", "list.xlsx")
LATEST = 0.05
"""Seconds after a confirmation within which the next file is being written, as a rule."""
_LIST, _ABOUT = "Danh sách", "Về tệp này"


def write_lists(folder: Path, first: int, tell: Tell) -> None:
    """Write both files again and again, each time under another number; say which one stands."""
    tell.send(("opening",))
    for number in itertools.count(first):
        for name in NAMES:
            with whole_file(folder / name) as draft:
                _write(draft, number)
            tell.send(("exported", name, number))


def _write(draft: Path, number: int) -> None:
    if draft.suffix == ".csv":
        with delimited(draft, mark=True) as text:
            _fill(text, number)
    else:
        with workbook(draft, About(_LIST), _LIST, _ABOUT) as book:
            _fill(book, number)


def _fill(sheet: Sheet, number: int) -> None:
    sheet.head([("Lần", 10), ("Dòng", 10)])
    for row in range(ROWS):
        sheet.row([str(number), str(row)])


def number_of(path: Path) -> int:
    """Return under which number the file was written, whole; raise ``ValueError`` where it is torn."""
    try:
        rows = _rows(path)
    except (BadZipFile, AssertionError, KeyError, SyntaxError) as torn:
        raise ValueError(f"{path.name} is torn: {type(torn).__name__}") from None
    numbers = {row[0] for row in rows}
    if [row[1] for row in rows] != list(map(str, range(ROWS))) or len(numbers) != 1:
        raise ValueError(f"{path.name} is torn: {len(rows)} rows of {len(numbers)} numbers")
    return int(numbers.pop())


def _rows(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        return sheets(path)[_LIST][1:]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


class ExportLane:
    """One folder that somebody exports into."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        folder.mkdir()
        self._folder, self._chance = folder, chance
        self._stands: dict[str, int] = {}
        self._found = Findings()
        self.confirmed = 0

    def live(self, life: int) -> bool:
        """Some files, the last of which is killed while it is written."""
        moment = Fate(self._chance.uniform(0.0, LATEST), self._chance.randint(1, 4))
        victim = Victim(write_lists, self._folder, life * 1_000_000)
        said, alive = victim.meet(moment, "exported")
        told = {name: number for kind, *rest in said if kind == "exported" for name, number in [rest]}
        self.confirmed += len(said) - 1
        self._stands |= told
        self._look()
        return alive

    def settle(self) -> None:
        """Nothing waits here."""

    def judge(self) -> Findings:
        """What was wrong with any of them."""
        return self._found

    def _look(self) -> None:
        """Each file is whole, and no older than the last that was confirmed."""
        for name, number in self._stands.items():
            try:
                found = number_of(self._folder / name)
            except (OSError, ValueError) as missing:
                self._found.lost.append(f"export {name} {number}: {missing}")
                continue
            if found < number:
                self._found.lost.append(f"export {name} {number}: it is {found}")
