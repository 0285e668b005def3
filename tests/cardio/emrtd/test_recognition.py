"""A closed document is told from other cards, with the ways it opens by; nothing is opened, no try spent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio import der, tlv
from cardio.document_errors import LengthRefused
from cardio.emrtd import security_infos
from cardio.emrtd.recognition import ClosedChip, recognise
from cardio.mrz import Format
from cardio.simulator.emrtd import DocumentFile, Profile, VirtualDocument
from tests.support import virtual_cards
from tests.support.apdu_script import AnsweringCard
from tests.support.virtual_documents import InHand, document


def offering(*ways: tuple[str, int]) -> DocumentFile:
    """A document whose open list names these protocols and domain parameters."""
    infos = (der.sequence(der.oid(oid), der.integer(2), der.integer(number)) for oid, number in ways)
    return replace(document(), card_access=tlv.encode(der.SET, b"".join(infos)))


def test_the_citizen_card_names_its_protocol_and_curve() -> None:
    chip = VirtualDocument(document())
    assert recognise(InHand(chip)) == ClosedChip(
        ("PACE-ECDH-GM-AES-CBC-CMAC-128, brainpoolP256r1",), speakable=True
    )
    assert (chip.pace_tries, chip.bac_tries) == (0, 0)


def test_a_document_of_before_pace() -> None:
    chip = VirtualDocument(document(Profile(size=Format.TD3, details=False)))
    assert recognise(InHand(chip)) == ClosedChip((), speakable=True)
    assert chip.bac_tries == 0


@pytest.mark.parametrize(
    ("oid", "number", "way", "speakable"),
    [
        (f"{security_infos.PACE}1.4", 2, "PACE-DH-GM-AES-CBC-CMAC-256, DH 2048", True),
        (f"{security_infos.PACE}2.2", 77, "PACE-ECDH-GM-AES-CBC-CMAC-128, #77", False),
        (f"{security_infos.PACE}9.9", 13, f"{security_infos.PACE}9.9, brainpoolP256r1", False),
    ],
)
def test_what_is_not_spoken_is_named_all_the_same(oid: str, number: int, way: str, speakable: bool) -> None:
    assert recognise(InHand(VirtualDocument(offering((oid, number))))) == ClosedChip((way,), speakable)


def test_a_broken_list_is_told_and_not_taken_for_another_card() -> None:
    file = replace(document(), card_access=bytes.fromhex("31847fffffff") + bytes(300))
    with pytest.raises(LengthRefused):
        recognise(InHand(VirtualDocument(file)))


@pytest.mark.parametrize("answer", ["6A82", "9000", "31059000", "6D00"])
def test_other_cards_are_none(answer: str) -> None:
    """Also one that answers everything with success, and knows no application."""

    class Other(AnsweringCard):
        def transmit(self, command: bytes | bytearray) -> bytes:
            return bytes.fromhex("6A82" if bytes(command[1:3]) == b"\xa4\x04" else answer)

    assert recognise(Other("", atr=b"\x3b\x00", contactless=False)) is None
    assert recognise(InHand(virtual_cards.card())) is None  # type: ignore[arg-type]  # any chip
