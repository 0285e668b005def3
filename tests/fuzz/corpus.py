"""The inputs that earlier passes found worth keeping, one file of base64 lines for each target.

They are made of the targets' own seeds: virtual cards and documents, invented people. What a pass adds is
reduced to the inputs that still bring coverage, shortest first, and kept within ``MOST_BYTES``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("corpus")
MOST_BYTES: Final = 12 * 1024


def unpack(name: str, folder: Path) -> None:
    """Write a target's inputs as files, for libFuzzer."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = FOLDER / f"{name}.txt"
    lines = packed.read_text(encoding="ascii").split() if packed.exists() else []
    for number, line in enumerate(lines):
        (folder / f"kept-{number:04}").write_bytes(b64decode(line))


def pack(name: str, inputs: Iterable[bytes]) -> int:
    """Keep a target's inputs; return how many."""
    lines: list[str] = []
    room = MOST_BYTES
    for data in sorted(set(inputs), key=lambda data: (len(data), data)):
        line = b64encode(data).decode("ascii")
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    return len(lines)
