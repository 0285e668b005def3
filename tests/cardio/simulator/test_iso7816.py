"""The command layer of virtual cards: the seven cases, chains, answers in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio.apdu import Command, Response
from cardio.simulator.iso7816 import MOST_CHAINED, CommandLayer, parse


class Echo:
    """An applet that answers so many bytes and keeps what it received."""

    def __init__(self, size: int = 0) -> None:
        self.received: list[Command] = []
        self._answer = bytes(index & 0xFF for index in range(size))

    def process(self, command: Command) -> Response:
        """The answer."""
        self.received.append(command)
        return Response(self._answer, 0x9000)


@given(
    data=st.binary(max_size=255),
    le=st.one_of(st.none(), st.integers(1, 256)),
    header=st.tuples(*[st.integers(0, 255)] * 3),
)
def test_short_commands_are_read_as_written(
    data: bytes, le: int | None, header: tuple[int, int, int]
) -> None:
    command = Command(*header, data, le)
    assert parse(bytes(command.short()[0])) == command


@given(data=st.binary(max_size=2000), le=st.integers(1, 65536))
def test_extended_commands_are_read_as_written(data: bytes, le: int) -> None:
    command = Command(0xCB, 0x3F, 0xFF, data, le)
    assert parse(bytes(command.extended())) == command


@given(st.binary(max_size=40))
def test_any_bytes_are_answered(raw: bytes) -> None:
    assert len(CommandLayer(Echo()).transmit(raw)) >= 2


@pytest.mark.parametrize("raw", ["", "00A404", "00A4040002A0", "00A4040001A0A0A0", "00A40400000002A0"])
def test_contradicting_lengths(raw: str) -> None:
    assert CommandLayer(Echo()).transmit(bytes.fromhex(raw)) == b"\x67\x00"


def test_answers_in_pieces() -> None:
    layer = CommandLayer(Echo(600))
    first = layer.transmit(bytes.fromhex("00CB3FFF00"))
    assert (len(first), first[-2:].hex()) == (258, "6100"), "344 left: more than one piece can say"
    second = layer.transmit(bytes.fromhex("00C0000000"))
    assert second[-2:].hex() == "6158"
    third = layer.transmit(bytes.fromhex("00C0000058"))
    assert third[-2:].hex() == "9000"
    assert first[:-2] + second[:-2] + third[:-2] == bytes(index & 0xFF for index in range(600))


def test_a_new_command_drops_the_rest() -> None:
    layer = CommandLayer(Echo(600))
    layer.transmit(bytes.fromhex("00CB3FFF00"))
    assert len(layer.transmit(bytes.fromhex("00CB3FFF00"))) == 258
    layer.reset()
    assert layer.transmit(bytes.fromhex("00C0000000")) == b"\x90\x00"


def test_extended_answers_come_whole() -> None:
    assert len(CommandLayer(Echo(600)).transmit(bytes.fromhex("00CB3FFF000000"))) == 602


def test_short_only_cards_say_so() -> None:
    assert CommandLayer(Echo(), extended=False).transmit(bytes.fromhex("00CB3FFF000000")) == b"\x67\x00"


def test_chains_are_joined() -> None:
    applet = Echo()
    layer = CommandLayer(applet)
    command = Command(0x87, 0x07, 0x9A, bytes(range(256)) * 2, 256)
    assert [layer.transmit(frame)[-2:].hex() for frame in command.short()] == ["9000"] * 3
    assert applet.received == [command]


def test_a_chain_is_not_interrupted() -> None:
    layer = CommandLayer(Echo())
    layer.transmit(bytes.fromhex("1087079A01AA"))
    assert layer.transmit(bytes.fromhex("00CB3FFF00")).hex() == "6883"
    assert layer.transmit(bytes.fromhex("00CB3FFF00")).hex() == "9000"


def test_endless_chains_end() -> None:
    layer = CommandLayer(Echo())
    link = bytes.fromhex("1087079AFF") + bytes(255)
    answers = [layer.transmit(link).hex() for _ in range(MOST_CHAINED // 255 + 1)]
    assert (set(answers[:-1]), answers[-1]) == ({"9000"}, "6700")


def t0(size: int) -> CommandLayer:
    """A card with that answer, by T=0."""
    return CommandLayer(Echo(size), t0=True)


@pytest.mark.parametrize("command", ["00CB3FFF02AABB", "00CB3FFF02AABB00"])
def test_by_t0_an_answer_to_data_is_fetched(command: str) -> None:
    layer = t0(3)
    assert layer.transmit(bytes.fromhex(command)).hex() == "6103"
    assert layer.transmit(bytes.fromhex("00C0000000")).hex() == "6c03", "the length must be right"
    assert layer.transmit(bytes.fromhex("00C0000003")).hex() == "0001029000"
    assert layer.transmit(bytes.fromhex("00C0000003")).hex() == "6985", "there is no more"


def test_by_t0_a_long_answer_is_fetched_in_pieces() -> None:
    layer = t0(300)
    assert layer.transmit(bytes.fromhex("00CB3FFF02AABB")).hex() == "6100"
    assert layer.transmit(bytes.fromhex("00C0000000"))[-2:].hex() == "612c"
    assert layer.transmit(bytes.fromhex("00C000002C"))[-2:].hex() == "9000"


def test_by_t0_the_expected_length_is_told() -> None:
    layer = t0(3)
    assert layer.transmit(bytes.fromhex("00F7008000")).hex() == "6c03"
    assert layer.transmit(bytes.fromhex("00F7008003")).hex() == "0001029000"


def test_by_t0_there_is_no_extended_length() -> None:
    assert t0(3).transmit(bytes.fromhex("00CB3FFF0000010000")).hex() == "6700"
