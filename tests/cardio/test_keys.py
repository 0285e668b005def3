"""Whoever uses a key need not know whether a card or something else holds it."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec

from cardio.keys import SlotKeys
from cardio.piv import Piv, Slot
from cardio.simulator import VirtualPivCard
from tests.support.virtual_cards import card_file, pin, public_key


def test_a_selected_card_has_them() -> None:
    piv = Piv.select(VirtualPivCard(card_file()))
    piv.verify(pin())
    keys: SlotKeys = piv
    assert keys.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), b"message")
    peer, own = ec.generate_private_key(ec.SECP256R1()), public_key(Slot.KEY_MANAGEMENT)
    assert isinstance(own, ec.EllipticCurvePublicKey)
    assert keys.agree(Slot.KEY_MANAGEMENT, peer.public_key()) == peer.exchange(ec.ECDH(), own)
