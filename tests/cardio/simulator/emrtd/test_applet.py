"""The virtual chip's rules: nothing without a session, nothing after a fault."""

from __future__ import annotations

import pytest

from cardio.apdu import Command, Response
from cardio.emrtd import bac
from cardio.simulator.emrtd import Profile
from cardio.simulator.emrtd.applet import DocumentApplet
from cardio.simulator.iso7816 import parse
from cardio.transport import Exchange
from tests.support.virtual_documents import document

SELECT = Command(0xA4, 0x04, 0x0C, bytes.fromhex("A0000002471001"))
SELECT_COM = Command(0xA4, 0x02, 0x0C, b"\x01\x1e")


class Direct:
    """The applet as a transport."""

    def __init__(self, applet: DocumentApplet) -> None:
        self.applet = applet

    def transmit(self, command: bytes | bytearray) -> bytes:
        parsed = parse(bytes(command))
        assert parsed is not None
        answer = self.applet.process(parsed)
        return answer.data + answer.sw.to_bytes(2, "big")


@pytest.fixture
def applet() -> DocumentApplet:
    """A chip of before PACE, its application selected."""
    chip = DocumentApplet(document(Profile(signature=False, details=False)))
    assert chip.process(SELECT).sw == 0x9000
    return chip


@pytest.mark.parametrize(
    ("command", "sw"),
    [
        (SELECT_COM, 0x6982),
        (Command(0xA4, 0x02, 0x0C, b"\x7f\x7f"), 0x6A82),
        (Command(0xA4, 0x00, 0x0C, b"\x3f\x00"), 0x6D00),
        (Command(0xA4, 0x04, 0x0C, b"other"), 0x6A82),
        (Command(0xB0, le=4), 0x6982),
        (Command(0x86, data=b"\x7c\x00", le=256), 0x6982),
        (Command(0x22, 0xC1, 0xA4, b"\x80\x01\x00"), 0x6A80),
        (Command(0x82, data=bytes(40), le=40), 0x6982),
        (Command(0xFE), 0x6D00),
        (Command(0xB0, le=4, cla=0x0C), 0x6988),
    ],
)
def test_before_the_chip_is_open(applet: DocumentApplet, command: Command, sw: int) -> None:
    assert applet.process(command) == Response(b"", sw)


def test_files_within_a_session(applet: DocumentApplet) -> None:
    session = bac.open_session(
        Exchange(Direct(applet)), document(Profile(signature=False, details=False)).mrz_key
    )
    assert session.send(SELECT_COM).sw == 0x9000
    assert session.send(Command(0xB0, le=4)).data[:1] == b"\x60"
    assert session.send(Command(0xB0, 0x10, 0x00, le=4)).sw == 0x6B00
    assert session.send(Command(0x88, data=bytes(8), le=256)).sw == 0x6D00
    assert session.send(Command(0xFE)).sw == 0x6D00


def test_a_plain_command_ends_the_session(applet: DocumentApplet) -> None:
    bac.open_session(Exchange(Direct(applet)), document(Profile(signature=False, details=False)).mrz_key)
    applet.process(SELECT)
    assert applet.process(Command(0xB0, le=4, cla=0x0C)).sw == 0x6988
