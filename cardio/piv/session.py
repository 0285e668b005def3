"""`Piv`: the selected PIV application on one card (SP 800-73-5 part 2, section 3).

Every method is one purpose in the fewest APDUs. Nothing here repeats a PIN, and nothing is kept between
calls: the state is the card's, so a task selects, works and logs out within one transaction.
"""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import apdu, tlv
from cardio.apdu import Command, Ins, Response
from cardio.errors import ObjectMissing, ProtocolViolation
from cardio.piv import algorithms, objects, padding
from cardio.piv.algorithms import KeyAlgorithm, PublicKey
from cardio.piv.application import expect_ok
from cardio.piv.data import DataObjects
from cardio.piv.objects import KeySlot
from cardio.piv.pad import PadCommands

_KEY_MISSING: Final = frozenset({apdu.NOT_FOUND, apdu.REFERENCE_NOT_FOUND, 0x6A80, 0x6A86})


class Piv(DataObjects, PadCommands):
    """The PIV application of `card`, selected: its data objects, its PIN, and here its keys."""

    def sign(self, slot: KeySlot, public_key: PublicKey, message: bytes) -> bytes:
        """The JOSE signature over `message` by the key of `slot` (RS256, ES256, ES384, EdDSA), verified.

        Raises WrongKey when the card's key is not `public_key`, ConditionsNotSatisfied when the PIN is
        missing, ObjectMissing when the slot is empty.
        """
        operand = algorithms.card_input(public_key, message)
        answer = self._authenticate(slot, public_key, objects.CHALLENGE, operand)
        return algorithms.jose_signature(public_key, message, answer)

    def agree(self, slot: KeySlot, peer: ec.EllipticCurvePublicKey) -> bytes:
        """Z, the x coordinate of the shared point of the slot's key and `peer` (SP 800-56A, ECC CDH)."""
        point = peer.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        shared = self._authenticate(slot, peer, objects.EXPONENTIATION, point)
        size = algorithms.key_algorithm(peer).size
        if not 0 < len(shared) <= size:
            raise ProtocolViolation("key_agreement")
        return shared.rjust(size, b"\0")  # some cards leave zeros in front out, as of a number

    def decipher_oaep(self, slot: KeySlot, public_key: rsa.RSAPublicKey, ciphertext: bytes) -> bytes:
        """The message encrypted to `public_key` by OAEP-SHA256; raises WrongKey when it was not."""
        size = algorithms.key_algorithm(public_key).size
        if len(ciphertext) != size:
            raise ProtocolViolation("ciphertext")
        encoded = self._authenticate(slot, public_key, objects.CHALLENGE, ciphertext)
        if len(encoded) > size:
            raise ProtocolViolation("decipherment")
        # An OAEP block begins with 00, which some cards leave out as they would of a number.
        return padding.oaep_sha256_unpad(encoded.rjust(size, b"\0"))

    def _authenticate(self, slot: KeySlot, public_key: PublicKey, tag: int, operand: bytes) -> bytes:
        """GENERAL AUTHENTICATE: the bare operation of the slot's key on `operand`."""
        algorithm = algorithms.key_algorithm(public_key)
        template = tlv.encode(
            objects.DYNAMIC_AUTHENTICATION, tlv.encode(objects.RESPONSE, b"") + tlv.encode(tag, operand)
        )
        answer = self._by_some_identifier(algorithm, slot, template)
        if answer.sw in _KEY_MISSING:
            raise ObjectMissing(slot.certificate_tag)
        self._refusals(answer)
        expect_ok(answer, Ins.GENERAL_AUTHENTICATE)
        return tlv.require(tlv.require(answer.data, objects.DYNAMIC_AUTHENTICATION), objects.RESPONSE)

    def _by_some_identifier(self, algorithm: KeyAlgorithm, slot: KeySlot, template: bytes) -> Response:
        """The answer under the identifier by which the card knows this kind of key, remembered once found."""
        known, size = self._exchange.traits.algorithms, _answer_size(algorithm.size)

        def under(identifier: int) -> Response:
            return self._exchange.send(Command(Ins.GENERAL_AUTHENTICATE, identifier, slot, template, size))

        answer = under(known.get(algorithm.piv, algorithm.piv))
        for other in algorithm.others if algorithm.piv not in known else ():
            if answer.sw not in _KEY_MISSING:
                break
            answer = under(other)
            if answer.sw == apdu.OK:
                known[algorithm.piv] = other
        return answer


def _answer_size(size: int) -> int:
    """Le for an answer about one modulus or two coordinates: extended only where short cannot hold it."""
    return apdu.EXTENDED_ANSWER if size > 128 else apdu.SHORT_ANSWER
