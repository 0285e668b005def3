"""The way in: which protocol, how many tries, what a chip in an odd state is asked."""

from __future__ import annotations

import dataclasses

import pytest

from cardio import der, tlv
from cardio.document_errors import AccessDenied, AccessNotOffered, AccessUnknown
from cardio.emrtd import opening
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.opening import Opened
from cardio.errors import UnknownCard
from cardio.mrz import Format
from cardio.simulator.emrtd import Hostility, Profile, VirtualDocument
from cardio.transport import Exchange
from tests.support.virtual_documents import InHand, document

APPLICATION = bytes.fromhex("00A4040C07A0000002471001")


def opened(card: InHand, key: Can | MrzKey) -> Opened:
    """Open the chip that lies in the hand."""
    return opening.open_chip(Exchange(card), key, card.reset)


def test_pace_where_it_is_offered() -> None:
    found = opened(InHand(VirtualDocument(document())), document().mrz_key)
    assert (found.method, found.short_identifiers) == ("pace", True)
    assert found.infos.pace_oids


def test_basic_access_control_where_that_is_all_there_is() -> None:
    file = document(Profile(size=Format.TD3, details=False))
    chip = VirtualDocument(file)
    found = opened(InHand(chip), file.mrz_key)
    assert (found.method, found.infos.pace_oids, chip.bac_tries) == ("bac", (), 1)
    with pytest.raises(AccessNotOffered) as refusal:
        opened(InHand(chip), file.can)
    assert refusal.value.wanted == "can"


@pytest.mark.parametrize("key", [document().can, document().mrz_key])
def test_a_chip_that_wants_what_is_not_spoken_is_told_what(key: Can | MrzKey) -> None:
    """Neither number nor lines would help, and no older protocol is tried."""
    strange = der.sequence(der.oid("0.4.0.127.0.7.2.2.4.9.2"), der.integer(2), der.integer(13))
    chip = VirtualDocument(dataclasses.replace(document(), card_access=tlv.encode(der.SET, strange)))
    with pytest.raises(AccessUnknown) as refusal:
        opened(InHand(chip), key)
    assert refusal.value.ways == "0.4.0.127.0.7.2.2.4.9.2, brainpoolP256r1"
    assert (chip.pace_tries, chip.bac_tries) == (0, 0)


def test_a_refused_number_is_the_end() -> None:
    chip = VirtualDocument(document())
    with pytest.raises(AccessDenied):
        opened(InHand(chip), Can("999999"))
    assert (chip.pace_tries, chip.bac_tries) == (1, 0)


def test_hidden_pace_is_taken_for_a_chip_of_before_pace() -> None:
    chip = VirtualDocument(document(), Hostility.HIDDEN_PACE)
    assert opened(InHand(chip), document().mrz_key).method == "bac"


class WithMasterFile(InHand):
    """A chip whose application another program left selected: EF.CardAccess is there after SELECT MF."""

    root = False

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Nothing is found before the master file was selected."""
        if bytes(command[:4]) == b"\x00\xa4\x00\x0c":
            self.root = True
            return b"\x90\x00"
        return super().transmit(command) if self.root else b"\x6a\x82"


def test_an_application_left_selected_by_another_program() -> None:
    found = opened(WithMasterFile(VirtualDocument(document())), document().can)
    assert found.method == "pace"


@pytest.mark.parametrize("key", [document().can, document().mrz_key])
def test_a_reading_before_this_one_hides_no_pace(key: Can | MrzKey) -> None:
    chip = VirtualDocument(document())
    card = InHand(chip)
    for _ in range(2):
        assert opened(card, key).method == "pace"
    card.transmit(APPLICATION)
    assert opened(card, key).method == "pace"
    assert chip.bac_tries == 0


def test_no_document_at_all() -> None:
    class Other(InHand):
        """Knows nothing."""

        def transmit(self, command: bytes | bytearray) -> bytes:
            """Refuse."""
            return b"\x6a\x82"

    with pytest.raises(UnknownCard):
        opened(Other(VirtualDocument(document())), document().mrz_key)
