"""Staff cards with one thing wrong with each."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import tlv
from cardio.apdu import Ins
from cardio.piv import Slot, objects
from cardio.simulator import CardFile, VirtualPivCard
from tests.support import virtual_cards

Answer = Callable[[bytes], bytes]
CERTIFICATE = Slot.CARD_AUTHENTICATION.certificate_tag


class LyingCard:
    """A virtual card that answers one instruction by itself, as `lie` (given the command) says."""

    def __init__(self, instruction: int, lie: Answer, card: VirtualPivCard | None = None) -> None:
        self.card = card or virtual_cards.card()
        self._instruction, self._lie = instruction, lie
        self._lying = False
        self.commands = 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The lie where it is asked for, the card's answer elsewhere."""
        self.commands += 1
        raw = bytes(command)
        self._lying = raw[1] == self._instruction or (self._lying and raw[1] == Ins.GET_RESPONSE)
        return self._lie(raw) if self._lying else self.card.transmit(raw)


def holding(content: bytes) -> Answer:
    """A data object of this value, whole at once."""
    return lambda _command: tlv.encode(objects.DATA, content) + b"\x90\x00"


def gzip_bomb() -> bytes:
    """A certificate container of a few kilobytes that inflates to sixteen million bytes."""
    packer = zlib.compressobj(9, wbits=31)
    packed = packer.compress(bytes(16_000_000)) + packer.flush()
    return tlv.encode(objects.CERTIFICATE, packed) + tlv.encode(objects.CERTIFICATE_INFO, b"\x01")


def off_the_curve() -> bytes:
    """A certificate container whose public point is not on its curve."""
    certificate = virtual_cards.card_file().certificate(Slot.CARD_AUTHENTICATION)
    key, der = certificate.public_key(), certificate.public_bytes(Encoding.DER)
    assert isinstance(key, ec.EllipticCurvePublicKey)
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return tlv.encode(objects.CERTIFICATE, der.replace(point, point[:-1] + bytes((point[-1] ^ 1,))))


def with_the_key_of(slot: Slot) -> CardFile:
    """A card whose 9E certificate goes with another of its keys."""
    good = virtual_cards.card_file()
    return replace(good, keys={**good.keys, Slot.CARD_AUTHENTICATION: good.keys[slot]})


class SwappedCard:
    """One card until its certificate is read, another for the signature: both selected, nothing torn."""

    def __init__(self, first: VirtualPivCard, second: VirtualPivCard) -> None:
        self._cards = [first, second]

    def transmit(self, command: bytes | bytearray) -> bytes:
        """SELECT to both; the signature by the second."""
        answers = [card.transmit(command) for card in self._cards]
        return answers[command[1] == Ins.GENERAL_AUTHENTICATE]


class ReplayingCard:
    """A card that answers every signature by the first one it made."""

    def __init__(self) -> None:
        self._card = virtual_cards.card()
        self._made: bytes | None = None

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The card's answer, or the old signature."""
        if command[1] != Ins.GENERAL_AUTHENTICATE:
            return self._card.transmit(command)
        self._made = self._made or self._card.transmit(command)
        return self._made
