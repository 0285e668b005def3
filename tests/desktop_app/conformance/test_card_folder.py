"""Cards are found by role and state, and sign what verifies under their certificates."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardio.piv.objects import Slot
from desktop_app import jose
from desktop_app.conformance.card_folder import CardFolder, foreign_card
from desktop_app.conformance.endings import Untested
from tests.support.practice import cards_of
from tests.support.small_city import SmallCity


def test_cards_are_found_by_role_and_state(city: SmallCity, tmp_path: Path) -> None:
    cards = CardFolder(cards_of(city, tmp_path / "cards"))
    assert cards.card("handler").sha256(Slot.AUTHENTICATION) != cards.card("dispatcher").sha256(
        Slot.AUTHENTICATION
    )
    assert cards.any_in("expired") is cards.card("handler", "expired")
    with pytest.raises(Untested, match="no valid card of role hotline"):
        cards.card("hotline")
    with pytest.raises(Untested, match="no blocked card"):
        cards.any_in("blocked")


def test_without_a_folder_there_are_no_cards() -> None:
    with pytest.raises(Untested):
        CardFolder(None).card("dispatcher")


def test_a_folder_without_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"index\.json"):
        CardFolder(tmp_path)


@pytest.mark.parametrize("slot", [Slot.AUTHENTICATION, Slot.CARD_AUTHENTICATION])
def test_a_card_signs_by_either_key(slot: Slot) -> None:
    card = foreign_card()
    compact = card.sign(slot, {"typ": str(jose.Kind.SIGN_IN)}, {"iss": "me"})
    key = jose.certificate_key(card.certificate(slot))
    assert jose.verify(compact, jose.Kind.SIGN_IN, key).claims == {"iss": "me"}
