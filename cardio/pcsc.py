"""The PC/SC adapter: readers of pcscd or of the Windows Smart Card service as a `ReaderSource`.

The only module that imports pyscard, and of it only the plain functions: its monitors die in silence when the
service restarts, its connections unpower the card. Every return code becomes one of our errors by one table.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from typing import Final, NewType

from smartcard import scard

from cardio import part10
from cardio.apdu import SHORT_ANSWER
from cardio.errors import (
    CardError,
    CardHeldElsewhere,
    CardMute,
    CardRemoved,
    CardWasReset,
    NoReader,
    NoService,
    PinEntryCancelled,
    ReaderFault,
    ReaderNotAnswering,
)
from cardio.part10 import Feature, Pad
from cardio.source import Sighting
from cardio.transport import EXTENDED_FRAME, LONGEST_SHORT_FRAME

Handle = NewType("Handle", object)  # of a context or a card: an int or a pointer, by platform

PNP_READER: Final = "\\\\?PnP?\\Notification"
LARGEST_APDU: Final = 65544
WITHOUT_PNP: Final = 1.0
_PROTOCOLS: Final = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
_CONTACTLESS: Final = re.compile(r"\b(picc|contactless|cl|nfc|rfid)\b", re.IGNORECASE)
_GET_FEATURES: Final = scard.SCARD_CTL_CODE(3400)  # PC/SC part 10, 2.2

_SERVICE_GONE: Final = (
    scard.SCARD_E_NO_SERVICE,
    scard.SCARD_E_SERVICE_STOPPED,
    scard.SCARD_E_SERVER_TOO_BUSY,
    scard.SCARD_E_SYSTEM_CANCELLED,
    scard.SCARD_E_INVALID_HANDLE,  # what a restarted service says to handles of the old one
    scard.SCARD_F_COMM_ERROR,  # the connection to pcscd broke
    6,  # Windows: ERROR_INVALID_HANDLE, of a service that went in the middle of a call
    109,  # Windows: ERROR_BROKEN_PIPE, of a redirected session that ended
    1722,  # Windows: RPC_S_SERVER_UNAVAILABLE
)
_READER_GONE: Final = (
    scard.SCARD_E_UNKNOWN_READER,
    scard.SCARD_E_READER_UNAVAILABLE,
    scard.SCARD_E_NO_READERS_AVAILABLE,
    433,  # Windows: ERROR_NO_SUCH_DEVICE
    1167,  # Windows: ERROR_DEVICE_NOT_CONNECTED
)
# A card torn off in the middle of an APDU is "not transacted" until the service has seen it go.
_CARD_GONE: Final = (scard.SCARD_W_REMOVED_CARD, scard.SCARD_E_NO_SMARTCARD, scard.SCARD_E_NOT_TRANSACTED)
# Without power or reset: connecting anew gives a card that has forgotten everything.
_CARD_RESET: Final = (scard.SCARD_W_RESET_CARD, scard.SCARD_W_UNPOWERED_CARD)
# Not ready: reader or card are still being prepared, which passes like another program's hold.
_CARD_HELD: Final = (scard.SCARD_E_SHARING_VIOLATION, scard.SCARD_E_NOT_READY)
_CARD_MUTE: Final = (
    scard.SCARD_W_UNRESPONSIVE_CARD,
    scard.SCARD_W_UNSUPPORTED_CARD,
    scard.SCARD_E_PROTO_MISMATCH,
    scard.SCARD_E_COMM_DATA_LOST,
)

MEANINGS: Final[Mapping[int, Callable[[str, int], CardError]]] = {
    **dict.fromkeys(_SERVICE_GONE, lambda _reader, code: NoService(code)),
    **dict.fromkeys(_READER_GONE, lambda reader, _code: NoReader(reader)),
    **dict.fromkeys(_CARD_GONE, lambda _reader, _code: CardRemoved()),
    **dict.fromkeys(_CARD_RESET, lambda _reader, _code: CardWasReset()),
    **dict.fromkeys(_CARD_HELD, lambda _reader, _code: CardHeldElsewhere()),
    **dict.fromkeys(_CARD_MUTE, lambda _reader, _code: CardMute()),
    scard.SCARD_E_TIMEOUT: lambda reader, _code: ReaderNotAnswering(reader),
}
"""What the return codes of pcscd and of Windows mean; any other is a fault of the reader."""


def error_of(code: int, reader: str = "") -> CardError:
    """The error for a return code other than success; ReaderFault where the table has none."""
    unsigned = code & 0xFFFFFFFF
    make = MEANINGS.get(code) or MEANINGS.get(unsigned - (1 << 32))
    return make(reader, unsigned) if make else ReaderFault(reader, unsigned)


def _expect(code: int, reader: str = "") -> None:
    if code != scard.SCARD_S_SUCCESS:
        raise error_of(code, reader)


def _service_error(code: int) -> NoService:
    """Whatever goes wrong where no reader is concerned: the service does not serve."""
    return NoService(code & 0xFFFFFFFF)


def _establish() -> Handle:
    code, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    if code != scard.SCARD_S_SUCCESS:
        raise _service_error(code)
    return Handle(context)


class PcscSource:
    """The readers of the PC/SC service on this machine.

    `rests` tells whether a service that does not run only rests: Windows stops it with the last reader.
    """

    name = "pcsc"

    def __init__(self, rests: Callable[[], bool] = lambda: False) -> None:
        self.is_resting = rests

    def watch(self) -> PcscWatch:
        """A new watch in a context of its own; raises NoService."""
        return PcscWatch(_establish())

    def channel(self, reader: str) -> PcscChannel:
        """A new channel; its context comes with the first connection."""
        return PcscChannel(reader)


class PcscWatch:
    """Waits by SCardGetStatusChange on all readers and on the pseudo-reader that stands for their list."""

    def __init__(self, context: Handle) -> None:
        self._context = context
        self._states: dict[str, int] = {}
        self._seen: dict[str, Sighting] = {}
        self._has_pnp = True
        self._cancelled = threading.Event()

    def wait(self, timeout: float) -> Mapping[str, Sighting]:
        """All readers, once something has changed or after `timeout` seconds; raises NoService."""
        names = self._names()
        self._forget(set(self._states) - set(names))
        asked = [(name, self._states.get(name, scard.SCARD_STATE_UNAWARE)) for name in names]
        if self._has_pnp:
            asked.append((PNP_READER, len(names) << 16))  # Windows wants the number of readers we know of
        else:
            timeout = min(timeout, WITHOUT_PNP)
        if not asked:
            self._cancelled.wait(timeout)
            return {}
        code, answers = scard.SCardGetStatusChange(self._context, int(timeout * 1000), asked)
        if code in {scard.SCARD_S_SUCCESS, scard.SCARD_E_TIMEOUT}:
            self._take(answers)  # an exclusive connection of another program shows in a timeout only
        elif (
            code in _UNKNOWN
        ):  # a reader vanished between the two calls, or there is no pseudo-reader (macOS)
            self._has_pnp = self._has_pnp and names != self._names()
        elif code != scard.SCARD_E_CANCELLED:
            raise _service_error(code)
        return dict(self._seen)

    def cancel(self) -> None:
        """Interrupt a wait under way."""
        self._cancelled.set()
        scard.SCardCancel(self._context)

    def close(self) -> None:
        """Release the context."""
        scard.SCardReleaseContext(self._context)

    def _names(self) -> list[str]:
        code, names = scard.SCardListReaders(self._context, [])
        if code == scard.SCARD_E_NO_READERS_AVAILABLE:
            return []
        if code != scard.SCARD_S_SUCCESS:
            raise _service_error(code)
        return [str(name) for name in names]

    def _forget(self, gone: set[str]) -> None:
        for name in gone:
            self._states.pop(name, None)
            self._seen.pop(name, None)

    def _take(self, answers: list[tuple[str, int, list[int]]]) -> None:
        for name, state, atr in answers:
            if name == PNP_READER:
                continue
            if state & (scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE):
                self._forget({name})
                continue
            self._states[name] = state & ~scard.SCARD_STATE_CHANGED
            self._seen[name] = sighting(state, bytes(atr))


_UNKNOWN: Final = frozenset({scard.SCARD_E_UNKNOWN_READER, scard.SCARD_E_READER_UNAVAILABLE})


def sighting(state: int, atr: bytes) -> Sighting:
    """A reader's event state as a `Sighting`; the upper half counts insertions and removals."""
    mute = bool(state & scard.SCARD_STATE_MUTE)
    present = bool(state & scard.SCARD_STATE_PRESENT)
    return Sighting(
        atr=(b"" if mute else atr) if present else None,
        changes=(state >> 16) & 0xFFFF,
        held=bool(state & scard.SCARD_STATE_EXCLUSIVE),
    )


