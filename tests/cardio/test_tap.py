"""A tap in the fewest APDUs."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed448

from cardio.errors import UnsupportedKey
from cardio.piv import Slot
from cardio.simulator import KeyKind, VirtualPivCard
from cardio.tap import read_tap, supported_key
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW


class Counting:
    """A virtual card in a reader, that counts its APDUs."""

    reader, contactless, max_apdu = "R", False, 65544

    def __init__(self, card: VirtualPivCard) -> None:
        self._card = card
        self.atr = card.power_on()
        self.count = 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card."""
        self.count += 1
        return self._card.transmit(command)

    def transaction(self) -> object:
        """Nobody else is here."""
        raise AssertionError("a tap leaves the transaction to its caller")

    def reset(self) -> None:
        """Warm reset."""
        raise AssertionError("a tap resets nothing")


@pytest.mark.parametrize(
    ("kind", "extended", "apdus"),
    [
        (KeyKind.P256, True, 3),
        (KeyKind.P384, True, 3),
        (KeyKind.RSA2048, True, 3),
        (KeyKind.P256, False, 4),
        (KeyKind.P384, False, 4),
        (KeyKind.RSA2048, False, 7),
    ],
)
def test_apdus_of_a_tap(kind: KeyKind, extended: bool, apdus: int) -> None:
    card = Counting(virtual_cards.card(kind, extended=extended))
    tap = read_tap(card)
    tap.sign(b"event")  # verified inside, or it would raise
    assert card.count == apdus
    assert tap.certificate == virtual_cards.card_file(kind).certificate(Slot.CARD_AUTHENTICATION)
    assert tap.public_key == virtual_cards.public_key(Slot.CARD_AUTHENTICATION, kind)


def test_other_kinds_of_key_are_refused() -> None:
    key = ed448.Ed448PrivateKey.generate()
    name = x509.Name([])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW)
    with pytest.raises(UnsupportedKey):
        supported_key(builder.sign(key, None))
