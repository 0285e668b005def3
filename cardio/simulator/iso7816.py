"""A card's side of ISO/IEC 7816-4: takes APDUs apart, joins chains, hands long answers out piece by piece."""

from __future__ import annotations

from typing import Protocol

from cardio import apdu
from cardio.apdu import Command, Response

MOST_CHAINED = 4096
_CHAIN_INTERRUPTED = 0x6883


class Applet(Protocol):
    """An application that receives whole logical commands."""

    def process(self, command: Command) -> Response:
        """The whole answer, of any length."""
        ...


class CommandLayer:
    """A command layer in front of an applet. `extended=False` refuses extended length by 6700.

    With `t0` it answers as the protocol T=0 makes a card answer (ISO 7816-3, 12.2): nothing at once to a
    command with data, but 61xx; 6Cxx where another length than the answer's was expected.
    """

    def __init__(self, applet: Applet, *, extended: bool = True, t0: bool = False) -> None:
        self._applet = applet
        self._extended = extended and not t0
        self._t0 = t0
        self.reset()

    def reset(self) -> None:
        """Forget a chain begun and an answer not fetched."""
        self._chain = bytearray()
        self._chained_head: tuple[int, int, int] | None = None
        self._rest = b""

    def transmit(self, raw: bytes | bytearray) -> bytes:
        """The answer, data ‖ SW1 ‖ SW2, to one APDU."""
        command = parse(bytes(raw))
        if command is None or (not self._extended and is_extended(raw)):
            return _status(apdu.WRONG_LENGTH)
        if command.ins == apdu.Ins.GET_RESPONSE:
            return self._fetched(command.le or apdu.SHORT_ANSWER)
        self._rest = b""
        return self._joined(command)

    def _fetched(self, room: int) -> bytes:
        if self._t0 and room > len(self._rest):
            return _status(0x6C00 | len(self._rest)) if self._rest else _status(apdu.CONDITIONS)
        return self._piece(room, apdu.OK)

    def _joined(self, command: Command) -> bytes:
        head = (command.ins, command.p1, command.p2)
        if self._chained_head not in (None, head):
            self.reset()
            return _status(_CHAIN_INTERRUPTED)
        self._chain += command.data
        if len(self._chain) > MOST_CHAINED:
            self.reset()
            return _status(apdu.WRONG_LENGTH)
        if command.cla & apdu.CHAINED:
            self._chained_head = head
            return _status(apdu.OK)
        whole = Command(*head, data=bytes(self._chain), le=command.le, cla=command.cla)
        self.reset()
        answer = self._applet.process(whole)
        self._rest = answer.data
        if self._t0 and answer.data:
            if command.data:
                return self._piece(0, answer.sw)
            if len(answer.data) < (command.le or 0):
                self._rest = b""  # to be asked again as a whole
                return _status(0x6C00 | len(answer.data))
        room = apdu.SHORT_ANSWER if command.le is None else command.le  # no Le: as generous as most cards
        return self._piece(room, answer.sw)

    def _piece(self, room: int, sw: int) -> bytes:
        piece, self._rest = self._rest[:room], self._rest[room:]
        if not self._rest:
            return piece + sw.to_bytes(2, "big")
        return piece + bytes((0x61, min(len(self._rest), apdu.SHORT_ANSWER) & 0xFF))


def is_extended(raw: bytes | bytearray) -> bool:
    """Whether an APDU uses extended length fields."""
    return len(raw) > 6 and raw[4] == 0


def parse(raw: bytes) -> Command | None:
    """The command in an APDU of any case (ISO 7816-4, 5.2); `None` when its lengths contradict."""
    if len(raw) < 4:
        return None
    cla, ins, p1, p2, body = raw[0], raw[1], raw[2], raw[3], raw[4:]
    lengths = _extended_body(body) if is_extended(raw) else _short_body(body)
    if lengths is None:
        return None
    data, le = lengths
    return Command(ins, p1, p2, data, le, cla)


def _short_body(body: bytes) -> tuple[bytes, int | None] | None:
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or apdu.SHORT_ANSWER
    count, rest = body[0], body[1:]
    if len(rest) == count:
        return rest, None
    if len(rest) == count + 1:
        return rest[:-1], rest[-1] or apdu.SHORT_ANSWER
    return None


def _extended_body(body: bytes) -> tuple[bytes, int | None] | None:
    if len(body) == 3:
        return b"", int.from_bytes(body[1:], "big") or apdu.EXTENDED_ANSWER
    count, rest = int.from_bytes(body[1:3], "big"), body[3:]
    if len(rest) == count:
        return rest, None
    if len(rest) == count + 2:
        return rest[:-2], int.from_bytes(rest[-2:], "big") or apdu.EXTENDED_ANSWER
    return None


def _status(sw: int) -> bytes:
    return sw.to_bytes(2, "big")
