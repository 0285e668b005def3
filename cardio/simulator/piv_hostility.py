"""What a dishonest or broken staff card does wrong, one at a time: each is refused by a reason of its own."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import tlv
from cardio.apdu import Ins
from cardio.piv import Slot, objects
from cardio.simulator.card_file import CardFile
from cardio.simulator.piv_card import VirtualPivCard

_OK: Final = b"\x90\x00"
_BOMB_BYTES: Final = 16_000_000
_GZIP_WINDOW: Final = 31


class PivHostility(Enum):
    """A way to be wrong; the values are stable names."""

    ENDLESS_PIECES = "endless_pieces"  # 61xx for ever, a byte at a time
    ENDLESS_BYTES = "endless_bytes"  # 6100 for ever, 256 bytes at a time: past 64 KiB
    LENGTH_BEYOND_DATA = "length_beyond_data"
    TWO_GIGABYTES = "two_gigabytes"  # announced by an object's header
    GZIP_BOMB = "gzip_bomb"  # a certificate of 16 KB that inflates to 16 MB
    POINT_OFF_CURVE = "point_off_curve"  # the certificate's public key
    OTHER_KEY = "other_key"  # the certificates for tap and sign-in are of other keys
    SWAPPED = "swapped"  # another card's signature
    REPLAYED_SIGNATURE = "replayed_signature"
    FIXED_ANSWER = "fixed_answer"


_Answer = Callable[[CardFile], bytes]


class HostilePivCard(VirtualPivCard):
    """The card of `file`, wrong in one way. `other` is the card that signs in its place (SWAPPED)."""

    def __init__(self, file: CardFile, hostility: PivHostility, other: CardFile | None = None) -> None:
        super().__init__(_with_another_key(file) if hostility is PivHostility.OTHER_KEY else file)
        self._file, self._hostility = file, hostility
        self._other = None if other is None else VirtualPivCard(other)
        self._made: bytes | None = None
        self._lying = False

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The wrong answer where its way to be wrong says so, the card's own elsewhere."""
        instruction, lie = _LIES.get(self._hostility, (None, None))
        self._lying = command[1] == instruction or (self._lying and command[1] == Ins.GET_RESPONSE)
        if self._lying and lie is not None:
            return lie(self._file)
        if self._hostility is PivHostility.SWAPPED and self._other is not None:
            answers = (super().transmit(command), self._other.transmit(command))
            return answers[command[1] == Ins.GENERAL_AUTHENTICATE]
        answer = super().transmit(command)
        if self._hostility is PivHostility.REPLAYED_SIGNATURE and command[1] == Ins.GENERAL_AUTHENTICATE:
            self._made = answer = self._made or answer
        return answer


def _with_another_key(file: CardFile) -> CardFile:
    other = file.keys[Slot.SIGNATURE]
    return replace(file, keys={**file.keys, Slot.CARD_AUTHENTICATION: other, Slot.AUTHENTICATION: other})


def _always(answer: bytes) -> _Answer:
    return lambda _file: answer


def _gzip_bomb(_file: CardFile) -> bytes:
    packer = zlib.compressobj(9, wbits=_GZIP_WINDOW)
    packed = packer.compress(bytes(_BOMB_BYTES)) + packer.flush()
    content = tlv.encode(objects.CERTIFICATE, packed) + tlv.encode(objects.CERTIFICATE_INFO, b"\x01")
    return tlv.encode(objects.DATA, content) + _OK


def _off_the_curve(file: CardFile) -> bytes:
    certificate = file.certificate(Slot.CARD_AUTHENTICATION)
    der, key = certificate.public_bytes(Encoding.DER), certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        der = der.replace(point, point[:-1] + bytes((point[-1] ^ 1,)))
    return tlv.encode(objects.DATA, tlv.encode(objects.CERTIFICATE, der)) + _OK


_LIES: Final[dict[PivHostility, tuple[int, _Answer]]] = {
    PivHostility.ENDLESS_PIECES: (Ins.GET_DATA, _always(bytes.fromhex("00610A"))),
    PivHostility.ENDLESS_BYTES: (Ins.GET_DATA, _always(bytes(256) + bytes.fromhex("6100"))),
    PivHostility.LENGTH_BEYOND_DATA: (Ins.GET_DATA, _always(bytes.fromhex("53820400AA") + _OK)),
    PivHostility.TWO_GIGABYTES: (Ins.GET_DATA, _always(bytes.fromhex("53847FFFFFFFAA") + _OK)),
    PivHostility.GZIP_BOMB: (Ins.GET_DATA, _gzip_bomb),
    PivHostility.POINT_OFF_CURVE: (Ins.GET_DATA, _off_the_curve),
    PivHostility.FIXED_ANSWER: (Ins.GENERAL_AUTHENTICATE, _always(bytes.fromhex("7C0482020000") + _OK)),
}
"""The instruction that is answered wrongly, and how; the others are wrong in what they hold."""
