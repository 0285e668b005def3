"""Why a picture is not taken, or not shown. Each carries data; sentences are in ``ui.wording``."""

from __future__ import annotations

from typing import ClassVar


class PictureError(Exception):
    """A picture cannot be used."""

    code: ClassVar[str] = "picture_corrupt"


class PictureCorrupt(PictureError):
    """The bytes are no whole JPEG, PNG or WebP."""

    code = "picture_corrupt"


class PictureTooLarge(PictureError):
    """Decoded it would take more memory than any photo needs; nothing of it was decoded."""

    code = "picture_too_large"

    def __init__(self, megapixels: int) -> None:
        super().__init__(megapixels)
        self.megapixels = megapixels


class PictureTooComplex(PictureError):
    """It is built to keep a computer busy: more passes over its pixels than any camera writes."""

    code = "picture_too_complex"
