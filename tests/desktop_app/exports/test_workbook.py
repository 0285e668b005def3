"""XLSX: text is text, moments are the city's, many rows go on, given up nothing stays open."""

from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.exports.table import About, Stopped
from desktop_app.exports.workbook import LONGEST_TEXT, Workbook, workbook
from tests.desktop_app.exports.reading import sheets

ABOUT = About("Quá hạn", (("Xuất bởi", "=HYPERLINK(1)"),))
TITLES = [("Mã", 12), ("Tiêu đề", 40)]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "http://example.vn")


def test_text_stays_text_and_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with workbook(path, ABOUT, "Phản ánh", "Giới thiệu") as book:
        book.head(TITLES)
        for text in FORMULAS:
            book.row([text, 7])
        book.row([None, datetime(2026, 3, 10, 5, 0, tzinfo=UTC)])
        book.row(["Đường ngập ở Vỹ Dạ: \x07 <&>", ""])
    read = sheets(path)
    listed = read["Phản ánh"]
    assert listed[0] == ["Mã", "Tiêu đề"]
    assert [row[0] for row in listed[1 : len(FORMULAS) + 1]] == list(FORMULAS)
    assert not any(cell.startswith("=") and cell not in FORMULAS for row in listed for cell in row)
    assert listed[1][1] == "7"
    assert listed[-2] == ["46091.5"], "12:00 on 10 March 2026 in the city, as days since 1900"
    assert listed[-1][0].startswith("Đường ngập ở Vỹ Dạ: ")
    assert read["Giới thiệu"] == [["Quá hạn"], ["Xuất bởi", "=HYPERLINK(1)"]]


def test_more_rows_than_a_sheet_takes_go_on(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = Workbook(path, "A [1]: b/c", rows_a_sheet=3)
    book.head(TITLES)
    for number in range(5):
        book.row([str(number), None])
    book.close()
    read = sheets(path)
    assert [len(rows) for rows in read.values()] == [3, 3, 2]
    assert {rows[0][0] for rows in read.values()} == {"Mã"}
    assert not any(set("[]:*?/\\") & set(name) for name in read)


def test_a_text_too_long_for_a_cell_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with workbook(path, ABOUT, "x", "y") as book:
        book.head(TITLES)
        book.row(["ư" * (LONGEST_TEXT + 5), 1])
    assert len(sheets(path)["x"][1][0]) == LONGEST_TEXT


def _give_up(path: Path) -> None:
    with workbook(path, ABOUT, "x", "y") as book:
        book.head(TITLES)
        book.row(["1", "2"])
        raise Stopped


def test_given_up_nothing_is_put_together(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with pytest.raises(Stopped):
        _give_up(path)
    assert not path.exists()


def test_a_place_that_takes_no_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "list.xlsx", "x")
    book.head(TITLES)
    (tmp_path / "list.xlsx").mkdir()
    with pytest.raises(OSError, match=r"list\.xlsx"):
        book.close()
    book.give_up()


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    few, many = _peak(tmp_path / "few.xlsx", 2_000), _peak(tmp_path / "many.xlsx", 20_000)
    assert many < 1.5 * few + 200_000, "ten times the rows"


def _peak(path: Path, rows: int) -> int:
    """The most bytes that writing so many rows, all different, held at once."""
    tracemalloc.start()
    try:
        with workbook(path, ABOUT, "x", "y") as book:
            book.head(TITLES)
            for number in range(rows):
                book.row([f"HUE-2026-{number}", f"Đường ngập số {number}"])
            return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_it_can_be_stopped_while_it_is_put_together(tmp_path: Path) -> None:
    asked: list[int] = []

    def stop_at_the_third() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Stopped

    def write() -> None:
        with workbook(tmp_path / "list.xlsx", ABOUT, "x", "y", stop_at_the_third) as book:
            book.head(TITLES)
            for number in range(200):
                book.row([f"{number}", number])
            assert not asked, "rows wait in a file of their own"

    with pytest.raises(Stopped):
        write()
    assert len(asked) == 3, "nothing was written after it"
