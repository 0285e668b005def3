"""A copy shows the same pixels and tells nothing of where, when and with what they were taken."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.picture_copies import Unreadable, without_camera_data
from tests.support.pictures import JPEG, PNG, SECRET, WEBP, photo, png_with_text, webp_with_exif


@pytest.mark.parametrize(
    ("content", "media_type", "plain"),
    [
        (photo(), "image/jpeg", JPEG),
        (png_with_text(), "image/png", PNG),
        (JPEG, "image/jpeg", JPEG),
        (PNG, "image/png", PNG),
        (WEBP, "image/webp", WEBP),
        (b"%PDF-1.7", "application/pdf", b"%PDF-1.7"),
    ],
)
def test_only_what_the_camera_wrote_is_left_out(content: bytes, media_type: str, plain: bytes) -> None:
    assert without_camera_data(content, media_type) == plain


def test_a_jpeg_keeps_which_way_is_up() -> None:
    copy = without_camera_data(photo(turned=6), "image/jpeg")
    assert SECRET not in copy
    assert copy.count(b"Exif") == 1
    assert without_camera_data(copy, "image/jpeg") == copy  # the orientation alone is no camera data


def test_a_webp_says_no_longer_that_it_has_exif() -> None:
    copy = without_camera_data(webp_with_exif(), "image/webp")
    assert SECRET not in copy
    assert copy[20] & 0b1100 == 0
    assert copy.endswith(WEBP[12:])


@pytest.mark.parametrize("turned", [0, 9, 255])
def test_an_orientation_that_means_nothing_is_left_out(turned: int) -> None:
    assert without_camera_data(photo(turned=turned), "image/jpeg") == JPEG


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        *(
            (content[:cut], "image/jpeg")
            for content in (photo(), JPEG)
            for cut in (3, 5, 21, -21 - len(SECRET))
        ),
        (b"\xff\xd8\x00\x00\x00\x00", "image/jpeg"),
        (b"\xff\xd8\xff\xe0\x00\x01\xff\xd9", "image/jpeg"),
        (PNG[:-5], "image/png"),
        (PNG[:-12], "image/png"),
        (WEBP[:-3], "image/webp"),
        (WEBP[:6], "image/webp"),
    ],
)
def test_a_torn_picture_is_no_picture(content: bytes, media_type: str) -> None:
    with pytest.raises(Unreadable):
        without_camera_data(content, media_type)


def test_hostile_exif_ends_in_no_error_of_ours() -> None:
    for tiff in (
        b"",
        b"II*\x00",
        b"MM\x00*\xff\xff\xff\xff",
        b"II*\x00\x08\x00\x00\x00\xff\xff" + b"\x00" * 30,
    ):
        segment = b"\xff\xe1" + (8 + len(tiff)).to_bytes(2, "big") + b"Exif\x00\x00" + tiff
        assert without_camera_data(JPEG[:2] + segment + JPEG[2:], "image/jpeg") == JPEG
