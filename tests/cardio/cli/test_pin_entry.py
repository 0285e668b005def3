"""One entry: presented once, logged out whatever happens, never in a text."""

from __future__ import annotations

import pytest

from cardio.cli.pin_entry import PinEntry
from cardio.errors import PinFormat
from cardio.piv import Piv
from tests.support import virtual_cards
from tests.support.virtual_cards import PIN, pin


def test_it_opens_and_closes() -> None:
    piv = Piv.select(virtual_cards.card())
    with PinEntry(pin()).unlocked(piv):
        assert piv.tries_left() is None, "verified"
    assert piv.tries_left() == 3


def test_what_cannot_be_a_pin_spends_nothing() -> None:
    piv = Piv.select(virtual_cards.card())
    with pytest.raises(PinFormat), PinEntry(bytearray(b"12345")).unlocked(piv):
        pytest.fail("opened")
    assert piv.tries_left() == 3


def test_it_is_never_shown() -> None:
    assert PIN not in repr(PinEntry(pin()))
