"""Pictures of reports on their way in: judged, decoded within bounds, shrunk, and made public."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from unittest.mock import patch

from PIL import Image

from desktop_app.pictures import decoding
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.errors import PictureError
from desktop_app.pictures.intake import taken
from desktop_app.pictures.public_copy import public_copy
from desktop_app.sandbox.picture_copies import without_camera_data
from desktop_app.triage.report_files import FileRefused
from tests.fuzz.target import Target

_SIGNS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_COVER: Final = (Cover(0.2, 0.2, 0.7, 0.6),)
_FEW_PIXELS: Final = 1_000_000
"""A WebP of fifty honest million pixels fits into the input, and three times decoded takes its second."""


def _intake(data: bytes) -> None:
    """The first byte chooses the start that a file shows; what is taken must make a clean public copy."""
    sign = _SIGNS[data[0] % len(_SIGNS)] if data else b""
    content = sign + data[1:]
    with patch.object(decoding, "MOST_PIXELS", _FEW_PIXELS):
        decoding.decode(content, 64)
        file = taken("a.jpg", content)
        made = public_copy(file.content, _COVER)
    assert without_camera_data(made, "image/jpeg") == made


def _seeds() -> list[bytes]:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "16-27-49N"
    seeds = []
    for number, (kind, sign) in enumerate(zip(("JPEG", "PNG", "WEBP"), _SIGNS, strict=True)):
        for mode in ("RGB", "L") if kind != "WEBP" else ("RGB",):
            made = BytesIO()
            Image.new(mode, (9, 7), 90).save(made, kind, exif=exif)
            seeds.append(bytes((number,)) + made.getvalue()[len(sign) :])
    progressive = BytesIO()
    Image.new("RGB", (17, 9)).save(progressive, "JPEG", progressive=True)
    return [*seeds, b"\x00" + progressive.getvalue()[3:]]


TARGETS: Final[dict[str, Target]] = {
    "picture_intake": Target(
        _intake,
        (PictureError, FileRefused),
        _seeds,
        ("desktop_app.pictures.decoding", "desktop_app.pictures.intake", "desktop_app.pictures.public_copy"),
        1024,
        defects=("untyped", "endless"),
    ),
}
