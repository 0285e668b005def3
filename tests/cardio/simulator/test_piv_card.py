"""The virtual card as a whole: its ATR, its resets."""

from __future__ import annotations

from functools import reduce
from operator import xor

import pytest

from cardio.piv import Piv
from cardio.registry import claims_extended_length, historical_bytes
from cardio.simulator.piv_card import answer_to_reset
from tests.support import virtual_cards
from tests.support.virtual_cards import pin


@pytest.mark.parametrize("extended", [True, False])
def test_the_atr_tells_the_truth(extended: bool) -> None:
    card = virtual_cards.card(extended=extended)
    atr = card.power_on()
    assert claims_extended_length(atr) is extended
    answer = card.transmit(bytes.fromhex("00A40400000009A00000030800001000" + "0000"))
    assert answer[-2:].hex() == ("9000" if extended else "6700")


def test_the_check_byte() -> None:
    atr = answer_to_reset(b"\x80ABC")
    assert reduce(xor, atr[1:]) == 0
    assert historical_bytes(atr) == b"\x80ABC"


def test_reset_ends_what_was_verified_but_not_the_counter() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    piv.verify(pin())
    assert piv.tries_left() is None
    card.reset()
    assert Piv.select(card).tries_left() == card.pin_tries_left == 3
