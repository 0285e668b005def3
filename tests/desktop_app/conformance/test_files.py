"""The pictures that conformance brings are pictures, each another, and tell a place until they are copied."""

from __future__ import annotations

from desktop_app.conformance.files import SECRET, picture, sha256
from desktop_app.domain.attachments import media_type_of
from desktop_app.sandbox.picture_copies import without_camera_data


def test_each_picture_is_a_new_one_that_tells_its_place() -> None:
    one, other = picture(), picture()
    assert sha256(one) != sha256(other)
    assert media_type_of(one) == "image/jpeg"
    assert one.count(SECRET) == 2


def test_the_copies_are_the_same_grey_pixel() -> None:
    copies = {without_camera_data(picture(), "image/jpeg") for _ in range(3)}
    assert len(copies) == 1
    assert SECRET not in copies.pop()
