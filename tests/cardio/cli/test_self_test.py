"""Keys tried: each by its kind, each fault beside the others, the PIN never left behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.cli.pin_entry import PinEntry
from cardio.cli.self_test import KeyTest, try_card
from cardio.errors import CardRemoved, PinWrong
from cardio.failure import Failure
from cardio.piv import Piv, Slot
from cardio.simulator import CardFile, KeyKind
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import WRONG_PIN, pin


@pytest.mark.parametrize("kind", list(KeyKind))
def test_a_good_card_does_all_its_work(kind: KeyKind) -> None:
    card = InReader(virtual_cards.card_file(kind))
    assert try_card(card, PinEntry(pin())) == tuple(KeyTest(slot) for slot in Slot)
    assert Piv.select(card).tries_left() == 3, "logged out"


def test_without_pin_one_key_is_tried() -> None:
    assert try_card(InReader(virtual_cards.card_file()), None) == (KeyTest(Slot.CARD_AUTHENTICATION),)


@pytest.mark.parametrize("slot", list(Slot))
def test_a_key_that_is_not_its_certificates_is_named(slot: Slot) -> None:
    good = virtual_cards.card_file()
    other = Slot.SIGNATURE if slot is not Slot.SIGNATURE else Slot.AUTHENTICATION
    wrong: CardFile = replace(good, keys={**good.keys, slot: good.keys[other]})
    outcomes = {test.slot: test.failed for test in try_card(InReader(wrong), PinEntry(pin()))}
    assert outcomes.pop(slot) == Failure("wrong_key", "wrong_key()")
    assert set(outcomes.values()) == {None}


def test_a_wrong_pin_is_spent_once() -> None:
    card = InReader(virtual_cards.card_file())
    with pytest.raises(PinWrong):
        try_card(card, PinEntry(pin(WRONG_PIN)))
    assert card.card.pin_tries_left == 2


class Torn(InReader):
    """A card that is torn off after the fourth APDU."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card, while it is there."""
        self.commands.append(b"")
        if len(self.commands) > 4:
            raise CardRemoved
        return super().transmit(command)


def test_a_card_torn_off_is_no_faulty_key() -> None:
    with pytest.raises(CardRemoved):
        try_card(Torn(virtual_cards.card_file()), PinEntry(pin()))
