"""What a card says of itself before any PIN."""

from __future__ import annotations

from cardio import events
from cardio.piv import Slot
from desktop_app.bus import Bus
from desktop_app.cards.presented_card import ACCOUNT_ID_LENGTH, SeenCards, read_card
from tests.hostile_cards.torn import TearableCard
from tests.journeys.workbench import DESK, Workbench
from tests.support.virtual_cards import card_file


def test_a_card_is_read_once_and_forgotten_when_it_leaves(bench: Workbench) -> None:
    seen = SeenCards(bench.core.bus)
    assert seen.get(DESK) is None
    bench.insert(card_file())
    card = bench.core.readers.submit(DESK, seen.reading(DESK)).result(30)
    assert seen.get(DESK) is card
    assert card.authentication == card_file().certificate(Slot.AUTHENTICATION)
    assert card.key_management == card_file().certificate(Slot.KEY_MANAGEMENT)
    assert card.tries_left == 3
    assert len(card.account_id) == ACCOUNT_ID_LENGTH
    bench.core.bus.publish(events.CardRemoved("another reader", b""))
    assert seen.get(DESK) is card
    bench.core.bus.publish(events.CardRemoved(DESK, b""))
    assert seen.get(DESK) is None


def test_an_unreadable_vault_key_keeps_nobody_from_signing_in() -> None:
    class Garbled(TearableCard):
        def transmit(self, command: bytes | bytearray) -> bytes:
            wanted = bytes.fromhex("5FC10B") in bytes(command)
            return bytes.fromhex("530370AAAA9000") if wanted else super().transmit(command)

    card = read_card(Garbled(card_file()))
    assert card.authentication == card_file().certificate(Slot.AUTHENTICATION)
    assert card.key_management is None


def test_a_new_card_is_not_the_one_before() -> None:
    bus = Bus()
    seen = SeenCards(bus)
    seen.forget(DESK)
    bus.publish(events.CardInserted(DESK, b"\x3b"))
    assert seen.get(DESK) is None
