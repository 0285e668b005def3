"""Reads a workbook as ECMA-376 lays it down, without the library that wrote it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """Return every sheet's rows by its name; a cell is its text, or ``=…`` where it is a formula."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        shared = _shared(book)
        names = [each.get("name", "") for each in _root(book, "xl/workbook.xml").iter(f"{SPACE}sheet")]
        return {name: _rows(book, number, shared) for number, name in enumerate(names, start=1)}


def _rows(book: zipfile.ZipFile, number: int, shared: list[str]) -> list[list[str]]:
    rows = _root(book, f"xl/worksheets/sheet{number}.xml").iter(f"{SPACE}row")
    return [[_text(cell, shared) for cell in row] for row in rows]


def _root(book: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(book.read(name))


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return ["".join(item.itertext()) for item in _root(book, "xl/sharedStrings.xml").iter(f"{SPACE}si")]


def _text(cell: ET.Element, shared: list[str]) -> str:
    formula = cell.find(f"{SPACE}f")
    if formula is not None:
        return f"={formula.text}"
    value = cell.find(f"{SPACE}v")
    if cell.get("t") == "s" and value is not None and value.text is not None:
        return shared[int(value.text)]
    return "".join(cell.itertext())
