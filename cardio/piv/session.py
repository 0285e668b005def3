"""`Piv`: the selected PIV application on one card (SP 800-73-5 part 2, section 3).

Every method is one purpose in the fewest APDUs. Nothing here repeats a PIN, and nothing is kept between
calls: the state is the card's, so a task selects, works and logs out within one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol, runtime_checkable

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import apdu, tlv
from cardio.apdu import Command, Ins, Response
from cardio.errors import (
    ApduError,
    ConditionsNotSatisfied,
    ContactlessRefused,
    ObjectMissing,
    PinBlocked,
    PinFormat,
    PinWrong,
    ProtocolViolation,
    UnknownCard,
)
from cardio.piv import algorithms, certificate, chuid, objects, padding
from cardio.piv.algorithms import PublicKey
from cardio.piv.objects import Slot
from cardio.transport import Card, Exchange, Transport

_NO_APPLICATION: Final = frozenset(
    {apdu.NOT_FOUND, apdu.INS_NOT_SUPPORTED, apdu.CLA_NOT_SUPPORTED, 0x6A86, 0x6999}
)
_REFUSED: Final = frozenset({apdu.SECURITY_STATUS, apdu.CONDITIONS})
_REFUSED_CONTACTLESS: Final = _REFUSED | {apdu.FUNCTION_NOT_SUPPORTED, apdu.INS_NOT_SUPPORTED}
_KEY_MISSING: Final = frozenset({apdu.NOT_FOUND, apdu.REFERENCE_NOT_FOUND, 0x6A80, 0x6A86})


@runtime_checkable
class _Resettable(Protocol):
    """A transport that can reset its card."""

    def reset(self) -> None: ...


class Piv:
    """The PIV application of `card`, selected. Belongs to the thread and transaction that selected it."""

    def __init__(self, card: Transport) -> None:
        self._card = card
        self._exchange = Exchange(card)
        self._contactless = isinstance(card, Card) and card.contactless

    @classmethod
    def select(cls, card: Transport) -> Piv:
        """Select the application; raises UnknownCard when the card has none."""
        piv = cls(card)
        answer = piv._exchange.send(Command(Ins.SELECT, 0x04, 0x00, objects.AID, apdu.SHORT_ANSWER))
        if answer.sw in _NO_APPLICATION:
            raise UnknownCard(card.atr if isinstance(card, Card) else b"")
        _expect_ok(answer, Ins.SELECT)
        return piv

    # --- data objects

    def certificate(self, slot: Slot) -> x509.Certificate:
        """The certificate of `slot`, as the card holds it: nothing about it is proved yet.

        Raises ObjectMissing, ProtocolViolation, AnswerTooLong, UnsupportedKey.
        """
        return certificate.read(self._object(slot.certificate_tag))

    def chuid(self) -> chuid.Chuid:
        """The card's identifier; raises ObjectMissing, ProtocolViolation."""
        return chuid.read(self._object(objects.CHUID))

    def _object(self, tag: int) -> bytes:
        request = tlv.encode(objects.TAG_LIST, tag.to_bytes(3, "big"))
        answer = self._exchange.send(Command(Ins.GET_DATA, 0x3F, 0xFF, request, apdu.EXTENDED_ANSWER))
        if answer.sw == apdu.NOT_FOUND:
            raise ObjectMissing(tag)
        self._refusals(answer)
        _expect_ok(answer, Ins.GET_DATA)
        content = tlv.require(answer.data, objects.DATA)
        if not content:
            raise ObjectMissing(tag)
        return content

    # --- PIN

    def tries_left(self) -> int | None:
        """Tries before the PIN blocks, 0 when blocked; `None` when it is verified already. Spends none."""
        answer = self._exchange.send(Command(Ins.VERIFY, 0x00, objects.PIN_REFERENCE))
        if answer.sw == apdu.OK:
            return None
        if answer.sw == apdu.BLOCKED:
            return 0
        tries = _tries(answer.sw)
        if tries is None:
            self._refusals(answer)
            raise ApduError(answer.sw, Ins.VERIFY)
        return tries

    def verify(self, pin: bytearray) -> None:
        """Present the PIN, once. The caller wipes `pin`.

        Raises PinFormat without asking the card, PinWrong with the tries left, PinBlocked,
        ContactlessRefused.
        """
        check_pin_format(pin)
        field = pin + bytes((objects.PIN_FILLER,)) * (objects.PIN_LENGTH - len(pin))
        try:
            answer = self._exchange.send(Command(Ins.VERIFY, 0x00, objects.PIN_REFERENCE, field))
        finally:
            field[:] = bytes(len(field))
        if answer.sw == apdu.BLOCKED:
            raise PinBlocked
        tries = _tries(answer.sw)
        if tries is not None:
            raise PinWrong(tries) if tries else PinBlocked()
        self._refusals(answer)
        _expect_ok(answer, Ins.VERIFY)

    def logout(self) -> None:
        """Forget the verified PIN: by the command, else by resetting the card.

        Raises ConditionsNotSatisfied when neither is possible (a bare transport).
        """
        answer = self._exchange.send(Command(Ins.VERIFY, 0xFF, objects.PIN_REFERENCE))
        if answer.sw == apdu.OK:
            return
        if not isinstance(self._card, _Resettable):
            raise ConditionsNotSatisfied
        self._card.reset()

    @contextmanager
    def unlocked(self, pin: bytearray) -> Iterator[None]:
        """Verify, and log out whatever happens: the state is the card's, any program could use it."""
        self.verify(pin)
        try:
            yield
        finally:
            self.logout()

    # --- keys

    def sign(self, slot: Slot, public_key: PublicKey, message: bytes) -> bytes:
        """The JOSE signature over `message` by the key of `slot` (RS256, ES256, ES384), verified.

        Raises WrongKey when the card's key is not `public_key`, ConditionsNotSatisfied when the PIN is
        missing, ObjectMissing when the slot is empty.
        """
        operand = algorithms.card_input(public_key, message)
        answer = self._authenticate(slot, public_key, objects.CHALLENGE, operand)
        return algorithms.jose_signature(public_key, message, answer)

    def agree(self, slot: Slot, peer: ec.EllipticCurvePublicKey) -> bytes:
        """Z, the x coordinate of the shared point of the slot's key and `peer` (SP 800-56A, ECC CDH)."""
        point = peer.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        shared = self._authenticate(slot, peer, objects.EXPONENTIATION, point)
        if len(shared) != algorithms.key_algorithm(peer).size:
            raise ProtocolViolation("key_agreement")
        return shared

    def decipher_oaep(self, slot: Slot, public_key: rsa.RSAPublicKey, ciphertext: bytes) -> bytes:
        """The message encrypted to `public_key` by OAEP-SHA256; raises WrongKey when it was not."""
        size = algorithms.key_algorithm(public_key).size
        if len(ciphertext) != size:
            raise ProtocolViolation("ciphertext")
        encoded = self._authenticate(slot, public_key, objects.CHALLENGE, ciphertext)
        if len(encoded) != size:
            raise ProtocolViolation("decipherment")
        return padding.oaep_sha256_unpad(encoded)

    def _authenticate(self, slot: Slot, public_key: PublicKey, tag: int, operand: bytes) -> bytes:
        """GENERAL AUTHENTICATE: the bare operation of the slot's key on `operand`."""
        algorithm = algorithms.key_algorithm(public_key)
        template = tlv.encode(
            objects.DYNAMIC_AUTHENTICATION, tlv.encode(objects.RESPONSE, b"") + tlv.encode(tag, operand)
        )
        answer = self._exchange.send(
            Command(Ins.GENERAL_AUTHENTICATE, algorithm.piv, slot, template, _answer_size(algorithm.size))
        )
        if answer.sw in _KEY_MISSING:
            raise ObjectMissing(slot.certificate_tag)
        self._refusals(answer)
        _expect_ok(answer, Ins.GENERAL_AUTHENTICATE)
        return tlv.require(tlv.require(answer.data, objects.DYNAMIC_AUTHENTICATION), objects.RESPONSE)

    def _refusals(self, answer: Response) -> None:
        if self._contactless and answer.sw in _REFUSED_CONTACTLESS:
            raise ContactlessRefused
        if answer.sw in _REFUSED:
            raise ConditionsNotSatisfied


def check_pin_format(pin: bytearray) -> None:
    """Raise PinFormat unless the PIN is 6 to 8 printable ASCII characters.

    The standard asks for digits; some issuers allow letters, which the card itself then judges.
    """
    if any(not 0x21 <= character <= 0x7E for character in pin):
        raise PinFormat("characters")
    if not objects.PIN_SHORTEST <= len(pin) <= objects.PIN_LENGTH:
        raise PinFormat("length")


def _tries(sw: int) -> int | None:
    """Tries in 63Cx, or in 630x as some cards say it."""
    return sw & 0x0F if sw & 0xFFF0 in (0x63C0, 0x6300) else None


def _answer_size(size: int) -> int:
    """Le for an answer about one modulus or two coordinates: extended only where short cannot hold it."""
    return apdu.EXTENDED_ANSWER if size > 128 else apdu.SHORT_ANSWER


def _expect_ok(answer: Response, ins: int) -> None:
    if answer.sw != apdu.OK:
        raise ApduError(answer.sw, ins)
