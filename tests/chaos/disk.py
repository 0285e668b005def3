"""The files as a power cut would have left them. Pure.

What was fsynced is there. Of what was written since, nothing is there, or any part of it in any order,
torn at sectors: both are what real disks do. A file exists once it was fsynced; a deletion that was not
made durable may or may not have happened.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at an offset."""

    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A new size."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was written to the file so far is on the disk."""

    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    """The file is gone; ``durable`` where its folder was synced too."""

    name: str
    durable: bool


@dataclass(frozen=True, slots=True)
class Confirm:
    """The program said to a person that something is done."""

    message: tuple[Any, ...]


Op = Write | Truncate | Sync | Delete | Confirm


@dataclass(frozen=True, slots=True)
class Record:
    """What a process did, in order, and the keys of the stores it opened, by file name."""

    ops: tuple[Op, ...]
    keys: Mapping[str, bytes]

    def confirmed(self, cut: int) -> list[tuple[Any, ...]]:
        """Return what was confirmed before op number ``cut``."""
        return [op.message for op in self.ops[:cut] if isinstance(op, Confirm)]

    def left(self, before: Mapping[str, bytes], cut: int, chance: random.Random | None) -> dict[str, bytes]:
        """Return the files after a cut at op number ``cut``, from those ``before`` the record.

        With ``chance``, a random part of what was not synced is there too.
        """
        files = {name: _File(bytearray(content)) for name, content in before.items()}
        for op in self.ops[:cut]:
            if not isinstance(op, Confirm):
                files.setdefault(op.name, _File(None)).meet(op)
        found = {name: file.left(chance) for name, file in files.items()}
        return {name: content for name, content in found.items() if content is not None}


@dataclass(slots=True)
class _File:
    """What is on the disk (None: no file), and what was done since the last sync."""

    durable: bytearray | None
    since: list[Write | Truncate | Delete] = field(default_factory=list)

    def meet(self, op: Write | Truncate | Sync | Delete) -> None:
        """Go on by one op."""
        if isinstance(op, Sync):
            for earlier in self.since:
                self.durable = _done(self.durable, earlier)
            self.since.clear()
        elif isinstance(op, Delete) and op.durable:
            self.durable = None
            self.since.clear()
        else:
            self.since.append(op)

    def left(self, chance: random.Random | None) -> bytes | None:
        """Return the content after a cut now."""
        content = None if self.durable is None else bytearray(self.durable)
        if chance is not None:
            for op in self.since:
                content = _done(content, _torn(op, chance)) if chance.random() < 0.5 else content
        return None if content is None else bytes(content)


def _done(content: bytearray | None, op: Write | Truncate | Delete) -> bytearray | None:
    """Return what ``op`` makes of ``content``, which it may change."""
    if isinstance(op, Delete):
        return None
    held = bytearray() if content is None else content
    if isinstance(op, Truncate):
        del held[op.size :]
        held.extend(bytes(op.size - len(held)))
        return held
    held.extend(bytes(max(0, op.offset - len(held))))
    held[op.offset : op.offset + len(op.data)] = op.data
    return held


def _torn(op: Write | Truncate | Delete, chance: random.Random) -> Write | Truncate | Delete:
    """Sometimes only the first sectors of a write arrived."""
    if not isinstance(op, Write) or chance.random() < 0.5:
        return op
    return Write(op.name, op.offset, op.data[: SECTOR * chance.randrange(len(op.data) // SECTOR + 1)])
