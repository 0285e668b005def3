"""Each refusal has a code of its own and its data."""

from __future__ import annotations

from desktop_app.pictures.errors import PictureCorrupt, PictureError, PictureTooComplex, PictureTooLarge


def test_the_codes_tell_them_apart() -> None:
    kinds: list[type[PictureError]] = [PictureCorrupt, PictureTooComplex, PictureTooLarge]
    assert len({kind.code for kind in kinds}) == 3
    assert PictureTooLarge(400).megapixels == 400
