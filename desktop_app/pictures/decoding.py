"""From the bytes of a file to upright pixels, within bounds: the one door for pictures of reports.

A few kilobytes can announce gigabytes, so the size in the header is looked at before a pixel is decoded; a
progressive JPEG can have thousands of passes, so those are counted first. Only the three formats that are
attached are tried. Slow: never on the main thread.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from desktop_app.domain.attachments import is_picture, media_type_of
from desktop_app.pictures.errors import PictureCorrupt, PictureError, PictureTooComplex, PictureTooLarge

MOST_PIXELS: Final = 50_000_000
"""A phone's best photo today; in memory 150 MB while it is decoded, one at a time."""
MOST_SCANS: Final = 64
_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_SCAN: Final = b"\xff\xda"
_MEGA: Final = 1_000_000
_BROKEN: Final = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError,
    OverflowError, MemoryError, RuntimeError, AssertionError, struct.error, zlib.error,
)  # fmt: skip
"""All that the library raises on hostile bytes; none of it leaves this module."""

Image.MAX_IMAGE_PIXELS = None  # the library would warn only; ``opened`` refuses, and far earlier


@dataclass(frozen=True, slots=True)
class Pixels:
    """An upright picture: ``rgb`` holds ``width`` × ``height`` × 3 bytes, row by row, no padding.

    ``full_width`` and ``full_height`` are the sides of the picture it was shrunk from.
    """

    width: int
    height: int
    rgb: bytes
    full_width: int
    full_height: int


def decode(content: bytes, room: int | None = None) -> Pixels:
    """Return the picture, its longer side at most ``room`` pixels; raise ``PictureError``."""
    picture, full = upright(content, room)
    return Pixels(picture.width, picture.height, picture.tobytes(), *full)


def upright(content: bytes, room: int | None = None) -> tuple[Image.Image, tuple[int, int]]:
    """Return the decoded picture (RGB, the way up it was taken) and its full size; raise ``PictureError``."""
    try:
        return _decoded(content, room)
    except PictureError:
        raise
    except _BROKEN:
        raise PictureCorrupt from None


def _decoded(content: bytes, room: int | None) -> tuple[Image.Image, tuple[int, int]]:
    media_type = media_type_of(content)
    if media_type is None or not is_picture(media_type):
        raise PictureCorrupt
    if media_type == "image/jpeg" and content.count(_SCAN) > MOST_SCANS:
        raise PictureTooComplex
    with Image.open(BytesIO(content), formats=(_FORMATS[media_type],)) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise PictureTooLarge(width * height // _MEGA)
        if room is not None:
            picture.draft("RGB", (room, room))  # JPEG: decoded smaller, at a fraction of time and memory
        turned = ImageOps.exif_transpose(picture)
        plain = _on_white(turned)
    full = (height, width) if (width > height) != (plain.width > plain.height) else (width, height)
    if room is not None:
        plain.thumbnail((room, room))
    return plain, full


def _on_white(picture: Image.Image) -> Image.Image:
    """Return it as RGB of its own, what is transparent on white, without any of the file's other data."""
    if picture.mode not in {"RGBA", "LA", "PA"} and "transparency" not in picture.info:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
