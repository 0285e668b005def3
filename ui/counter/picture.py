"""The face of a chip, decoded within bounds: JPEG and JPEG 2000, at most four million pixels.

The one module that decodes pictures of chips. Only the two formats are tried, and the size in the header is
looked at before a pixel is decoded: a picture of a few kilobytes can announce gigabytes.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image
from PySide6.QtGui import QImage

from cardio.emrtd.dg2 import Face

MOST_PIXELS: Final = 4_000_000
SHOWN: Final = (360, 480)
_FORMATS: Final = {"jpeg": "JPEG", "jpeg2000": "JPEG2000"}
_CHANNELS: Final = 3

Image.MAX_IMAGE_PIXELS = None  # the library would warn only; ``decode`` refuses, and far earlier


class PictureRefused(Exception):
    """The picture is none of the two formats, too large, or broken."""


def decode(face: Face) -> QImage:
    """Return the face no larger than ``SHOWN``; raise ``PictureRefused``. Slow: not for the main thread."""
    try:
        with Image.open(BytesIO(face.picture), formats=(_FORMATS[face.format],)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureRefused
            picture.draft("RGB", SHOWN)
            shown = picture.convert("RGB")
    except (OSError, SyntaxError, ValueError, MemoryError, OverflowError):
        raise PictureRefused from None
    shown.thumbnail(SHOWN)
    line = shown.width * _CHANNELS
    made = QImage(shown.tobytes(), shown.width, shown.height, line, QImage.Format.Format_RGB888)
    return made.copy()  # of its own memory: the bytes above go
