"""Small real pictures, and the same with all that a camera writes about place, time and device."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode

JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG"
    "kJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAA"
    "AAD/2gAIAQEAAD8AP//Z"
)
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAEElEQVR4nGNsYIAAJgaKGAAmCACQXTClHgAAAABJRU5ErkJggg=="
)
WEBP = b64decode("UklGRh4AAABXRUJQVlA4TBEAAAAvB8ABAAdQwAIWsP+BiOh/AAA=")
SECRET = b"16 27 49N 107 35 26E"
"""A place, as a camera notes it: what must be in no copy."""


def photo(turned: int = 1, number: int = 0) -> bytes:
    """A JPEG with Exif (``turned``: its orientation), a comment, and a second picture behind the first.

    Each ``number`` makes another file.
    """
    tiff = struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, 0x0112, 3, 1, turned, 0, 0) + SECRET
    exif = _segment(0xE1, b"Exif\x00\x00" + tiff)
    comment = _segment(0xFE, SECRET + str(number).encode())
    return JPEG[:2] + exif + comment + JPEG[2:] + SECRET


def png_with_text() -> bytes:
    """A PNG with a text chunk before its end."""
    return PNG[:-12] + _chunk(b"tEXt", b"Place\x00" + SECRET) + PNG[-12:]


def webp_with_exif() -> bytes:
    """A WebP whose extended header announces Exif, and the Exif."""
    header = _riff(b"VP8X", bytes([0b1000, 0, 0, 0, 7, 0, 0, 7, 0, 0]))
    body = header + WEBP[12:] + _riff(b"EXIF", SECRET)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _riff(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)
