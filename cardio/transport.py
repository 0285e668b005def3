"""The conversation with a card: a protocol with one method, and `Exchange`, which speaks ISO 7816-4 over it.

`Exchange` chains long commands or sends them extended, collects the answer with GET RESPONSE and repeats once
on 6Cxx, and once shorter what was refused by its length. Nothing a card answers can make it run without end:
pieces, bytes and time are bounded. A card that was reset in between is spoken to again where nothing is lost
by it: while it is only being read.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from operator import attrgetter
from typing import Final, Protocol, cast, runtime_checkable

from cardio import apdu
from cardio.apdu import Command, Response
from cardio.errors import (
    AnswerTooLong,
    CardMute,
    CardRemoved,
    CardWasReset,
    ProtocolViolation,
    ReaderFault,
)
from cardio.part10 import Pad
from cardio.registry import CardTraits

MOST_PIECES: Final = 264
MOST_BYTES: Final = apdu.EXTENDED_ANSWER
MOST_SECONDS: Final = 15.0
LONGEST_SHORT_FRAME: Final = 261
EXTENDED_FRAME: Final = 9  # header and the two length fields
BY_NAME: Final = 0x04  # P1 of SELECT: an application, and everything selected before is gone

_NO_EXTENDED: Final = frozenset(
    {apdu.WRONG_LENGTH, apdu.INS_NOT_SUPPORTED, apdu.CLA_NOT_SUPPORTED, apdu.NO_DIAGNOSIS}
)
_READS: Final = frozenset({apdu.Ins.SELECT, apdu.Ins.GET_DATA, apdu.Ins.READ_BINARY})
_REPEATABLE: Final = frozenset({apdu.Ins.GENERAL_AUTHENTICATE, apdu.Ins.GET_DATA})


class Transport(Protocol):
    """Anything that carries one APDU to a card and brings its answer back."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one APDU as it is; the answer is data ‖ SW1 ‖ SW2, with 61xx and 6Cxx not followed."""
        ...


@runtime_checkable
class Card(Transport, Protocol):
    """A card in a reader, as a task on that reader's thread receives it."""

    reader: str
    atr: bytes
    contactless: bool
    max_apdu: int

    def transaction(self) -> AbstractContextManager[None]:
        """Keep other programs away from the card meanwhile; not re-entrant."""
        ...

    def reset(self) -> None:
        """Warm reset: every security state of the card is gone."""
        ...


@runtime_checkable
class PadCard(Protocol):
    """A card in a reader that may have keys for the PIN (PC/SC part 10)."""

    pad: Pad | None

    def type_on_pad(self, code: int, structure: bytes) -> bytes:
        """Have a PIN typed on the reader's keys; the answer is the card's or the reader's status word."""
        ...


@runtime_checkable
class Renewable(Protocol):
    """A transport whose card can be spoken to again after somebody reset it."""

    def renew(self) -> None:
        """Connect anew and go on with the transaction; raises CardRemoved where another card lies there."""
        ...


_MEMBERS: Final = attrgetter("transmit", "reader", "atr", "contactless", "max_apdu", "transaction", "reset")


def in_reader(transport: Transport) -> Card | None:
    """The transport as the card in a reader that it is, `None` for a bare one.

    What `isinstance` tells of the protocol, which takes two hundred calls to find out: each tap asks.
    """
    try:
        _MEMBERS(transport)
    except AttributeError:
        return None
    return cast(Card, transport)


