"""Both kinds of readers keep the protocols (the type checker reads this too)."""

from __future__ import annotations

from cardio.simulator import VirtualReaders
from cardio.simulator.readers import VirtualChannel, VirtualConnection, VirtualWatch
from cardio.source import CardConnection, ReaderChannel, ReaderSource, ReaderWatch, Sighting


def conversation(source: ReaderSource, reader: str) -> tuple[ReaderWatch, ReaderChannel, CardConnection]:
    """One object of each kind, as the threads get them."""
    channel = source.channel(reader)
    return source.watch(), channel, channel.connect()


def test_virtual_readers_keep_the_protocols() -> None:
    from tests.support.virtual_cards import card

    readers = VirtualReaders()
    readers.add_reader("R")
    readers.insert("R", card())
    watch, channel, connection = conversation(readers, "R")
    assert (type(watch), type(channel), type(connection)) == (VirtualWatch, VirtualChannel, VirtualConnection)


def test_sightings_are_values() -> None:
    assert Sighting(b"\x3b", 2) == Sighting(b"\x3b", 2, held=False) != Sighting(b"\x3b", 3)
