"""The chip's side of secure messaging (Doc 9303-11, 9.8): commands taken out, answers put in."""

from __future__ import annotations

from cardio import tlv
from cardio.apdu import EXTENDED_ANSWER, SHORT_ANSWER, Command, Response
from cardio.emrtd.secure_messaging import (
    CHECKSUM,
    CRYPTOGRAM,
    EXPECTED_LENGTH,
    PADDED,
    PLAIN_CRYPTOGRAM,
    PROTECTED,
    STATUS,
    SessionKeys,
)
from cardio.emrtd.symmetric import MAC_LENGTH, same
from cardio.errors import CardError


class ChipSession:
    """One session. `repeats` answers under the counter of before, `wrong_mac` with another checksum."""

    def __init__(self, keys: SessionKeys, *, repeats: bool = False, wrong_mac: bool = False) -> None:
        self._keys = keys
        self._repeats = repeats
        self._wrong_mac = wrong_mac

    def take_out(self, command: Command) -> Command | None:
        """The plain command; `None` when it is not authentic."""
        keys = self._keys = self._keys.advanced()
        data = bytes(command.data)
        end = len(data) - MAC_LENGTH - 2
        header = keys.suite.pad(bytes((command.cla, command.ins, command.p1, command.p2)))
        objects = data[:end]
        padded = header + (keys.suite.pad(objects) if objects else b"")
        if end < 0 or data[end] != CHECKSUM or not same(keys.checksum(padded), data[end + 2 :]):
            return None
        try:
            return self._plain(command, dict(tlv.elements(objects)))
        except CardError:
            return None

    def put_in(self, answer: Response, ins: int) -> Response:
        """The protected answer."""
        keys = self._keys = self._keys.advanced()
        body = b""
        if answer.data:
            sealed = keys.seal(answer.data)
            odd = ins & 1
            body = tlv.encode(PLAIN_CRYPTOGRAM, sealed) if odd else tlv.encode(CRYPTOGRAM, PADDED + sealed)
        body += tlv.encode(STATUS, answer.sw.to_bytes(2, "big"))
        return Response(body + tlv.encode(CHECKSUM, self._checksum(body)), answer.sw)

    def _checksum(self, body: bytes) -> bytes:
        keys = self._keys
        if self._repeats:
            keys = SessionKeys(keys.suite, keys.encryption, keys.mac, max(keys.counter - 2, 0))
        checksum = keys.checksum(keys.suite.pad(body))
        return bytes(MAC_LENGTH) if self._wrong_mac else checksum

    def _plain(self, command: Command, found: dict[int, bytes]) -> Command:
        sealed = found.get(PLAIN_CRYPTOGRAM, found.get(CRYPTOGRAM, b"")[1:])
        data = self._keys.unseal(sealed) if sealed else b""
        le = found.get(EXPECTED_LENGTH)
        expected = None
        if le is not None:
            most = SHORT_ANSWER if len(le) == 1 else EXTENDED_ANSWER
            expected = int.from_bytes(le, "big") or most
        return Command(command.ins, command.p1, command.p2, data, expected, command.cla & ~PROTECTED)