class Exchange:
    """Logical commands over a transport. Belongs to one thread, like the transport.

    `card` is the transport where it is a card in a reader.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.card = card = in_reader(transport)
        self.traits = CardTraits(extended=False) if card is None else CardTraits.of(card.atr)
        self._room = LONGEST_SHORT_FRAME if card is None else card.max_apdu
        self._selects: list[Command] = []
        self._only_reads = True

    def recognise(self, properties: bytes) -> None:
        """Take the traits of the application that answered SELECT by `properties`."""
        if self.card is not None:
            before, self.traits = self.traits, CardTraits.of(self.card.atr, properties)
            self.traits.le_beside_data = before.le_beside_data

    def more_than_read(self) -> None:
        """Something was done to the card past this exchange: a reset is the caller's from now on."""
        self._only_reads = False

    def send(self, command: Command) -> Response:
        """The whole answer to `command`; the status word is the last one seen, never 61xx.

        Raises AnswerTooLong past the bounds, ProtocolViolation for an answer without status word, and
        whatever the transport raises.
        """
        self._only_reads = self._only_reads and command.ins in _READS and not command.cla & apdu.SECURED
        try:
            answer = self._send(command)
        except CardWasReset:
            if not self._only_reads or not isinstance(self._transport, Renewable):
                raise  # a session, a PIN or a signature under way is the caller's to begin again
            self._transport.renew()
            for select in self._selects:
                self._send(select)
            answer = self._send(command)
        if command.ins == apdu.Ins.SELECT and answer.sw == apdu.OK:
            self._selects = [*(self._selects if command.p1 != BY_NAME else ()), command]
        return answer

    def _send(self, command: Command) -> Response:
        if command.cla & apdu.SECURED == apdu.SECURED and not command.fits_short and self._fits(command):
            # It cannot be cut up, as its checksum covers it whole; and it is never sent twice.
            return self._collect(command, self._transmit(command.extended()))
        if command.fits_short or not self._may_extend(command):
            return self._send_short(command)
        unproved = command.ins in _REPEATABLE and not self.traits.extended_proved
        try:
            answer = self._transmit(command.extended())
        except (CardMute, CardRemoved, ProtocolViolation, ReaderFault):
            if not unproved:
                raise
            answer = Response(b"", apdu.NO_DIAGNOSIS)  # what drivers say of a length they cannot carry
        if answer.sw == apdu.OK or answer.sw >> 8 == 0x61:
            self._learn(command, takes=True)
        elif command.ins in _REPEATABLE and not command.cla and (unproved or answer.sw in _NO_EXTENDED):
            return self._send_shorter(command, answer)
        return self._collect(command, answer)

    def _fits(self, command: Command) -> bool:
        """Whether the reader carries the command extended."""
        return LONGEST_SHORT_FRAME < self._room >= len(command.data) + EXTENDED_FRAME

    def _may_extend(self, command: Command) -> bool:
        if self.traits.extended is False or not self._fits(command):
            return False
        if self.traits.long_commands is False and len(command.data) > apdu.SHORT_DATA:
            return False
        # Only a command that changes nothing is used to find out what the card can do.
        return self.traits.extended is True or command.ins == apdu.Ins.GET_DATA

    def _send_shorter(self, command: Command, refusal: Response) -> Response:
        """What was refused by extended length, sent short: a refusal of the length is none of the command.

        Some cards refuse by no code of theirs but take the length field for something else (6A80, 6A86).
        """
        answer = self._send_short(command)  # raises for a card that is really gone, and nothing is learned
        knows_better = refusal.sw in _NO_EXTENDED and answer.sw not in _NO_EXTENDED
        if knows_better or answer.sw == apdu.OK:
            self._learn(command, takes=False)
        return answer

    def _learn(self, command: Command, *, takes: bool) -> None:
        """Some cards take extended length for the answer only."""
        if len(command.data) > apdu.SHORT_DATA:
            self.traits.long_commands = takes
        else:
            self.traits.extended = self.traits.extended_proved = takes

    def _send_short(self, command: Command) -> Response:
        frames = command.short()
        for frame in frames[:-1]:
            answer = self._transmit(frame)
            if answer.sw != apdu.OK:
                return answer
        last = frames[-1]
        if command.le is None:
            return self._collect(command, self._transmit(last))
        bare = bytes(last[:-1])  # for a repetition: the frame itself is wiped
        if command.data and self.traits.le_beside_data is False:
            return self._collect(command, self._transmit(bytearray(bare)))
        answer = self._transmit(last)
        # With data beside it, 6Cxx is a protected answer: sent again, the command would break the session.
        if answer.sw >> 8 == 0x6C and not answer.data:
            answer = self._transmit(bytearray(bare) + bytes((answer.sw & 0xFF,)))
        elif answer.sw == apdu.WRONG_LENGTH and command.ins == apdu.Ins.SELECT and command.data:
            answer = self._transmit(bytearray(bare))  # some cards want no Le beside data, as by T=0
            self.traits.le_beside_data = answer.sw == apdu.WRONG_LENGTH
        return self._collect(command, answer)

    def _collect(self, command: Command, answer: Response) -> Response:
        """Follow 61xx: GET RESPONSE always with Le = SW2 (one card repeats 610A for ever without it)."""
        if answer.sw >> 8 != 0x61:
            return answer
        data, deadline = bytearray(answer.data), time.monotonic() + MOST_SECONDS
        for _ in range(MOST_PIECES):
            answer = self._get_response(command, answer.sw & 0xFF)
            data += answer.data
            if len(data) > MOST_BYTES:
                raise AnswerTooLong("bytes")
            if time.monotonic() > deadline:
                raise AnswerTooLong("seconds")
            if answer.sw >> 8 != 0x61:
                return Response(bytes(data), answer.sw)
        raise AnswerTooLong("pieces")

    def _get_response(self, command: Command, le: int) -> Response:
        # Fetching the rest is the transport's own business: neither chained nor secured (ISO 7816-4, 5.3.4).
        frame = bytes((command.cla & ~(apdu.CHAINED | apdu.SECURED), apdu.Ins.GET_RESPONSE, 0, 0))
        answer = self._transmit(bytearray(frame) + bytes((le,)))
        if answer.sw >> 8 == 0x6C:
            answer = self._transmit(bytearray(frame) + bytes((answer.sw & 0xFF,)))
        return answer

    def _transmit(self, frame: bytearray) -> Response:
        try:
            raw = self._transport.transmit(frame)
        finally:
            frame[:] = bytes(len(frame))  # it may hold a PIN
        if len(raw) < 2:
            raise ProtocolViolation("status_word")
        return Response(raw[:-2], int.from_bytes(raw[-2:], "big"))
