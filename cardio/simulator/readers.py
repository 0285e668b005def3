"""`VirtualReaders`: readers in process, a `ReaderSource` like PC/SC, with faults on demand."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from cardio.errors import CardHeldElsewhere, CardRemoved, CardWasReset, NoReader, NoService, ReaderFault
from cardio.simulator.pad import VirtualPad
from cardio.source import Sighting

NO_SERVICE: Final = 0x8010001D  # SCARD_E_NO_SERVICE
UNSUPPORTED: Final = 0x8010001F  # SCARD_E_UNEXPECTED, as drivers answer an order that they do not know
LARGEST_APDU: Final = 65544  # header, extended lengths, 64 KiB − 1 of data


class VirtualCard(Protocol):
    """A card that can be put into a virtual reader or behind vpcd."""

    contactless: bool

    def power_on(self) -> bytes:
        """Cold reset; the answer is the ATR."""
        ...

    def reset(self) -> None:
        """Warm reset."""
        ...

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The answer, data ‖ SW1 ‖ SW2, to one APDU."""
        ...


@dataclass
class Bay:
    """One reader's inside. `insertion` tells a card from the same one put in again."""

    contactless: bool
    card: VirtualCard | None = None
    sighting: Sighting = field(default_factory=lambda: Sighting(None))
    insertion: int = 0
    apdus_until_torn: int | None = None
    seconds_per_apdu: float = 0.0
    hangs: bool = False
    held_for: int = 0
    occupied: bool = False
    resets: int = 0
    longest_idle: float | None = None
    pad: VirtualPad | None = None
    used: float = 0.0
    transaction: threading.Lock = field(default_factory=threading.Lock)


