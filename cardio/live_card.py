"""`LiveCard`: the card of one task, on its reader's thread: transactions, renewal, the reader's keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final, Protocol

from cardio.errors import CardRemoved, CardWasReset, PinPadFailed, ReaderFault
from cardio.keep_awake import KeepAwake
from cardio.part10 import Pad
from cardio.source import CardConnection

_NO_ENTRY: Final = frozenset({bytes.fromhex("6B80"), bytes.fromhex("6D00")})  # part 10, 2.5.5: bad structure


class CardThread(Protocol):
    """What a task's card asks of its reader's thread. `pad_failed`: the reader's keys are not to be used."""

    reader: str
    pad_failed: bool
    awake: KeepAwake

    @property
    def contactless(self) -> bool:
        """Whether the reader talks to cards through the air."""
        ...

    def call(self, kind: str) -> AbstractContextManager[None]:
        """Stamp a call into the source, so that one which hangs is noticed."""
        ...

    def reconnect(self) -> CardConnection:
        """Connect anew after the card was reset by somebody else."""
        ...


class LiveCard:
    """The `transport.Card` of one task: every call stamped."""

    def __init__(self, thread: CardThread, connection: CardConnection) -> None:
        self._thread = thread
        self._connection = connection
        self._in_transaction = False
        self.reader = thread.reader
        self.contactless = thread.contactless
        self.atr = connection.atr
        self.max_apdu = connection.max_apdu

    def transmit(self, command: bytes | bytearray) -> bytes:
        """One APDU there and its answer back."""
        with self._thread.call("transmit"):
            answer = self._connection.transmit(command)
        if self._in_transaction:
            self._thread.awake.rests(self._connection)
        return answer

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep other programs away; a card that was reset or swapped before it begins is connected anew."""
        try:
            self._begin()
        except (CardWasReset, CardRemoved):  # stale: nothing was exchanged yet, so nothing is repeated
            self._take(self._thread.reconnect())
            self._begin()
        self._in_transaction = True
        self._thread.awake.rests(self._connection)
        try:
            yield
        finally:
            self._in_transaction = False
            self._thread.awake.rests(None)
            with self._thread.call("end"):
                self._connection.end()

    def renew(self) -> None:
        """Connect anew after somebody reset the card, and go on with the transaction; raises CardRemoved."""
        atr = self.atr
        self._take(self._thread.reconnect())
        if self.atr != atr:
            raise CardRemoved
        if self._in_transaction:
            self._begin()
            self._thread.awake.rests(self._connection)

    def _take(self, connection: CardConnection) -> None:
        self._connection = connection
        self.atr, self.max_apdu = connection.atr, connection.max_apdu

    def _begin(self) -> None:
        with self._thread.call("begin"):
            self._connection.begin()

    @property
    def pad(self) -> Pad | None:
        """The reader's keys for the PIN, `None` without or once they have failed."""
        return None if self._thread.pad_failed else self._connection.pad

    def type_on_pad(self, code: int, structure: bytes) -> bytes:
        """Have the PIN typed on the reader's keys; the answer is the card's or the reader's status word.

        Raises PinPadFailed where the reader refuses; the PIN is typed on this computer from then on.
        """
        try:
            with self._thread.call("pad"):
                answer = self._connection.control(code, structure)
        except ReaderFault:
            answer = b""
        if self._in_transaction:
            self._thread.awake.rests(self._connection)
        if len(answer) < 2 or answer[-2:] in _NO_ENTRY:
            self._thread.pad_failed = True
            raise PinPadFailed(self.reader)
        return answer

    def reset(self) -> None:
        """Warm reset."""
        with self._thread.call("reset"):
            self._connection.reset()
