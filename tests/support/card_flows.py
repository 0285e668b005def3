"""The two flows that every card must survive, as tasks for a reader's thread."""

from __future__ import annotations

from typing import Final

from cardio.piv import Piv, Slot
from cardio.tap import read_tap
from cardio.transport import Card
from tests.support.virtual_cards import pin, public_key

MESSAGE: Final = b"event"


def tap(card: Card) -> bytes:
    """A check-in's part on the card."""
    with card.transaction():
        return read_tap(card).sign(MESSAGE)


def sign_in(card: Card) -> bytes:
    """The whole sign-in flow: certificate, tries, PIN, signature, logout."""
    with card.transaction():
        piv = Piv.select(card)
        piv.certificate(Slot.AUTHENTICATION)
        piv.tries_left()
        with piv.unlocked(pin()):
            return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), MESSAGE)
