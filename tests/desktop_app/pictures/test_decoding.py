"""Pictures are decoded upright and within bounds; whatever is hostile is refused by its reason."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from desktop_app.pictures import decoding
from desktop_app.pictures.errors import PictureCorrupt, PictureTooComplex, PictureTooLarge
from tests.support.photographs import GROUND, PLATE_COLOUR, phone_photo


def colour_at(shown: decoding.Pixels, x: float, y: float) -> tuple[int, int, int]:
    at = 3 * (int(y * shown.height) * shown.width + int(x * shown.width))
    red, green, blue = shown.rgb[at : at + 3]
    return red, green, blue


def near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_is_decoded_to_its_pixels(kind: str) -> None:
    shown = decoding.decode(phone_photo(kind=kind))
    assert (shown.width, shown.height, len(shown.rgb)) == (480, 320, 480 * 320 * 3)
    assert near(colour_at(shown, 0.5, 0.6), PLATE_COLOUR)
    assert near(colour_at(shown, 0.1, 0.1), GROUND)


def test_a_photo_stands_the_way_up_it_was_taken() -> None:
    shown = decoding.decode(phone_photo(turned=6))  # turned clockwise to be upright
    assert (shown.width, shown.height, shown.full_width, shown.full_height) == (320, 480, 320, 480)
    assert near(colour_at(shown, 0.38, 0.5), PLATE_COLOUR)
    assert near(colour_at(shown, 0.9, 0.5), GROUND)


def test_a_small_room_keeps_the_shape_and_tells_the_full_size() -> None:
    shown = decoding.decode(phone_photo(1200, 800, turned=8), room=200)
    assert (shown.width, shown.height) == (133, 200)
    assert (shown.full_width, shown.full_height) == (800, 1200)


def test_what_is_transparent_stands_on_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (4, 4), (200, 0, 0, 0)).save(made, "PNG")
    assert decoding.decode(made.getvalue()).rgb == b"\xff" * 48


def png_announcing(width: int, height: int) -> bytes:
    """A few bytes that promise so many pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\x00" * 64)
    chunks = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (header, body))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_bomb_is_refused_by_what_it_announces() -> None:
    with pytest.raises(PictureTooLarge) as refused:
        decoding.decode(png_announcing(30_000, 30_000))
    assert refused.value.megapixels == 900


def test_a_jpeg_of_endless_passes_is_refused_before_the_first() -> None:
    with pytest.raises(PictureTooComplex):
        decoding.decode(phone_photo() + b"\xff\xda" * decoding.MOST_SCANS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [12, 60, 0.3, 0.7])
def test_a_torn_picture_is_corrupt(kind: str, kept: float) -> None:
    whole = phone_photo(kind=kind)
    with pytest.raises(PictureCorrupt):
        decoding.decode(whole[: int(kept if kept > 1 else kept * len(whole))])


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"GIF89a" + b"\x00" * 40, b"<svg/>"])
def test_no_other_format_is_tried(content: bytes) -> None:
    with pytest.raises(PictureCorrupt):
        decoding.decode(content)
