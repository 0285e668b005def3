"""A scanner on a serial line (a pair of terminals stands for it): lines come whole, letters included."""

from __future__ import annotations

import os
import pty
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.counter.views import QR
from ui.counter.serial_scanner import SerialScanner, ports


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    """Our end of a serial line, and the name of the scanner's other end."""
    ours, theirs = pty.openpty()
    yield ours, os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def test_letters_arrive_whole(line: tuple[int, str], qtbot: QtBot) -> None:
    ours, name = line
    scanner = SerialScanner()
    assert scanner.listen(name)
    sent = QR.encode() + b"\r\n"
    with qtbot.waitSignal(scanner.scanned) as heard:
        os.write(ours, sent[:40])
        os.write(ours, sent[40:])
    assert heard.args == [QR]
    scanner.close()
    scanner.close()
    assert not scanner.listening


def test_a_port_that_is_not_there(qtbot: QtBot) -> None:
    scanner = SerialScanner()
    lost: list[str] = []
    scanner.lost.connect(lost.append)
    assert not scanner.listen("no-such-port")
    assert not scanner.listen("")
    assert lost == ["no-such-port"]
    assert "no-such-port" not in ports()
