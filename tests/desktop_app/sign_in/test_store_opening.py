"""What opens the store, and why not the card."""

from __future__ import annotations

import dataclasses

import pytest

from desktop_app.cards.presented_card import PresentedCard
from desktop_app.session import Assurance
from desktop_app.sign_in.store_opening import Lack, Opening, opening_of
from tests.desktop_app.cards.test_token_card import TOKEN, chosen

CARD = chosen()
MUTE = chosen(dataclasses.replace(TOKEN, agrees=False, deciphers=False))
BARE = PresentedCard(CARD.authentication, None, 3)


@pytest.mark.parametrize(
    ("card", "fit", "refused", "lack"),
    [
        (CARD, True, False, None),
        (CARD, True, True, Lack.MECHANISM),
        (MUTE, False, False, Lack.MECHANISM),
        (BARE, False, False, Lack.NO_KEY),
        (CARD, False, False, Lack.UNFIT),
    ],
)
def test_the_card_or_else_what_the_policy_allows(
    card: PresentedCard, fit: bool, refused: bool, lack: Lack | None
) -> None:
    for allowed, otherwise in ((True, Assurance.DEVICE), (False, Assurance.ONLINE)):
        found = opening_of(card, device_allowed=allowed, fit=fit, refused=refused)
        assert found == Opening(Assurance.CARD if lack is None else otherwise, lack)
