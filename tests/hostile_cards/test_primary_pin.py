"""A card whose holder knows the PIN of the whole card: every flow presents that one and never the other.

SP 800-73-5 part 1, 3.3.2. The application's own PIN is another number here, so that a flow which forgets to
ask the card which PIN is meant spends a try of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cardio.apdu import Ins
from cardio.cli.report import read_report
from cardio.errors import IssuerOnly
from cardio.piv import PinReference, Piv
from cardio.transport import Card
from desktop_app.cards.presented_card import read_card
from desktop_app.cards.proof import unlocked_keys
from desktop_app.ceremonies import my_card
from tests.hostile_cards.errands import open_vault
from tests.hostile_cards.torn import TearableCard, inspect, use_every_key
from tests.hostile_cards.torn import my_card as read_my_card
from tests.support.virtual_cards import PIN, PUK, card_file, pin

_PIN_COMMANDS = frozenset({Ins.VERIFY, Ins.CHANGE_REFERENCE_DATA})


class GlobalPinCard(TearableCard):
    """The card, keeping which reference each command about a PIN named."""

    def __init__(self) -> None:
        super().__init__(replace(card_file(), pin="999999", global_pin=PIN))
        self.references: list[int] = []

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Keep the reference; to the card."""
        if command[1] in _PIN_COMMANDS:
            self.references.append(command[3])
        return super().transmit(command)


def sign_for_another(card: Card) -> None:
    """Keys used under the PIN of a card that was read before: an approval, a hand-over."""
    with unlocked_keys(card, pin(), read_card(card).pin):
        pass


def report(card: Card) -> None:
    """`ioc-desk card info`."""
    found = read_report(card)
    assert (found.pin, found.tries_left) == (PinReference.GLOBAL, 3)
    assert "the whole card's PIN" in found.text()
    assert found.document()["pin"] == "global"


FLOWS = (inspect, read_my_card, open_vault, use_every_key, sign_for_another, report)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_every_flow_means_the_pin_that_its_holder_knows(flow: Callable[[Card], None]) -> None:
    card = GlobalPinCard()
    flow(card)
    assert set(card.references) == {PinReference.GLOBAL}
    assert (card.card.global_pin_tries_left, card.tries) == (3, (3, 3))


def test_the_hot_path_asks_for_nothing_more() -> None:
    """Which PIN is meant was read at insertion: SELECT, VERIFY, and what the keys do."""
    card = GlobalPinCard()
    seen = read_card(card)
    card.put_in_again()
    with unlocked_keys(card, pin(), seen.pin):
        assert card.apdus == 2


def test_my_card_changes_it_and_leaves_unblocking_to_the_issuer() -> None:
    card = GlobalPinCard()
    my_card.logged_out(card, lambda piv: piv.change_pin(pin(), pin("271828")))
    my_card.logged_out(card, lambda piv: piv.change_pin(pin("271828"), pin()))
    presented = card.presented
    with pytest.raises(IssuerOnly):
        my_card.logged_out(card, lambda piv: piv.unblock(pin(PUK), pin()))
    assert (card.presented, card.tries) == (presented, (3, 3)), "the PUK was not spent on it"
    assert Piv.select(card).find_pin() is PinReference.GLOBAL
