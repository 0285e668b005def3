"""Frames over a pipe: four bytes of length, then the content, which is JSON or a bare secret."""

from __future__ import annotations

import json
from typing import IO, Any, Final

LARGEST: Final = 256 * 1024
_LENGTH: Final = 4


class Garbled(ValueError):
    """What arrived is no frame, or no document."""


def send(pipe: IO[bytes], content: bytes | bytearray) -> None:
    """Write one frame; raises OSError when nobody reads any more."""
    pipe.write(len(content).to_bytes(_LENGTH, "big"))
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next frame; `None` at the end. Raises Garbled for a length that no frame of ours has."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if length > LARGEST:
        raise Garbled
    content = pipe.read(length)
    return content if len(content) == length else None


def document(content: bytes) -> dict[str, Any]:
    """The JSON object in a frame; raises Garbled."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise Garbled from None
    if not isinstance(found, dict):
        raise Garbled
    return found


def encoded(found: dict[str, Any]) -> bytes:
    """A JSON object as the content of a frame."""
    return json.dumps(found).encode()
