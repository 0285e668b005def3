"""A table as XLSX (ECMA-376), row by row in constant memory; text is text, whatever it begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.domain.deadlines import ZONE
from desktop_app.exports.table import About, Value

ROWS_A_SHEET: Final = 1_048_576
"""More rows go on to a further sheet."""
LONGEST_TEXT: Final = 32_767
_NOT_IN_A_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME: Final = 28
"""Of a sheet: 31, less a number."""


@contextmanager
def workbook(
    path: Path, about: About, list_name: str, about_name: str, ask: Callable[[], None] = lambda: None
) -> Iterator[Workbook]:
    """Write a workbook to ``path``; its sheets are named ``list_name`` and ``about_name``.

    While it is put together, ``ask`` is called for every few kilobytes: what it raises ends the writing.
    What the library keeps beside it meanwhile lies in the folder of ``path``, which is the caller's to clear.
    """
    made = Workbook(path, list_name, ask=ask)
    try:
        yield made
        made.tell(about, about_name)
        made.close()
    except BaseException:
        made.give_up()
        raise


class _AskingFile:
    """A file that asks before every write whether to go on; it is there from the first write.

    An archive that was not finished writes its end when it is collected: after a fault that is swallowed.
    """

    def __init__(self, path: Path, ask: Callable[[], None]) -> None:
        self._path, self._ask = path, ask
        self._file: BinaryIO | None = None
        self._closed = False

    def write(self, data: bytes) -> int:
        """Ask, then write; raises OSError."""
        if self._closed:
            return len(data)
        try:
            self._ask()
            return self._opened().write(data)
        except BaseException:
            self._closed = True
            raise

    def tell(self) -> int:
        """Return where it stands; raises OSError."""
        return 0 if self._closed else self._opened().tell()

    def seek(self, place: int, whence: int = 0) -> int:
        """Stand elsewhere."""
        return 0 if self._closed else self._opened().seek(place, whence)

    def flush(self) -> None:
        """Hand on what waits in memory."""
        if self._file is not None and not self._closed:
            self._file.flush()

    def close(self) -> None:
        """Take nothing more; raises OSError."""
        self._closed = True
        if self._file is not None:
            self._file.close()

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._file = self._path.open("wb")
        return self._file


class Workbook:
    """The sheets of one file; satisfies ``table.Sheet``."""

    def __init__(
        self,
        path: Path,
        name: str,
        rows_a_sheet: int = ROWS_A_SHEET,
        ask: Callable[[], None] = lambda: None,
    ) -> None:
        import xlsxwriter  # 8 MB that a desk does without until it exports

        options = {
            "constant_memory": True, "tmpdir": str(path.parent), "strings_to_formulas": False,
            "strings_to_urls": False, "strings_to_numbers": False, "remove_timezone": False,
        }  # fmt: skip
        self._file = _AskingFile(path, ask)
        self._book: Any = xlsxwriter.Workbook(self._file, options)
        self._name = name.translate(_NOT_IN_A_NAME).strip()[:_LONGEST_NAME] or "1"
        self._rows_a_sheet = rows_a_sheet
        self._strong = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        self._columns: Sequence[tuple[str, int]] = ()
        self._sheets = self._row = 0

    def head(self, columns: Sequence[tuple[str, int]]) -> None:
        """Begin a sheet with these titles, which stay in sight."""
        self._columns = columns
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for place, (title, width) in enumerate(columns):
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(0, place, title, self._strong)
        self._row = 1

    def row(self, values: Sequence[Value]) -> None:
        """Write one row, on a further sheet where this one is full."""
        if self._row == self._rows_a_sheet:
            self.head(self._columns)
        for place, value in enumerate(values):
            self._write(place, value)
        self._row += 1

    def _write(self, place: int, value: Value) -> None:
        if isinstance(value, str):
            if value:
                self._sheet.write_string(self._row, place, value[:LONGEST_TEXT])
        elif isinstance(value, datetime):
            local = value.astimezone(ZONE).replace(tzinfo=None)
            self._sheet.write_datetime(self._row, place, local, self._moment)
        elif value is not None:
            self._sheet.write_number(self._row, place, value)

    def tell(self, about: About, name: str) -> None:
        """Add a sheet that says what this is."""
        sheet = self._book.add_worksheet(name.translate(_NOT_IN_A_NAME)[:_LONGEST_NAME])
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 60)
        sheet.write_string(0, 0, about.title[:LONGEST_TEXT], self._strong)
        for row, (what, which) in enumerate(about.lines, start=1):
            sheet.write_string(row, 0, what[:LONGEST_TEXT])
            sheet.write_string(row, 1, which[:LONGEST_TEXT])

    def close(self) -> None:
        """Put the file together; raises OSError, and what ``ask`` raises."""
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from None
        self._file.close()

    def give_up(self) -> None:
        """Let go of what is open without putting anything together."""
        self._book.fileclosed = True  # else the library complains when it is collected
        for sheet in self._book.worksheets():
            with suppress(OSError, AttributeError):
                sheet.row_data_fh.close()
        with suppress(OSError):
            self._file.close()
