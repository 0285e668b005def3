"""The virtual PIV application: counters, PUK, what each key wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.apdu import Command, Ins
from cardio.piv import PinReference, objects
from cardio.simulator.piv_applet import PivApplet, Secret
from tests.support import virtual_cards
from tests.support.virtual_cards import PIN, PUK, WRONG_PIN

SELECT = Command(Ins.SELECT, 4, 0, objects.AID, 256)


def field(text: str) -> bytes:
    """A PIN or PUK as it travels."""
    return text.encode().ljust(8, b"\xff")


@pytest.fixture
def applet() -> PivApplet:
    """Selected, nothing verified."""
    applet = PivApplet(virtual_cards.card_file())
    assert applet.process(SELECT).sw == 0x9000
    return applet


def sw(
    applet: PivApplet, ins: int, data: bytes = b"", p1: int = 0, p2: int = PinReference.APPLICATION
) -> str:
    """The status word of a command, in hexadecimal."""
    return f"{applet.process(Command(ins, p1, p2, data)).sw:04X}"


def test_a_counter() -> None:
    secret = Secret(PIN, 3, 3)
    assert [f"{secret.present(field(WRONG_PIN)):04X}" for _ in range(2)] == ["63C2", "63C1"]
    assert secret.present(field(PIN)) == 0x9000
    assert [f"{secret.present(field(WRONG_PIN)):04X}" for _ in range(4)] == ["63C2", "63C1", "63C0", "6983"]
    assert secret.present(field(PIN)) == 0x6983


def test_selection() -> None:
    applet = PivApplet(virtual_cards.card_file())
    assert sw(applet, Ins.VERIFY) == "6D00", "nothing is selected yet"
    for name in (objects.FULL_AID, objects.AID, objects.AID[:5]):
        assert applet.process(Command(Ins.SELECT, 4, 0, name, 256)).sw == 0x9000
    assert applet.process(Command(Ins.SELECT, 4, 0, bytes.fromhex("A0000005272001"), 256)).sw == 0x6A82
    assert sw(applet, Ins.VERIFY) == "63C3", "an application that is not there changes nothing"


def test_the_state_of_the_pin_ends_with_power(applet: PivApplet) -> None:
    assert sw(applet, Ins.VERIFY, field(PIN)) == "9000"
    assert sw(applet, Ins.VERIFY) == "9000"
    applet.power_on()
    applet.process(SELECT)
    assert sw(applet, Ins.VERIFY) == "63C3"


def test_a_wrong_pin_ends_the_verified_state(applet: PivApplet) -> None:
    sw(applet, Ins.VERIFY, field(PIN))
    assert sw(applet, Ins.VERIFY, field(WRONG_PIN)) == "63C2"
    assert sw(applet, Ins.VERIFY) == "63C2"


def test_a_blocked_card_is_unblocked_by_its_puk(applet: PivApplet) -> None:
    for _ in range(3):
        sw(applet, Ins.VERIFY, field(WRONG_PIN))
    assert sw(applet, Ins.VERIFY, field(PIN)) == "6983"
    assert sw(applet, Ins.RESET_RETRY_COUNTER, field("00000000") + field("222222")) == "63C2"
    assert sw(applet, Ins.RESET_RETRY_COUNTER, field(PUK) + field("222222")) == "9000"
    assert sw(applet, Ins.VERIFY, field("222222")) == "9000"


def test_changing_pin_and_puk(applet: PivApplet) -> None:
    assert sw(applet, Ins.CHANGE_REFERENCE_DATA, field(WRONG_PIN) + field("222222")) == "63C2"
    assert sw(applet, Ins.CHANGE_REFERENCE_DATA, field(PIN) + field("222222")) == "9000"
    assert sw(applet, Ins.CHANGE_REFERENCE_DATA, field(PUK) + field("87654321"), p2=0x81) == "9000"
    assert sw(applet, Ins.RESET_RETRY_COUNTER, field("87654321") + field("333333")) == "9000"
    assert sw(applet, Ins.VERIFY, field("333333")) == "9000"


@pytest.mark.parametrize(
    ("ins", "data", "p2", "answer"),
    [
        (Ins.VERIFY, b"123456", 0x80, "6A80"),
        (Ins.VERIFY, field(PIN), 0x96, "6A88"),
        (Ins.CHANGE_REFERENCE_DATA, field(PIN), 0x80, "6A80"),
        (Ins.CHANGE_REFERENCE_DATA, field(PIN) * 2, 0x96, "6A88"),
        (Ins.RESET_RETRY_COUNTER, field(PUK) * 2, 0x81, "6A88"),
        (Ins.GET_DATA, b"\x5c\x05", 0xFF, "6A80"),
        (Ins.GET_DATA, b"\x5c\x03\x5f\xc1\x21", 0xFF, "6A82"),
        (Ins.GET_DATA, b"\x5c\x03\x5f\xc1\x09", 0xFF, "6982"),
        (Ins.GET_METADATA, b"", 0x9A, "6A88"),
        (0xFC, b"", 0x00, "6D00"),
    ],
)
def test_refusals(applet: PivApplet, ins: int, data: bytes, p2: int, answer: str) -> None:
    assert sw(applet, ins, data, p2=p2) == answer


@pytest.mark.parametrize(
    ("p1", "p2", "template", "answer"),
    [
        (0x11, 0x9E, "7C048200" + "8100", "6A80"),  # nothing to sign
        (0x11, 0x9E, "7C058200" + "8101AA", "6A80"),  # not a hash
        (0x11, 0x9E, "7C068200" + "85020401", "6A80"),  # not a point
        (0x11, 0x9E, "AA", "6A80"),
        (0x07, 0x9E, "7C058200" + "8101AA", "6A86"),  # another kind of key
        (0x11, 0x83, "7C058200" + "8101AA", "6A86"),  # no such slot
        (0x11, 0x9A, "7C058200" + "8101AA", "6982"),  # no PIN
    ],
)
def test_what_a_key_refuses(applet: PivApplet, p1: int, p2: int, template: str, answer: str) -> None:
    assert sw(applet, Ins.GENERAL_AUTHENTICATE, bytes.fromhex(template), p1=p1, p2=p2) == answer


def test_a_point_off_the_curve_is_refused(applet: PivApplet) -> None:
    sw(applet, Ins.VERIFY, field(PIN))
    template = bytes.fromhex("7C45" + "8200" + "8541" + "04") + b"\x01" * 64
    assert sw(applet, Ins.GENERAL_AUTHENTICATE, template, p1=0x11, p2=0x9D) == "6A80"


def test_a_card_may_be_born_blocked() -> None:
    applet = PivApplet(replace(virtual_cards.card_file(), blocked=True))
    applet.process(SELECT)
    assert (sw(applet, Ins.VERIFY), applet.pin_tries_left) == ("6983", 0)


def test_a_global_pin_has_a_counter_of_its_own() -> None:
    applet = PivApplet(replace(virtual_cards.card_file(), global_pin="161803"))
    applet.process(SELECT)
    assert sw(applet, Ins.VERIFY, field(PIN), p2=PinReference.GLOBAL) == "63C2"
    assert (applet.global_pin_tries_left, applet.pin_tries_left) == (2, 3)
    assert sw(applet, Ins.VERIFY, field("161803"), p2=PinReference.GLOBAL) == "9000"
    assert sw(applet, Ins.VERIFY, p2=PinReference.APPLICATION) == "63C3", "the other is not verified by it"
    assert sw(applet, Ins.VERIFY, p2=PinReference.GLOBAL) == "9000"
    assert sw(applet, Ins.RESET_RETRY_COUNTER, field(PUK) + field(PIN), p2=PinReference.GLOBAL) == "6A88"


def test_without_a_global_pin_its_reference_is_unknown(applet: PivApplet) -> None:
    assert sw(applet, Ins.VERIFY, p2=PinReference.GLOBAL) == "6A88"
    assert applet.global_pin_tries_left is None
