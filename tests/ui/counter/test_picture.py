"""Faces of both formats; bombs, other formats and rubbish refused."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from cardio.emrtd.dg2 import Face
from ui.counter.picture import MOST_PIXELS, SHOWN, PictureRefused, decode


def encoded(kind: str, size: tuple[int, int] = (240, 320), mode: str = "RGB") -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else (200, 10, 10)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize(("kind", "format_"), [("JPEG", "jpeg"), ("JPEG2000", "jpeg2000")])
def test_both_formats(kind: str, format_: str, mode: str) -> None:
    picture = decode(Face(format_, encoded(kind, mode=mode)))  # type: ignore[arg-type]
    assert (picture.width(), picture.height()) == (240, 320)
    colour = picture.pixelColor(120, 160)
    assert abs(colour.red() - (200 if mode == "RGB" else 120)) < 8


def test_large_ones_are_made_small() -> None:
    picture = decode(Face("jpeg", encoded("JPEG", (1200, 1600))))
    assert (picture.width(), picture.height()) == SHOWN


def bomb(width: int, height: int) -> bytes:
    """A JPEG of a few kilobytes whose header announces another size."""
    small = encoded("JPEG", (16, 16))
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]


def test_a_bomb_is_refused_by_its_header() -> None:
    for width, height in ((65_000, 65_000), (2001, MOST_PIXELS // 2000)):
        with pytest.raises(PictureRefused):
            decode(Face("jpeg", bomb(width, height)))


def test_a_jpeg_2000_bomb() -> None:
    whole = encoded("JPEG2000", (32, 32))
    at = whole.index(b"ihdr") + 4
    with pytest.raises(PictureRefused):
        decode(Face("jpeg2000", whole[:at] + struct.pack(">II", 40_000, 40_000) + whole[at + 8 :]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        encoded("JPEG")[:400],
        encoded("PNG"),
        b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(40),
        encoded("JPEG2000")[:120],
    ],
)
@pytest.mark.parametrize("format_", ["jpeg", "jpeg2000"])
def test_rubbish(data: bytes, format_: str) -> None:
    with pytest.raises(PictureRefused):
        decode(Face(format_, data))  # type: ignore[arg-type]


def test_a_format_is_not_guessed() -> None:
    with pytest.raises(PictureRefused):
        decode(Face("jpeg", encoded("JPEG2000")))
