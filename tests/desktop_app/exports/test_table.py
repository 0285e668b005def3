"""Rows come a page at a time, progress is told, and a stop leaves between two pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.exports.table import PAGE, About, Column, Progress, Stopped, Value, pages, write

COLUMNS: list[Column[int]] = [
    Column("Số", 8, lambda row: row),
    Column("Gấp đôi", 8, lambda row: 2 * row),
]


class Kept:
    """A sheet in memory."""

    def __init__(self) -> None:
        self.titles: Sequence[tuple[str, int]] = ()
        self.rows: list[Sequence[Value]] = []

    def head(self, columns: Sequence[tuple[str, int]]) -> None:
        self.titles = columns

    def row(self, values: Sequence[Value]) -> None:
        self.rows.append(values)


def test_every_row_is_written_once_in_its_order() -> None:
    sheet, progress, ids = Kept(), Progress(PAGE + 3), list(range(PAGE + 3))
    asked: list[int] = []

    def read(part: Sequence[int]) -> list[int]:
        asked.append(len(part))
        return list(part)

    assert write(sheet, COLUMNS, pages(ids, read), progress) == PAGE + 3
    assert asked == [PAGE, 3]
    assert sheet.titles == [("Số", 8), ("Gấp đôi", 8)]
    assert sheet.rows == [[each, 2 * each] for each in ids]
    assert progress.done == progress.total


def test_rows_that_went_meanwhile_are_left_out() -> None:
    sheet = Kept()
    assert write(sheet, COLUMNS, pages([1, 2, 3], lambda part: list(part)[:1]), Progress(3)) == 1


def test_stopped_it_ends_at_the_next_page() -> None:
    sheet, progress = Kept(), Progress(3 * PAGE)

    def read(part: Sequence[int]) -> list[int]:
        progress.stop()
        return list(part)

    with pytest.raises(Stopped):
        write(sheet, COLUMNS, pages(range(3 * PAGE), read), progress)
    assert len(sheet.rows) == PAGE


def test_what_the_file_is_may_be_said_in_one_line() -> None:
    assert About("Quá hạn").lines == ()
