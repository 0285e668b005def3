"""Hostile staff cards are wrong in their one way and right in everything else."""

from __future__ import annotations

import pytest

from cardio.errors import CardError
from cardio.piv import Piv, Slot
from cardio.simulator.piv_hostility import HostilePivCard, PivHostility
from cardio.tap import read_tap
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW, authority, pin


def hostile(hostility: PivHostility) -> HostilePivCard:
    """The P-256 card, wrong in that way; another of the same authority signs in place of a swapped one."""
    other = authority().issue_piv(holder="Khác", staff_code="X", pin="123456", puk="12345678", now=NOW)
    return HostilePivCard(virtual_cards.card_file(), hostility, other)


@pytest.mark.parametrize("hostility", list(PivHostility))
def test_no_way_to_be_wrong_passes_a_tap(hostility: PivHostility) -> None:
    card = hostile(hostility)
    with pytest.raises(CardError):
        tap_twice(card)
    assert card.pin_tries_left == 3


def tap_twice(card: HostilePivCard) -> None:
    """Twice: a replay is right the first time."""
    for message in (b"yesterday", b"today"):
        read_tap(card).sign(message)


def test_everything_else_is_the_cards_own() -> None:
    card = hostile(PivHostility.FIXED_ANSWER)
    piv = Piv.select(card)
    assert piv.certificate(Slot.AUTHENTICATION) == virtual_cards.card_file().certificate(Slot.AUTHENTICATION)
    piv.verify(pin())
    assert piv.tries_left() is None


def test_a_replay_is_right_once() -> None:
    card = hostile(PivHostility.REPLAYED_SIGNATURE)
    assert read_tap(card).sign(b"yesterday")


def test_names_are_stable_and_distinct() -> None:
    assert all(one.value == one.name.lower() for one in PivHostility)
