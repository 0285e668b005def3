"""The chip's side of secure messaging: only authentic commands come out."""

from __future__ import annotations

import pytest

from cardio.apdu import Command, Response
from cardio.emrtd.secure_messaging import SessionKeys, protect
from cardio.emrtd.symmetric import Suite
from cardio.simulator.emrtd.protection import ChipSession

KEYS = SessionKeys.derive(Suite.AES128, b"secret")
COMMAND = Command(0xA4, 0x02, 0x0C, b"\x01\x1e", 256)


def test_a_command_comes_out_as_it_went_in() -> None:
    assert ChipSession(KEYS).take_out(protect(COMMAND, KEYS.advanced())) == COMMAND


@pytest.mark.parametrize("at", [0, 5, -1])
def test_one_bit_is_enough(at: int) -> None:
    sealed = protect(COMMAND, KEYS.advanced())
    data = bytearray(sealed.data)
    data[at] ^= 1
    changed = Command(sealed.ins, sealed.p1, sealed.p2, bytes(data), sealed.le, sealed.cla)
    assert ChipSession(KEYS).take_out(changed) is None
    assert ChipSession(KEYS).take_out(Command(0xA4, cla=0x0C)) is None


def test_a_command_of_before_is_not_taken_twice() -> None:
    chip, sealed = ChipSession(KEYS), protect(COMMAND, KEYS.advanced())
    assert chip.take_out(sealed) == COMMAND
    assert chip.take_out(sealed) is None


def test_faults_on_demand() -> None:
    answer = Response(b"data", 0x9000)
    right = ChipSession(KEYS).put_in(answer, 0xB0)
    assert ChipSession(KEYS, wrong_mac=True).put_in(answer, 0xB0) != right
    assert ChipSession(KEYS, repeats=True).put_in(answer, 0xB0) != right
    assert ChipSession(KEYS).put_in(answer, 0xB1).data[0] == 0x85
