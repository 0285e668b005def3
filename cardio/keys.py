"""`SlotKeys`: the private keys of whatever a person signs in with, by the role that PIV gives each.

A selected `Piv` has them, and so has a token that is logged in: whoever uses a key need not know which.
"""

from __future__ import annotations

from typing import Protocol

from cryptography.hazmat.primitives.asymmetric import ec, rsa

from cardio.piv import Slot
from cardio.piv.algorithms import PublicKey


class SlotKeys(Protocol):
    """Keys that are ready for use: the PIN was presented, in the transaction of the caller."""

    def sign(self, slot: Slot, public_key: PublicKey, message: bytes, /) -> bytes:
        """The JOSE signature over `message`, verified; raises CardError."""
        ...

    def agree(self, slot: Slot, peer: ec.EllipticCurvePublicKey, /) -> bytes:
        """Z of the slot's key and `peer`; raises CardError."""
        ...

    def decipher_oaep(self, slot: Slot, public_key: rsa.RSAPublicKey, ciphertext: bytes, /) -> bytes:
        """The message encrypted by OAEP-SHA256 to the slot's key; raises CardError."""
        ...
