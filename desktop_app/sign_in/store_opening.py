"""What will open a person's store: their card's key, this device, or nothing, and why. Pure.

Never is a key derived from a signature: a card without a key for the vault has the device's slot where the
policy allows it, and else works online only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.session import Assurance

if TYPE_CHECKING:
    from desktop_app.cards.presented_card import PresentedCard


class Lack(StrEnum):
    """Why a card's own key does not open the store."""

    NO_KEY = "no_key"
    UNFIT = "unfit"
    MECHANISM = "mechanism"


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens the store; ``lack`` is None where the card does."""

    by: Assurance
    lack: Lack | None = None


def opening_of(card: PresentedCard, *, device_allowed: bool, fit: bool, refused: bool) -> Opening:
    """Return what opens the store of this card's holder.

    ``fit``: its wrapping certificate suits the holder and the card; ``refused``: the token listed a
    mechanism for it and then did not do it.
    """
    if refused or _lacks_mechanism(card):
        lack = Lack.MECHANISM
    elif card.key_management is None:
        lack = Lack.NO_KEY
    elif not fit:
        lack = Lack.UNFIT
    else:
        return Opening(Assurance.CARD)
    return Opening(Assurance.DEVICE if device_allowed else Assurance.ONLINE, lack)


def _lacks_mechanism(card: PresentedCard) -> bool:
    # The PIN field's page names a lack and loads no keys.
    from desktop_app.cards.token_card import TokenCard

    return isinstance(card, TokenCard) and not (card.token.agrees or card.token.deciphers)
