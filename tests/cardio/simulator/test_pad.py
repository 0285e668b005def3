"""The virtual pad: what is typed goes where the structure says, and nowhere else."""

from __future__ import annotations

import pytest

from cardio import part10
from cardio.simulator.pad import FEATURE_CODES, VirtualPad

VERIFY = bytes.fromhex("0020008008") + b"\xff" * 8
CHANGE = bytes.fromhex("0024008010") + b"\xff" * 16
VERIFY_CODE, MODIFY_CODE = FEATURE_CODES.values()


def entered(pad: VirtualPad, *typed: str, structure: bytes | None = None, code: int = VERIFY_CODE) -> str:
    """What was sent to the card, or else what the reader answered."""
    abilities = pad.abilities
    assert abilities is not None
    pad.type(*typed)
    whole = part10.verify_structure(abilities, VERIFY, 6, 8) if structure is None else structure
    return pad.control(code, whole, lambda command: command).hex().upper()


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        (("123456",), "0020008008313233343536FFFF"),
        (("12345678",), "00200080083132333435363738"),
        (("12345",), "6403"),
        (("123456789",), "6403"),
        ((VirtualPad.CANCEL,), "6401"),
        ((), "6400"),
    ],
)
def test_an_entry(typed: tuple[str, ...], outcome: str) -> None:
    assert entered(VirtualPad(), *typed) == outcome


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        (("123456", "271828", "271828"), "0024008010313233343536FFFF323731383238FFFF"),
        (("123456", "271828", "271829"), "6402"),
        (("123456", VirtualPad.CANCEL), "6401"),
        (("123456", "271828"), "6400"),
    ],
)
def test_a_change(typed: tuple[str, ...], outcome: str) -> None:
    pad = VirtualPad()
    assert pad.abilities is not None
    structure = part10.modify_structure(pad.abilities, CHANGE, 6, 8)
    assert entered(pad, *typed, structure=structure, code=MODIFY_CODE) == outcome


@pytest.mark.parametrize("broken", ["", "1E00820800", "1E00 81 0800 0806 02FF090400 000000 0D000000"])
def test_a_bad_structure_is_refused(broken: str) -> None:
    structure = bytes.fromhex(broken) + (VERIFY if len(broken) > 20 else b"")
    assert entered(VirtualPad(), structure=structure) == "6B80"


def test_a_pad_may_lack_or_refuse() -> None:
    without = VirtualPad(modify=False).abilities
    assert without is not None
    assert without.modify is None
    assert entered(VirtualPad(works=False), "123456") == "6B80"
    assert entered(VirtualPad(), code=1) == "6B80"
