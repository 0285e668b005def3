"""What the PIN guards is told redacted or by size; a card without it, or with nonsense there, is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.cli.behind_pin import HeldObject
from cardio.cli.self_test import try_card
from cardio.errors import CardRemoved, ProtocolViolation
from cardio.failure import Failure
from cardio.piv import objects, printed
from cardio.piv.printed import PrintedInformation
from cardio.simulator import CardFile
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import pin


def held(file: CardFile) -> dict[str, HeldObject]:
    """The three objects by the English half of their names."""
    return {each.name.split(" / ")[1]: each for each in try_card(InReader(file), pin()).held}


@pytest.fixture
def issued() -> CardFile:
    """A card with everything that an issuer writes."""
    return virtual_cards.card_file()


def test_everything_an_issuer_wrote_is_read(issued: CardFile) -> None:
    found = held(issued)
    assert set(found) == {"printed", "face", "fingerprints"}
    assert [each.failed for each in found.values()] == [None, None, None]
    assert "byte" in found["face"].told
    assert "signed" in found["fingerprints"].told


def test_a_number_on_the_card_s_face_is_not_told_whole(issued: CardFile) -> None:
    named = printed.write(PrintedInformation(name="Người thử 046099000123", affiliation="Phường Phú Xuân"))
    found = held(replace(issued, objects={**issued.objects, objects.PRINTED: named}))["printed"]
    assert "Phường Phú Xuân" in found.told
    assert "046099000123" not in found.text()


def test_a_card_without_them_says_none() -> None:
    bare = replace(virtual_cards.card_file(), objects={})
    assert all(each.is_missing and each.text().endswith("none") for each in held(bare).values())


def test_nonsense_in_one_is_told_beside_the_others(issued: CardFile) -> None:
    found = held(replace(issued, objects={**issued.objects, objects.FACE: b"\xbc\x02\x00\x00"}))
    assert found["face"].failed == Failure("protocol_violation", str(ProtocolViolation("biometrics")))
    assert "protocol_violation" in found["face"].text()
    assert found["printed"].failed is None


class TornAtTheFace(InReader):
    """A card that is torn off when its face is asked for."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card, while it is there."""
        if objects.FACE.to_bytes(3, "big") in bytes(command):
            raise CardRemoved
        return super().transmit(command)


def test_a_card_torn_off_is_no_card_without_a_face(issued: CardFile) -> None:
    with pytest.raises(CardRemoved):
        try_card(TornAtTheFace(issued), pin())
