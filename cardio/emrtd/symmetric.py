"""The ciphers of Doc 9303-11, 9.7 and 9.8: key derivation, CBC, MAC and padding, for 3DES and AES."""

from __future__ import annotations

import hashlib
import hmac
from enum import Enum
from typing import Final

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.cmac import CMAC

from cardio.errors import ProtocolViolation

ENCRYPTION: Final = 1
MAC: Final = 2
PASSWORD: Final = 3
MAC_LENGTH: Final = 8
_DES_KEY: Final = 8


class Suite(Enum):
    """A cipher with its MAC; the value is the last arc of its protocol identifiers."""

    DES3 = 1
    AES128 = 2
    AES192 = 3
    AES256 = 4

    @property
    def block(self) -> int:
        """The block length in bytes; also that of the send sequence counter."""
        return 8 if self is Suite.DES3 else 16

    @property
    def key_length(self) -> int:
        """The key length in bytes."""
        return {Suite.DES3: 16, Suite.AES128: 16, Suite.AES192: 24, Suite.AES256: 32}[self]

    def derive(self, secret: bytes, purpose: int) -> bytes:
        """KDF(K, c) of 9.7.1; a 3DES key gets its parity bits."""
        digest = hashlib.sha1 if self.key_length == 16 else hashlib.sha256
        key = digest(secret + purpose.to_bytes(4, "big")).digest()[: self.key_length]
        return _with_parity(key) if self is Suite.DES3 else key

    def encrypt(self, key: bytes, data: bytes, iv: bytes | None = None) -> bytes:
        """CBC over whole blocks; the initial vector is zero unless given."""
        encryptor = Cipher(self._algorithm(key), modes.CBC(iv or bytes(self.block))).encryptor()
        return encryptor.update(data) + encryptor.finalize()

    def decrypt(self, key: bytes, data: bytes, iv: bytes | None = None) -> bytes:
        """The reverse; ProtocolViolation when `data` is not whole blocks."""
        if len(data) % self.block:
            raise ProtocolViolation("padding")
        decryptor = Cipher(self._algorithm(key), modes.CBC(iv or bytes(self.block))).decryptor()
        return decryptor.update(data) + decryptor.finalize()

    def mac(self, key: bytes, data: bytes) -> bytes:
        """8 bytes: CMAC, or the retail MAC (ISO 9797-1, algorithm 3) of data that is padded already."""
        if self is Suite.DES3:
            return _retail_mac(key, data)
        cmac = CMAC(AES(key))
        cmac.update(data)
        return cmac.finalize()[:MAC_LENGTH]

    def token(self, key: bytes, data: bytes) -> bytes:
        """The MAC of data that is not padded: authentication tokens and BAC's cryptograms."""
        return self.mac(key, self.pad(data) if self is Suite.DES3 else data)

    def pad(self, data: bytes) -> bytes:
        """ISO 9797-1, padding method 2: 80 and zeros up to whole blocks."""
        return data + b"\x80" + bytes(-(len(data) + 1) % self.block)

    def _algorithm(self, key: bytes) -> BlockCipherAlgorithm:
        return TripleDES(key + key[:_DES_KEY]) if self is Suite.DES3 else AES(key)


def unpad(data: bytes) -> bytes:
    """Take padding method 2 off; ProtocolViolation when there is none."""
    body = data.rstrip(b"\x00")
    if not body.endswith(b"\x80"):
        raise ProtocolViolation("padding")
    return body[:-1]


def same(first: bytes, second: bytes) -> bool:
    """Comparison in constant time."""
    return hmac.compare_digest(first, second)


def _retail_mac(key: bytes, data: bytes) -> bytes:
    """Single DES in CBC up to the last block, which is encrypted under the whole two-key 3DES."""
    first = key[:_DES_KEY]
    head, last = data[:-8], data[-8:]
    chain = bytes(8)
    if head:
        encryptor = Cipher(TripleDES(first * 3), modes.CBC(chain)).encryptor()
        chain = (encryptor.update(head) + encryptor.finalize())[-8:]
    encryptor = Cipher(TripleDES(key + first), modes.CBC(chain)).encryptor()
    return encryptor.update(last) + encryptor.finalize()


def _with_parity(key: bytes) -> bytes:
    return bytes(octet & 0xFE | (octet >> 1).bit_count() & 1 ^ 1 for octet in key)
