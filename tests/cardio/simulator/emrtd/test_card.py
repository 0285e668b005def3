"""The virtual document as a card: its ATR, its faults, what a forger changes."""

from __future__ import annotations

from cardio.registry import claims_extended_length
from cardio.simulator.emrtd import Hostility, VirtualDocument
from cardio.simulator.emrtd.card import corrupted
from tests.support.virtual_documents import NOW, OTHER, authority, document


def test_its_atr_says_what_it_takes() -> None:
    assert claims_extended_length(VirtualDocument(document(), extended=True).power_on()) is True
    assert claims_extended_length(VirtualDocument(document()).power_on()) is False


def test_rubbish_is_refused() -> None:
    card = VirtualDocument(document())
    assert card.transmit(b"\x00") == b"\x67\x00"
    assert card.transmit(bytes.fromhex("00A4020C02011C")) == b"\x90\x00"
    assert VirtualDocument(document(), Hostility.ENDLESS_PIECES).transmit(b"")[-2] == 0x61


def test_a_forger_changes_one_thing() -> None:
    good = document()
    for hostility in Hostility:
        forged = corrupted(good, document(person=OTHER), authority(), hostility, NOW)
        changed = {number for number in forged.groups if forged.groups[number] != good.groups.get(number)}
        assert len(changed) <= 1
    assert corrupted(
        good, good, authority(), Hostility.ADDED_GROUP, NOW
    ).groups.keys() - good.groups.keys() == {11}
