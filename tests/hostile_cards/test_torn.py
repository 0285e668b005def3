"""A card torn off at every APDU of every flow × profile: told as such, no try spent, and whole afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cardio.errors import CardRemoved, PinWrong
from cardio.piv import Piv
from cardio.simulator import KeyKind, RareKeyKind
from cardio.transport import Card
from tests.hostile_cards.torn import (
    FLOWS,
    NEW,
    PROFILES,
    Protocol,
    TearableCard,
    card_file,
    change_and_back,
)
from tests.support.virtual_cards import PIN, pin


@pytest.mark.parametrize(("kind", "protocol"), PROFILES)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_torn_at_every_apdu(
    flow: Callable[[Card], None], kind: KeyKind | RareKeyKind, protocol: Protocol
) -> None:
    card = TearableCard(card_file(kind), protocol)
    flow(card)  # the first logout of a kind of card takes an APDU more, to be proved
    card.put_in_again()
    flow(card)
    whole, entered = card.apdus, FLOWS[flow]
    assert card.presented == entered, "each entry is presented once"
    for apdus in range(whole):
        card.put_in_again()
        card.left = apdus
        with pytest.raises(CardRemoved):
            flow(card)
        assert card.presented <= entered
        restore(card)
        assert card.tries == (3, 3), f"after {apdus} APDUs"
    card.put_in_again()
    flow(card)
    assert card.apdus == whole


def restore(card: TearableCard) -> None:
    """Change the PIN back where the card was torn off between the two changes: the person's own entry."""
    card.put_in_again()
    piv = Piv.select(card)
    try:
        piv.verify(pin(PIN))
    except PinWrong:
        piv.change_pin(pin(NEW), pin(PIN))
    piv.logout()


def test_a_flow_between_two_changes_is_told_apart() -> None:
    card = TearableCard(card_file(KeyKind.P256))
    card.left = 2  # SELECT, the first change
    with pytest.raises(CardRemoved):
        change_and_back(card)
    card.put_in_again()
    Piv.select(card).verify(pin(NEW))
