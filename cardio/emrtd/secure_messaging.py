"""Secure messaging (Doc 9303-11, 9.8): every command encrypted and authenticated, every answer checked.

The send sequence counter goes up by one for each command and each answer. Any fault ends the session for
good: nothing is sent in the clear afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from cardio import apdu, tlv
from cardio.apdu import Command, Response
from cardio.document_errors import SessionBroken
from cardio.emrtd.symmetric import ENCRYPTION, MAC, MAC_LENGTH, Suite, same, unpad
from cardio.errors import ProtocolViolation
from cardio.transport import Exchange

PROTECTED: Final = apdu.SECURED
CRYPTOGRAM: Final = 0x87  # with a padding indicator
PLAIN_CRYPTOGRAM: Final = 0x85  # odd instructions
EXPECTED_LENGTH: Final = 0x97
STATUS: Final = 0x99
CHECKSUM: Final = 0x8E
PADDED: Final = b"\x01"
_CHECKSUM_HEAD: Final = bytes((CHECKSUM, MAC_LENGTH))
_AROUND_DATA: Final = 4 + 4 + 10  # head of the cryptogram with its indicator, status, checksum
_LENGTH_REFUSALS: Final = (0x67, 0x6C)


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """The keys of one session, and the counter it starts from."""

    suite: Suite
    encryption: bytes = field(repr=False)
    mac: bytes = field(repr=False)
    counter: int = field(default=0, repr=False)

    @classmethod
    def derive(cls, suite: Suite, secret: bytes, counter: int = 0) -> SessionKeys:
        """The keys that follow from a shared secret (9.7.1)."""
        return cls(suite, suite.derive(secret, ENCRYPTION), suite.derive(secret, MAC), counter)

    def advanced(self) -> SessionKeys:
        """The keys with the counter one higher."""
        return replace(self, counter=(self.counter + 1) % (1 << 8 * self.suite.block))

    @property
    def counter_block(self) -> bytes:
        """The counter as one block."""
        return self.counter.to_bytes(self.suite.block, "big")

    @property
    def initial_vector(self) -> bytes:
        """Zero for 3DES; the encrypted counter for AES (9.8.6.1 and 9.8.7.1)."""
        if self.suite is Suite.DES3:
            return bytes(self.suite.block)
        return self.suite.encrypt(self.encryption, self.counter_block)

    def seal(self, plain: bytes) -> bytes:
        """`plain` padded and encrypted."""
        return self.suite.encrypt(self.encryption, self.suite.pad(plain), self.initial_vector)

    def unseal(self, sealed: bytes) -> bytes:
        """The reverse of `seal`; ProtocolViolation."""
        return unpad(self.suite.decrypt(self.encryption, sealed, self.initial_vector))

    def checksum(self, authenticated: bytes) -> bytes:
        """The MAC over the counter and data that are padded already."""
        return self.suite.mac(self.mac, self.counter_block + authenticated)


class SecureMessaging:
    """A session over an exchange. `send` is its only door, and shuts at the first fault."""

    def __init__(self, exchange: Exchange, keys: SessionKeys) -> None:
        self._exchange = exchange
        self._keys: SessionKeys | None = keys

    def send(self, command: Command) -> Response:
        """The answer to `command`, taken out of its protection.

        Raises SessionBroken, and what `Exchange.send` raises; the session is over after any of them.
        """
        keys = self._keys
        if keys is None:
            raise SessionBroken("over")
        self._keys = None  # until the answer has proved itself
        keys = keys.advanced()
        answer = self._exchange.send(protect(command, keys))
        keys = keys.advanced()
        opened = _opened(answer, keys)
        self._keys = keys
        return opened

    @property
    def short_room(self) -> int:
        """The most data that an answer in one short APDU carries, once padded and within its data objects."""
        if self._keys is None:
            raise SessionBroken("over")
        block = self._keys.suite.block
        return (apdu.SHORT_ANSWER - _AROUND_DATA) // block * block - 1

    def restart(self, keys: SessionKeys) -> None:
        """Go on with new keys (after chip authentication); SessionBroken when the session is over."""
        if self._keys is None:
            raise SessionBroken("over")
        self._keys = keys


def protect(command: Command, keys: SessionKeys) -> Command:
    """The command under secure messaging, for the counter that the keys hold."""
    cla = command.cla | PROTECTED
    objects = _cryptogram(command, keys)
    if command.le is not None:
        objects += tlv.encode(EXPECTED_LENGTH, _expected(command.le))
    header = keys.suite.pad(bytes((cla, command.ins, command.p1, command.p2)))
    checksum = keys.checksum(header + (keys.suite.pad(objects) if objects else b""))
    le = apdu.SHORT_ANSWER if command.fits_short else apdu.EXTENDED_ANSWER
    body = objects + _CHECKSUM_HEAD + checksum
    return Command(command.ins, command.p1, command.p2, body, le, cla)


def _cryptogram(command: Command, keys: SessionKeys) -> bytes:
    if not command.data:
        return b""
    sealed = keys.seal(bytes(command.data))
    if command.ins & 1:
        return tlv.encode(PLAIN_CRYPTOGRAM, sealed)
    return tlv.encode(CRYPTOGRAM, PADDED + sealed)


def _expected(le: int) -> bytes:
    if le <= apdu.SHORT_ANSWER:
        return bytes((le & 0xFF,))
    return (le % apdu.EXTENDED_ANSWER).to_bytes(2, "big")


def _opened(answer: Response, keys: SessionKeys) -> Response:
    """Check and decrypt an answer."""
    if not answer.data:
        if answer.sw >> 8 in _LENGTH_REFUSALS:  # by the reader or the card's command layer: nothing was run
            return answer
        raise SessionBroken("refused" if answer.sw in {0x6987, 0x6988} else "unprotected")
    body, head, checksum = answer.data[:-10], answer.data[-10:-8], answer.data[-8:]
    if head != _CHECKSUM_HEAD:
        raise SessionBroken("mac")
    _check(keys, body, checksum)
    found = dict(tlv.elements(body))
    if found.get(STATUS) != answer.sw.to_bytes(2, "big"):
        raise ProtocolViolation("secure_messaging")
    return Response(_plain(found, keys), answer.sw)


def _check(keys: SessionKeys, body: bytes, checksum: bytes) -> None:
    padded = keys.suite.pad(body)
    if same(keys.checksum(padded), checksum):
        return
    before = replace(keys, counter=max(keys.counter - 2, 0))
    raise SessionBroken("replay" if same(before.checksum(padded), checksum) else "mac")


def _plain(found: dict[int, bytes], keys: SessionKeys) -> bytes:
    if PLAIN_CRYPTOGRAM in found:
        return keys.unseal(found[PLAIN_CRYPTOGRAM])
    sealed = found.get(CRYPTOGRAM)
    if sealed is None:
        return b""
    if not sealed.startswith(PADDED):
        raise ProtocolViolation("secure_messaging")
    return keys.unseal(sealed[1:])
