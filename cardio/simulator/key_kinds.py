"""The kinds of key that a virtual card may carry."""

from __future__ import annotations

from enum import Enum

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from cardio.simulator.piv_applet import PrivateKey


class KeyKind(Enum):
    """The kinds that staff cards have."""

    RSA2048 = "RSA-2048"
    P256 = "P-256"
    P384 = "P-384"

    def generate(self) -> PrivateKey:
        """A new private key of this kind."""
        if self is KeyKind.RSA2048:
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return ec.generate_private_key(ec.SECP256R1() if self is KeyKind.P256 else ec.SECP384R1())


class RareKeyKind(Enum):
    """Kinds that the standard allows (RSA-3072) or some cards offer beyond it."""

    RSA3072 = "RSA-3072"
    RSA4096 = "RSA-4096"
    ED25519 = "Ed25519"

    def generate(self) -> PrivateKey:
        """A new private key of this kind."""
        if self is RareKeyKind.ED25519:
            return ed25519.Ed25519PrivateKey.generate()
        return rsa.generate_private_key(65537, 3072 if self is RareKeyKind.RSA3072 else 4096)
