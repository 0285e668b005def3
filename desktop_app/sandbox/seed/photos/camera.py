"""A drawing as a phone writes it: JPEG with place (GPS), time and device in its EXIF (CIPA DC-008)."""

from __future__ import annotations

import struct
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image

from desktop_app.domain.deadlines import ZONE

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MAKE, MODEL, TAKEN, GPS = 0x010F, 0x0110, 0x0132, 0x8825
DEVICE: Final = "Demo Phone 1"
_QUALITY: Final = 68
_APP1: Final = 0xE1


def develop(picture: Picture) -> bytes:
    """Return the drawing as a JPEG of few kilobytes, without a word about its making."""
    made = BytesIO()
    picture.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def taken(jpeg: bytes, latitude: float, longitude: float, at: datetime) -> bytes:
    """Return ``jpeg`` with where (WGS 84 degrees) and when it was taken; the pixels stay."""
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = "IOC Desk", DEVICE
    exif[TAKEN] = f"{at.astimezone(ZONE):%Y:%m:%d %H:%M:%S}"
    exif.get_ifd(GPS).update({1: "N", 2: _sexagesimal(latitude), 3: "E", 4: _sexagesimal(longitude)})
    told = exif.tobytes()
    return jpeg[:2] + struct.pack(">BBH", 0xFF, _APP1, len(told) + 2) + told + jpeg[2:]


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes = degrees % 1 * 60
    return float(int(degrees)), float(int(minutes)), round(minutes % 1 * 60, 2)
