"""A public copy is pixels alone: what was covered and where it was taken are in none of its bytes."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from desktop_app.domain.attachments import MAX_THUMBNAIL_BYTES
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.errors import PictureCorrupt
from desktop_app.pictures.public_copy import LONGEST, public_copy, small_picture
from desktop_app.sandbox.picture_copies import without_camera_data
from tests.support.photographs import PLACE, PLATE, phone_photo, pixels

COVER = Cover(*PLATE)


def reddest(picture: Image.Image) -> int:
    """How far the reddest pixel stands out of its green: the plate's colour is far, all else is not."""
    raw = picture.tobytes()
    return max(red - green for red, green in zip(raw[0::3], raw[1::3], strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_pixel_of_what_is_covered_is_left(kind: str) -> None:
    whole = phone_photo(kind=kind)
    assert reddest(pixels(whole)) > 150
    made = pixels(public_copy(whole, [COVER]))
    assert reddest(made) < 40  # neither inside nor bled over the edge
    assert max(made.crop((230, 190, 250, 210)).tobytes()) < 8


def test_a_large_photo_made_smaller_lets_nothing_bleed_through() -> None:
    made = pixels(public_copy(phone_photo(4000, 3000), [COVER]))
    assert max(made.size) == LONGEST
    assert reddest(made) < 40


def test_the_cover_lies_where_it_was_painted_on_the_upright_picture() -> None:
    made = pixels(public_copy(phone_photo(turned=6), [Cover(0.25, 0.25, 0.5, 0.75)]))
    assert made.size == (320, 480)
    assert reddest(made) < 40


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_is_carried(kind: str) -> None:
    whole = phone_photo(kind=kind, turned=3)
    assert PLACE in whole
    made = public_copy(whole, [])
    assert PLACE not in made
    assert b"Exif" not in made
    opened = Image.open(BytesIO(made))
    assert not opened.getexif()
    assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert without_camera_data(made, "image/jpeg") == made


def test_the_same_decision_makes_the_same_bytes() -> None:
    assert public_copy(phone_photo(), [COVER]) == public_copy(phone_photo(), [COVER])


def test_a_small_picture_fits_and_says_nothing() -> None:
    noise = BytesIO()
    Image.effect_noise((1500, 1500), 120).convert("RGB").save(noise, "PNG")
    for whole in (phone_photo(), noise.getvalue()):
        made = small_picture(whole)
        assert len(made) <= MAX_THUMBNAIL_BYTES
        assert max(pixels(made).size) == 320
    assert PLACE not in small_picture(phone_photo())


def test_a_torn_picture_makes_neither() -> None:
    torn = phone_photo()[:-200]
    with pytest.raises(PictureCorrupt):
        public_copy(torn, [])
    with pytest.raises(PictureCorrupt):
        small_picture(torn)
