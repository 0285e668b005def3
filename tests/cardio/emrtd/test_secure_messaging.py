"""Secure messaging: Doc 9303-11, D.4; every fault of an answer ends the session for good."""

from __future__ import annotations

import pytest

from cardio.apdu import Command, Response
from cardio.document_errors import SessionBroken
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys, protect
from cardio.emrtd.symmetric import Suite
from cardio.errors import CardError, ProtocolViolation
from cardio.simulator.emrtd.protection import ChipSession
from cardio.simulator.iso7816 import parse
from cardio.transport import Exchange
from tests.support import icao_examples as icao
from tests.support.apdu_script import AnsweringCard, ApduScript

D4 = SessionKeys(
    Suite.DES3,
    bytes.fromhex("979EC13B1CBFE9DCD01AB0FED307EAE5"),
    bytes.fromhex("F1CB1F1FB5ADF208806B89DC579DC1F8"),
    0x887022120C06C226,
)
SELECT = Command(0xA4, 0x02, 0x0C, b"\x01\x1e")


def test_d4_command_and_answer() -> None:
    card = ApduScript(icao.SECURE_SCRIPT[:1])
    assert SecureMessaging(Exchange(card), D4).send(SELECT) == (b"", 0x9000)


class Chip:
    """A chip that answers everything with the same data, and sees what it was asked."""

    def __init__(self, keys: SessionKeys, answer: Response) -> None:
        self._session = ChipSession(keys)
        self._answer = answer
        self.asked: list[Command | None] = []

    def transmit(self, command: bytes | bytearray) -> bytes:
        parsed = parse(bytes(command))
        assert parsed is not None
        self.asked.append(self._session.take_out(parsed))
        answer = self._session.put_in(self._answer, parsed.ins)
        return answer.data + answer.sw.to_bytes(2, "big")


@pytest.mark.parametrize("suite", list(Suite))
@pytest.mark.parametrize(
    "command", [SELECT, Command(0xB0, le=256), Command(0xB1, data=b"\x54\x01\x00", le=8)]
)
def test_both_sides_understand_each_other(suite: Suite, command: Command) -> None:
    keys = SessionKeys.derive(suite, b"secret")
    chip = Chip(keys, Response(b"data" * 20, 0x6282))
    session = SecureMessaging(Exchange(chip), keys)
    for _ in range(3):
        assert session.send(command) == (b"data" * 20, 0x6282)
    assert chip.asked == [Command(command.ins, command.p1, command.p2, command.data, command.le)] * 3


@pytest.mark.parametrize("suite", list(Suite))
def test_the_room_of_a_short_answer_is_filled_and_not_overrun(suite: Suite) -> None:
    keys = SessionKeys.derive(suite, b"secret")
    room = SecureMessaging(Exchange(Chip(keys, Response(b"", 0x9000))), keys).short_room
    lengths = [
        len(ChipSession(keys).put_in(Response(bytes(size), 0x9000), 0xB0).data) for size in (room, room + 1)
    ]
    assert lengths[0] <= 256 < lengths[1]


GOOD = icao.SECURE_SCRIPT[0][1]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("6987", "refused"),
        ("6988", "refused"),
        ("9000", "unprotected"),
        ("6A82", "unprotected"),
        (GOOD[:-6] + "EE9000", "mac"),
        ("99029000" + "8E04FA855A5D" + "9000", "mac"),
        ("00" * 20 + "9000", "mac"),
        ("990290009000", "mac"),
    ],
)
def test_a_fault_ends_the_session(answer: str, reason: str) -> None:
    card = AnsweringCard(answer)
    session = SecureMessaging(Exchange(card), D4)
    with pytest.raises(SessionBroken) as refusal:
        session.send(SELECT)
    assert refusal.value.reason == reason
    with pytest.raises(SessionBroken, match="over"):
        session.send(SELECT)
    with pytest.raises(SessionBroken, match="over"):
        session.restart(D4)
    assert len(card.commands) == 1, "nothing is sent after the fault"


def test_the_answer_of_before_is_a_replay() -> None:
    chip = ChipSession(D4, repeats=True)
    answer = chip.put_in(Response(b"", 0x9000), 0xA4)
    repeated = chip.put_in(Response(b"", 0x9000), 0xA4)
    assert answer != repeated
    card = AnsweringCard((repeated.data + b"\x90\x00").hex())
    session = SecureMessaging(Exchange(card), D4.advanced().advanced().advanced().advanced())
    with pytest.raises(CardError):
        session.send(SELECT)


def test_a_status_word_that_is_not_the_protected_one() -> None:
    session = SecureMessaging(Exchange(AnsweringCard(GOOD[:-4] + "6A82")), D4)
    with pytest.raises(ProtocolViolation):
        session.send(SELECT)


def test_a_length_refused_by_the_command_layer_goes_on() -> None:
    session = SecureMessaging(Exchange(AnsweringCard("6700")), D4)
    assert session.send(SELECT).sw == session.send(SELECT).sw == 0x6700


def test_extended_expectations() -> None:
    body = bytes(protect(Command(0xB0, le=1000), D4).data)
    assert body.startswith(b"\x97\x02\x03\xe8")
    assert "979EC13B".lower() not in repr(D4).lower()


def test_the_counter_wraps() -> None:
    last = SessionKeys(Suite.AES128, bytes(16), bytes(16), (1 << 128) - 1)
    assert last.advanced().counter == 0


def test_a_protected_answer_in_pieces_is_fetched_in_the_clear() -> None:
    command, answer = icao.SECURE_SCRIPT[0]
    card = ApduScript([(command, "6110"), ("00C0000010", answer)])
    assert SecureMessaging(Exchange(card), D4).send(SELECT) == (b"", 0x9000)
