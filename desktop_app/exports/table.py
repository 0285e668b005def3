"""What is written to a list's file: named columns, rows made on demand, progress that can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

Value = str | datetime | int | None
"""What a cell may hold; a moment is written as the city's wall clock shows it."""
Row = TypeVar("Row")


class Stopped(Exception):
    """The person stopped it; no file was written."""

    code = "export_stopped"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title in the person's language, its width in characters, what it says of a row."""

    title: str
    width: int
    value: Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class About:
    """What the file is: the list's name, and lines of *what: which* (filters, by whom, when)."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()


class Progress:
    """How far it is; read and stopped from any thread."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._stop = threading.Event()

    def stop(self) -> None:
        """Have it end without a file."""
        self._stop.set()

    def step(self, rows: int) -> None:
        """Note that ``rows`` more are written; raise ``Stopped``."""
        self.done += rows
        if self._stop.is_set():
            raise Stopped


class Sheet(Protocol):
    """Where rows go: a workbook, or a file of delimited text."""

    def head(self, columns: Sequence[tuple[str, int]]) -> None:
        """Write the titles (with widths)."""
        ...

    def row(self, values: Sequence[Value]) -> None:
        """Write one row."""
        ...


PAGE = 500
"""Rows in memory at a time."""


def pages(ids: Sequence[int], read: Callable[[Sequence[int]], list[Row]]) -> Iterator[list[Row]]:
    """Yield the rows of ``ids`` a page at a time: only one page is ever in memory."""
    for start in range(0, len(ids), PAGE):
        yield read(ids[start : start + PAGE])


def write(
    sheet: Sheet, columns: Sequence[Column[Row]], rows: Iterable[Sequence[Row]], progress: Progress
) -> int:
    """Write titles and rows; return how many rows. Raises ``Stopped`` between two pages."""
    sheet.head([(column.title, column.width) for column in columns])
    written = 0
    progress.step(0)
    for page in rows:
        for row in page:
            sheet.row([column.value(row) for column in columns])
        written += len(page)
        progress.step(len(page))
    return written
