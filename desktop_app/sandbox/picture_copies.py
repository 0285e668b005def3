"""A picture's copy for others: the same pixels without what the camera wrote about place, time and device.

Only the container is read, never a pixel: segments of JPEG (ISO/IEC 10918-1, B), chunks of PNG
(ISO/IEC 15948, 11.3) and of WebP (RIFF). A JPEG keeps the one thing a viewer needs: which way is up.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_EXIF: Final = b"Exif\x00\x00"
_KEPT_SEGMENTS: Final = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}  # what the pixels mean
_SCAN, _COMMENT, _APP1, _END = 0xDA, 0xFE, 0xE1, 0xD9
_PNG_HEAD: Final = 8
_TELLING_PNG: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_TELLING_WEBP: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS: Final = 0b1100  # of VP8X: Exif and XMP are present
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3


class Unreadable(Exception):
    """The picture's container is broken."""


def without_camera_data(content: bytes, media_type: str) -> bytes:
    """Return the copy of a file that others may have; raise ``Unreadable`` for a broken picture."""
    try:
        if media_type == "image/jpeg":
            return _jpeg(content)
        if media_type == "image/png":
            return _png(content)
        if media_type == "image/webp":
            return _webp(content)
    except (IndexError, struct.error):
        raise Unreadable from None
    return content


def _jpeg(content: bytes) -> bytes:
    pieces, turned = [content[:2]], 1
    at = 2
    while True:
        if content[at] != 0xFF:
            raise Unreadable
        marker = content[at + 1]
        if marker in {_SCAN, _END}:
            break
        length = struct.unpack_from(">H", content, at + 2)[0]
        segment = content[at : at + 2 + length]
        if length < 2 or len(segment) != 2 + length:
            raise Unreadable
        if marker == _APP1 and segment[4:10] == _EXIF:
            turned = _orientation(segment[10:])
        elif not (0xE0 <= marker <= 0xEF or marker == _COMMENT) or _is_kept(marker, segment):
            pieces.append(segment)
        at += 2 + length
    if turned != 1:
        pieces.insert(1, _orientation_segment(turned))
    return b"".join(pieces) + _scans(content[at:])


def _is_kept(marker: int, segment: bytes) -> bool:
    sign = _KEPT_SEGMENTS.get(marker)
    return sign is not None and segment[4:].startswith(sign)


def _scans(rest: bytes) -> bytes:
    """The pixels up to the end of the picture: a second picture behind it (a preview) stays out."""
    end = rest.find(b"\xff\xd9")
    if end < 0:
        raise Unreadable
    return rest[: end + 2]


def _orientation(tiff: bytes) -> int:
    """Return EXIF's orientation (1 to 8), 1 where nothing sensible is said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 1
    first = struct.unpack_from(f"{order}I", tiff, 4)[0]
    if first + 2 > len(tiff):
        return 1
    for entry in range(struct.unpack_from(f"{order}H", tiff, first)[0]):
        at = first + 2 + 12 * entry
        if at + 12 > len(tiff):
            return 1
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            return value if 1 <= value <= 8 else 1
    return 1


def _orientation_segment(turned: int) -> bytes:
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)
    return struct.pack(">BBH", 0xFF, _APP1, 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff


def _png(content: bytes) -> bytes:
    pieces = [content[:_PNG_HEAD]]
    for name, chunk in _png_chunks(content):
        if name not in _TELLING_PNG:
            pieces.append(chunk)
        if name == b"IEND":
            return b"".join(pieces)
    raise Unreadable


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _PNG_HEAD
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        chunk = content[at : at + 12 + length]
        if len(chunk) != 12 + length:
            raise Unreadable
        yield name, chunk
        at += 12 + length


def _webp(content: bytes) -> bytes:
    pieces, at = [], 12
    end = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while at < end:
        name, length = struct.unpack_from("<4sI", content, at)
        chunk = content[at : at + 8 + length + length % 2]
        if len(chunk) < 8 + length:
            raise Unreadable
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if name not in _TELLING_WEBP:
            pieces.append(chunk)
        at += 8 + length + length % 2
    body = b"".join(pieces)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body
