"""A check-in's part on the card: SELECT and one certificate; the journal then asks for the signature.

Three APDUs in all with extended length, four (P-256) or eight (RSA-2048) without. Certificate and signature
must come from the same transaction, so that a swapped card shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509

from cardio.errors import UnsupportedKey
from cardio.piv import Piv, Slot
from cardio.piv.algorithms import PublicKey, key_algorithm
from cardio.transport import Transport


@dataclass(frozen=True, slots=True)
class TapCard:
    """The presented card: its 9E certificate as read (not judged), and the application to sign with."""

    certificate: x509.Certificate
    public_key: PublicKey
    piv: Piv

    def sign(self, message: bytes) -> bytes:
        """The JOSE signature of the card authentication key over `message`, verified (WrongKey otherwise)."""
        return self.piv.sign(Slot.CARD_AUTHENTICATION, self.public_key, message)


def read_tap(card: Transport) -> TapCard:
    """Read the card that was tapped; raises UnknownCard, ObjectMissing and what the transport raises.

    UnsupportedKey for a kind that no card of ours has.
    """
    piv = Piv.select(card)
    certificate = piv.certificate(Slot.CARD_AUTHENTICATION)
    return TapCard(certificate, supported_key(certificate), piv)


def supported_key(certificate: x509.Certificate) -> PublicKey:
    """The public key of `certificate`, or UnsupportedKey."""
    key = certificate.public_key()
    key_algorithm(key)
    if not isinstance(key, PublicKey):
        raise UnsupportedKey(type(key).__name__)
    return key
