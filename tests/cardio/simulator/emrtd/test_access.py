"""The chip's side of PACE and BAC: order kept, wrong proofs refused."""

from __future__ import annotations

import os

import pytest

from cardio import tlv
from cardio.apdu import Command
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.security_infos import Mapping, PaceInfo
from cardio.emrtd.symmetric import ENCRYPTION, MAC, Suite
from cardio.errors import ProtocolViolation
from cardio.simulator.emrtd.access import ChipBac, ChipPace
from cardio.simulator.emrtd.document import pace_info

INFO = pace_info(Mapping.GENERIC, Suite.AES128, 13)
KEY = MrzKey("L898902C", "690806", "940623")


def step(*parts: tuple[int, bytes]) -> Command:
    """A GENERAL AUTHENTICATE."""
    return Command(0x86, data=tlv.encode(0x7C, b"".join(tlv.encode(*part) for part in parts)))


@pytest.mark.parametrize(
    "second", [step(), step((0x81, b"\x04")), step((0x83, b"")), Command(0x86, data=b"\x7c")]
)
def test_steps_out_of_order_or_malformed(second: Command) -> None:
    chip = ChipPace(INFO, Can("123456"))
    assert chip.step(step()).answer.sw == 0x9000
    refused = chip.step(second)
    assert (refused.answer.sw, refused.keys) == (0x6A80, None)


def test_no_session_without_the_token() -> None:
    chip = ChipPace(pace_info(Mapping.INTEGRATED, Suite.AES128, 13), Can("123456"))
    chip.step(step())
    assert chip.step(step((0x81, bytes(16)))).answer.sw == 0x9000
    chip.step(step((0x83, b"\x04")))
    opened = chip.step(step((0x85, bytes(8))))
    assert (opened.answer.sw, opened.keys) == (0x6300, None)
    assert chip.step(step()).answer.sw == 0x6A80, "the run is over"


def test_unknown_domain_parameters() -> None:
    with pytest.raises(ProtocolViolation):
        ChipPace(PaceInfo(INFO.oid, True, Mapping.GENERIC, Suite.AES128, 31), KEY)


def test_basic_access_wants_its_own_challenge() -> None:
    chip, suite = ChipBac(KEY), Suite.DES3
    encryption, mac = suite.derive(KEY.seed, ENCRYPTION), suite.derive(KEY.seed, MAC)

    def answer(challenge: bytes) -> bytes:
        sealed = suite.encrypt(encryption, os.urandom(8) + challenge + os.urandom(16))
        return sealed + suite.token(mac, sealed)

    assert chip.answer(answer(chip.challenge)).keys is not None
    for wrong in (answer(bytes(8)), answer(chip.challenge)[:-1] + b"\x00\x00", bytes(40), b""):
        assert chip.answer(wrong).keys is None
