"""The pseudo-random function of PACE's integrated mapping (Doc 9303-11, 4.4.3.3.2)."""

from __future__ import annotations

from typing import Final

from cardio.emrtd.symmetric import Suite

# The constants c0 and c1, for nonces of 128 and of 256 bits.
_CONSTANTS: Final = {
    16: (
        bytes.fromhex("a668892a7c41e3ca739f40b057d85904"),
        bytes.fromhex("a4e136ac725f738b01c1f60217c188ad"),
    ),
    32: (
        bytes.fromhex("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676"),
        bytes.fromhex("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517"),
    ),
}
_MARGIN_BITS: Final = 64  # so that the remainder is all but uniform


def nonce_length(suite: Suite) -> int:
    """The length of PACE's nonce s in bytes: whole blocks, no shorter than the key."""
    return 16 if suite.key_length == 16 else 32


def pseudo_random(suite: Suite, nonce: bytes, additional: bytes, modulus: int) -> int:
    """R(s, t) mod p, for the chip's nonce s and our additional nonce t (as long as a key)."""
    first, second = _CONSTANTS[nonce_length(suite)]
    key = suite.encrypt(additional, nonce)[: suite.key_length]
    output = b""
    while len(output) * 8 < modulus.bit_length() + _MARGIN_BITS:
        output += suite.encrypt(key, second)
        key = suite.encrypt(key, first)[: suite.key_length]
    return int.from_bytes(output, "big") % modulus