class VirtualReaders:
    """Virtual readers, for any number of threads. `apdu_count`: commands that each has carried."""

    def __init__(self, name: str = "virtual") -> None:
        self.name = name
        self._changed = threading.Condition()  # re-entrant; guards everything below
        self._bays: dict[str, Bay] = {}
        self._revision = 0
        self._stopped = False
        self.apdu_count: dict[str, int] = {}

    # --- what a hand does

    def stop_service(self, stopped: bool = True) -> None:
        """End what speaks to the readers, or let it run again."""
        with self._changed:
            self._stopped = stopped
            self._notify()

    def add_reader(self, name: str, contactless: bool = False) -> None:
        """Plug a reader in."""
        with self._changed:
            self._bays[name] = Bay(contactless)
            self.apdu_count.setdefault(name, 0)
            self._notify()

    def plug_in(self, name: str, *, contactless: bool) -> None:
        """Plug a reader in unless it is there."""
        with self._changed:
            if name not in self._bays:
                self.add_reader(name, contactless)

    def remove_reader(self, name: str) -> None:
        """Unplug a reader, with the card in it; KeyError when it is not there."""
        with self._changed:
            del self._bays[name]
            self._notify()

    def insert(self, reader: str, card: VirtualCard) -> None:
        """Put a card in (any that is there is taken out first); KeyError when there is no such reader."""
        with self._changed:
            bay = self._bays[reader]
            card.contactless = bay.contactless
            bay.card, bay.insertion = card, bay.insertion + 1
            bay.sighting = Sighting(card.power_on(), bay.insertion, held=bay.occupied)
            bay.apdus_until_torn = None
            self._notify()

    def remove(self, reader: str) -> None:
        """Take the card out; KeyError when there is no such reader."""
        with self._changed:
            self._take_out(self._bays[reader])

    # --- faults

    def tear_after(self, reader: str, apdus: int) -> None:
        """Tear the card off after so many more APDUs: the next one finds no card."""
        with self._changed:
            self._bays[reader].apdus_until_torn = apdus

    def delay(self, reader: str, seconds: float) -> None:
        """Make each APDU take so long, as slow cards do."""
        with self._changed:
            self._bays[reader].seconds_per_apdu = seconds

    def hang(self, reader: str, hanging: bool = True) -> None:
        """Let every APDU hang until called again with `hanging=False` or the reader is unplugged."""
        with self._changed:
            self._bays[reader].hangs = hanging
            self._changed.notify_all()

    def hold(self, reader: str, connections: int) -> None:
        """Let another program have the card exclusively for so many more attempts to connect."""
        with self._changed:
            self._bays[reader].held_for = connections

    def occupy(self, reader: str, occupied: bool = True) -> None:
        """Let another program have the card exclusively until called again with `occupied=False`."""
        with self._changed:
            bay = self._bays[reader]
            bay.occupied = occupied
            bay.sighting = replace(bay.sighting, held=occupied and bay.card is not None)
            self._notify()

    def give_pad(self, reader: str, pad: VirtualPad | None) -> None:
        """Let the reader have keys for the PIN, from the next connection on."""
        with self._changed:
            self._bays[reader].pad = pad

    def reset_when_idle(self, reader: str, seconds: float) -> None:
        """Reset the card that a transaction leaves idle for longer than that, as Windows does after five."""
        with self._changed:
            self._bays[reader].longest_idle = seconds

    def reset_card(self, reader: str) -> None:
        """Reset the card as another program would; KeyError when there is no such reader."""
        with self._changed:
            bay = self._bays[reader]
            bay.resets += 1
            if bay.card is not None:
                bay.card.reset()

    # --- ReaderSource

    def is_resting(self) -> bool:
        """There is no service that could."""
        return False

    def watch(self) -> VirtualWatch:
        """A new watch on all readers."""
        return VirtualWatch(self)

    def channel(self, reader: str) -> VirtualChannel:
        """A new channel to one reader, which may be gone by now."""
        with self._changed:
            return VirtualChannel(self, reader, self._bays.get(reader, Bay(contactless=False)))

    # --- for the objects handed out

    def look(self, known: int, timeout: float) -> tuple[int, Mapping[str, Sighting]]:
        """The readers, as soon as the revision differs from `known`; raises NoService while it is stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._revision != known, timeout)
            if self._stopped:
                raise NoService(NO_SERVICE)
            return self._revision, {name: bay.sighting for name, bay in self._bays.items()}

    def wake(self) -> None:
        """Make every `look` under way return."""
        with self._changed:
            self._notify()

    def touch(self, reader: str, bay: Bay, resets: int, *, begins: bool = False) -> None:
        """A transaction is used by a connection that knows of so many resets; CardWasReset for more."""
        with self._changed:
            now = time.monotonic()
            idle = 0.0 if begins else now - bay.used
            if bay.longest_idle is not None and idle > bay.longest_idle:
                self.reset_card(reader)
            bay.used = now
            if bay.resets != resets:
                raise CardWasReset

    def admit(self, bay: Bay) -> None:
        """Let a connection be made; raises CardHeldElsewhere."""
        with self._changed:
            if bay.held_for:
                bay.held_for -= 1
                raise CardHeldElsewhere
            if bay.occupied:
                raise CardHeldElsewhere

    def carry(self, reader: str, bay: Bay, insertion: int, command: bytes | bytearray) -> bytes:
        """Bring one APDU to the card of that insertion; raises CardRemoved, NoReader."""
        with self._changed:
            self._changed.wait_for(lambda: not bay.hangs or self._bays.get(reader) is not bay)
            card = self._present(reader, bay, insertion)
            if bay.apdus_until_torn is not None:
                if bay.apdus_until_torn == 0:
                    self._take_out(bay)
                    raise CardRemoved
                bay.apdus_until_torn -= 1
            self.apdu_count[reader] += 1
        if bay.seconds_per_apdu:
            time.sleep(bay.seconds_per_apdu)
            with self._changed:
                self._present(reader, bay, insertion)  # it may have left meanwhile
        return card.transmit(command)

    def card_of(self, reader: str, bay: Bay, insertion: int | None = None) -> tuple[VirtualCard, Sighting]:
        """The card that is there (of that insertion) and how it is seen; raises CardRemoved, NoReader."""
        with self._changed:
            return self._present(reader, bay, bay.insertion if insertion is None else insertion), bay.sighting

    def _present(self, reader: str, bay: Bay, insertion: int) -> VirtualCard:
        if self._bays.get(reader) is not bay:
            raise NoReader(reader)
        if bay.card is None or bay.insertion != insertion:
            raise CardRemoved
        return bay.card

    def _take_out(self, bay: Bay) -> None:
        bay.card, bay.apdus_until_torn = None, None
        bay.sighting = replace(bay.sighting, atr=None, held=False)
        self._notify()

    def _notify(self) -> None:
        self._revision += 1
        self._changed.notify_all()


class VirtualWatch:
    """A `ReaderWatch` on virtual readers."""

    def __init__(self, readers: VirtualReaders) -> None:
        self._readers = readers
        self._known = -1

    def wait(self, timeout: float) -> Mapping[str, Sighting]:
        """All readers, once something has changed."""
        self._known, found = self._readers.look(self._known, timeout)
        return found

    def cancel(self) -> None:
        """Make a `wait` under way return."""
        self._readers.wake()

    def close(self) -> None:
        """Nothing is held."""


class VirtualChannel:
    """A `ReaderChannel` to a virtual reader."""

    def __init__(self, readers: VirtualReaders, reader: str, bay: Bay) -> None:
        self._readers = readers
        self._reader = reader
        self._bay = bay
        self.contactless = bay.contactless

    def connect(self) -> VirtualConnection:
        """Connect to the card that is there; raises CardRemoved, CardHeldElsewhere, NoReader."""
        _, sighting = self._readers.card_of(self._reader, self._bay)
        self._readers.admit(self._bay)
        return VirtualConnection(self._readers, self._reader, self._bay, sighting)

    def close(self) -> None:
        """Nothing is held."""


class VirtualConnection:
    """A `CardConnection` to a virtual card."""

    max_apdu = LARGEST_APDU

    def __init__(self, readers: VirtualReaders, reader: str, bay: Bay, sighting: Sighting) -> None:
        self._readers = readers
        self._reader = reader
        self._bay = bay
        self._insertion = sighting.changes
        self._resets = bay.resets
        self._in_transaction = False
        self._pad = bay.pad
        self.pad = bay.pad.abilities if bay.pad is not None else None
        self.atr = sighting.atr or b""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """One APDU there and its answer back; raises CardWasReset, CardRemoved, NoReader."""
        if self._in_transaction:
            self._readers.touch(self._reader, self._bay, self._resets)
        return self._readers.carry(self._reader, self._bay, self._insertion, command)

    def control(self, code: int, data: bytes) -> bytes:
        """The reader's own part of an entry; raises ReaderFault without keys for it, CardRemoved."""
        if self._pad is None:
            raise ReaderFault(self._reader, UNSUPPORTED)
        return self._pad.control(code, data, self.transmit)

    def begin(self) -> None:
        """Begin a transaction, when that of another connection is over; raises CardWasReset, CardRemoved."""
        self._readers.card_of(self._reader, self._bay, self._insertion)
        self._bay.transaction.acquire()
        self._in_transaction = True
        try:
            self._readers.touch(self._reader, self._bay, self._resets, begins=True)
        except CardWasReset:
            self.end()
            raise

    def end(self) -> None:
        """End the transaction."""
        if self._in_transaction:
            self._in_transaction = False
            self._bay.transaction.release()

    def keep_awake(self) -> None:
        """The transaction is not idle."""
        self._bay.used = time.monotonic()

    def reset(self) -> None:
        """Warm reset of the card; raises CardRemoved."""
        card, _ = self._readers.card_of(self._reader, self._bay, self._insertion)
        card.reset()

    def close(self) -> None:
        """Let go."""
        self.end()
