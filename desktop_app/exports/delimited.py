"""A table as CSV (RFC 4180), UTF-8 with or without a byte order mark; no cell of it is a formula.

A spreadsheet takes a cell that begins with = + - @ (or tab or return) for a formula, which may send what
stands in other cells elsewhere: such a cell gets an apostrophe in front, which says *text*.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.domain.deadlines import ZONE
from desktop_app.exports.table import Value

if TYPE_CHECKING:
    from _csv import Writer

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@contextmanager
def delimited(path: Path, *, mark: bool) -> Iterator[Delimited]:
    """Write text to ``path``; ``mark``: with a byte order mark, by which spreadsheets know UTF-8."""
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        yield Delimited(csv.writer(file))


class Delimited:
    """Rows of one file; satisfies ``table.Sheet``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def head(self, columns: Sequence[tuple[str, int]]) -> None:
        """Write the titles."""
        self._writer.writerow([harmless(title) for title, _ in columns])

    def row(self, values: Sequence[Value]) -> None:
        """Write one row."""
        self._writer.writerow([_cell(value) for value in values])


def harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    risky = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if risky else text


def _cell(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(ZONE):%d/%m/%Y %H:%M}"
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else str(value)