class PcscChannel:
    """One reader's context, made at the first connection and made anew when the service was restarted."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._context: Handle | None = None
        self._largest: int | None = None
        self._pad: Pad | None = None
        self.contactless = _CONTACTLESS.search(reader) is not None

    def connect(self) -> PcscConnection:
        """Connect, shared; raises CardRemoved, CardHeldElsewhere, CardMute, NoReader, NoService."""
        try:
            return self._connect()
        except NoService:
            self.close()
            return self._connect()
        except CardWasReset:  # without power, or reset between connecting and the first look
            return self._connect()

    def close(self) -> None:
        """Release the context."""
        context, self._context = self._context, None
        if context is not None:
            scard.SCardReleaseContext(context)

    def _connect(self) -> PcscConnection:
        if self._context is None:
            self._context = _establish()
        code, handle, protocol = scard.SCardConnect(
            self._context, self._reader, scard.SCARD_SHARE_SHARED, _PROTOCOLS
        )
        _expect(code, self._reader)
        try:
            connection = PcscConnection(self._reader, handle, protocol)
        except CardError:  # gone between the two calls: nobody else will let go of it
            scard.SCardDisconnect(handle, scard.SCARD_LEAVE_CARD)
            raise
        if self._largest is None:
            codes, told = abilities(handle)
            self._largest, self._pad = largest_apdu(told), part10.pad_of(codes, told)
        if protocol == scard.SCARD_PROTOCOL_T1:
            connection.max_apdu = self._largest
        connection.pad = self._pad
        return connection


class PcscConnection:
    """A shared connection to a card."""

    max_apdu: int = LONGEST_SHORT_FRAME  # T=0 has no extended length but by ENVELOPE
    pad: Pad | None = None

    def __init__(self, reader: str, handle: Handle, protocol: int) -> None:
        self._reader = reader
        self._handle = handle
        self._protocol = protocol
        self.atr = self._read_atr()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """One APDU as it is; raises CardRemoved, CardWasReset, CardMute, NoReader, NoService, ReaderFault."""
        if self._protocol == scard.SCARD_PROTOCOL_T0:
            command = without_le(command)
        code, answer = scard.SCardTransmit(self._handle, self._protocol, list(command))
        _expect(code, self._reader)
        if not answer:  # some drivers call it a success when the card goes in the middle of an APDU
            raise CardRemoved
        return bytes(answer)

    def control(self, code: int, data: bytes) -> bytes:
        """Have the reader itself do something; raises as `transmit`, PinEntryCancelled."""
        result, answer = scard.SCardControl(self._handle, code, list(data))
        if result == scard.SCARD_W_CANCELLED_BY_USER:
            raise PinEntryCancelled
        _expect(result, self._reader)
        return bytes(answer)

    def begin(self) -> None:
        """Begin a transaction, after the one of another program if need be."""
        _expect(scard.SCardBeginTransaction(self._handle), self._reader)

    def end(self) -> None:
        """End the transaction; the card stays as it is."""
        scard.SCardEndTransaction(self._handle, scard.SCARD_LEAVE_CARD)

    def keep_awake(self) -> None:
        """Ask for the status: any call resets Windows' five seconds, and this one sends no APDU."""
        scard.SCardStatus(self._handle)

    def reset(self) -> None:
        """Warm reset within the connection."""
        code, self._protocol = scard.SCardReconnect(
            self._handle, scard.SCARD_SHARE_SHARED, _PROTOCOLS, scard.SCARD_RESET_CARD
        )
        _expect(code, self._reader)

    def close(self) -> None:
        """Let go and leave the card powered: a kiosk waits for its removal."""
        scard.SCardDisconnect(self._handle, scard.SCARD_LEAVE_CARD)

    def _read_atr(self) -> bytes:
        code, _reader, _state, _protocol, atr = scard.SCardStatus(self._handle)
        _expect(code, self._reader)
        return bytes(atr)


def without_le(command: bytes | bytearray) -> bytes | bytearray:
    """A short command of case 4 as T=0 carries it: without Le (ISO 7816-3, 12.2.4)."""
    return command[:-1] if len(command) > 5 and len(command) == 5 + command[4] + 1 else command


def largest_apdu(told: Mapping[int, int]) -> int:
    """The largest command APDU by a reader's properties; one that says nothing is not limited."""
    size = told.get(part10.MAX_APDU_DATA)
    if not size:
        return LARGEST_APDU
    return size + EXTENDED_FRAME if size > SHORT_ANSWER else LONGEST_SHORT_FRAME


def abilities(handle: Handle) -> tuple[dict[int, int], dict[int, int]]:
    """A reader's features and properties; none where it refuses the question, which is no fault."""
    codes = part10.features(_asked(handle, _GET_FEATURES))
    query = codes.get(Feature.GET_TLV_PROPERTIES)
    return codes, {} if query is None else part10.properties(_asked(handle, query))


def _asked(handle: Handle, control_code: int) -> bytes:
    code, answer = scard.SCardControl(handle, control_code, [])
    return bytes(answer) if code == scard.SCARD_S_SUCCESS else b""
