"""A place with a card and a place with a token are read and asked alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.errors import NoReader, PinFormat
from desktop_app.cards.places import CardPlaces
from desktop_app.cards.presented_card import SeenCards
from desktop_app.cards.token_slots import TokenSlots
from tests.desktop_app.cards.test_token_card import chosen
from tests.journeys.workbench import DESK, Workbench
from tests.support.virtual_cards import card_file


@pytest.fixture
def places(bench: Workbench) -> CardPlaces:
    """The readers of a workstation without any token."""
    core = bench.core
    return CardPlaces(core.readers, TokenSlots(core.bus), SeenCards(core.bus), lambda: None, core.clock)


def test_what_was_read_is_remembered(bench: Workbench, places: CardPlaces) -> None:
    bench.insert(card_file())
    assert places.seen(DESK) is None
    assert places.read(DESK).result(30) == places.seen(DESK)
    with pytest.raises(NoReader):
        places.read("nowhere").result(30)


def test_each_kind_has_its_own_pins(bench: Workbench, places: CardPlaces) -> None:
    bench.insert(card_file())
    card, token, long = places.read(DESK).result(30), chosen(), bytearray(b"a long password")
    with pytest.raises(PinFormat):
        places.check_pin(card, long)
    places.check_pin(token, long)
    with pytest.raises(PinFormat):
        places.check_pin(token, bytearray())
    places.check_pin(replace(token, pin_pad=True), bytearray())
