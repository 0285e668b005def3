"""Bytes of a serial scanner become lines, whatever pieces they come in."""

from __future__ import annotations

import pytest

from desktop_app.reception.scanner_line import ScannerLine


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_lines_in_pieces(end: bytes, size: int) -> None:
    sent = "046199012345||Trần Thị Bích".encode() + end + "046|Đ".encode() + end
    line, found = ScannerLine(), []
    for at in range(0, len(sent), size):
        found += line.feed(sent[at : at + size])
    assert found == ["046199012345||Trần Thị Bích", "046|Đ"]


def test_what_is_no_utf_8_shows() -> None:
    assert ScannerLine().feed(b"Tr\xc3n\n") == ["Tr\ufffdn"]


def test_a_line_without_end_fills_no_memory() -> None:
    line = ScannerLine()
    for _ in range(40):
        assert line.feed(b"9" * 1000) == []
    assert len(line._rest) <= 9000
    assert ScannerLine().feed(b"9" * 9000 + b"\n") == []


def test_a_port_that_was_closed_leaves_nothing_behind() -> None:
    line = ScannerLine()
    line.feed(b"half a li")
    line.start_over()
    assert line.feed(b"046\r") == ["046"]
