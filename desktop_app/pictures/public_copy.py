"""The picture that the public may see: encoded anew from pixels, the covers burnt in, nothing else carried.

No EXIF, no embedded preview, no profile, no comment: a new file that never had them. What is covered is
painted over **before** the picture is made smaller and encoded, so that no neighbouring pixel remembers it.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from desktop_app.domain.attachments import MAX_THUMBNAIL_BYTES
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.decoding import upright

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST: Final = 2048
"""The longer side of a public picture, in pixels: enough to see the work, too little for a far face."""
SMALL: Final = 320
_QUALITY: Final = 82
_SMALL_QUALITY, _LEAST_QUALITY, _QUALITY_STEP = 75, 15, 20
_INK: Final = (0, 0, 0)


def public_copy(content: bytes, covers: Iterable[Cover]) -> bytes:
    """Return the JPEG with ``covers`` burnt in; raise ``PictureError``. Slow: not for the main thread."""
    picture, _ = upright(content)
    for cover in covers:
        picture.paste(_INK, _pixels(cover, picture.width, picture.height))
    picture.thumbnail((LONGEST, LONGEST))
    return _encoded(picture, _QUALITY)


def small_picture(content: bytes) -> bytes:
    """Return a JPEG for lists, at most ``MAX_THUMBNAIL_BYTES``; raise ``PictureError``.

    The whole of ``content`` is decoded: a picture torn anywhere is refused here.
    """
    picture, _ = upright(content, SMALL)
    quality = _SMALL_QUALITY
    made = _encoded(picture, quality)
    while len(made) > MAX_THUMBNAIL_BYTES and quality > _LEAST_QUALITY:
        quality -= _QUALITY_STEP
        made = _encoded(picture, quality)
    return made


def _pixels(cover: Cover, width: int, height: int) -> tuple[int, int, int, int]:
    """Every pixel that the cover touches, and one more around: the hand is coarser than a pixel."""
    return (
        max(0, floor(cover.left * width) - 1),
        max(0, floor(cover.top * height) - 1),
        min(width, ceil(cover.right * width) + 1),
        min(height, ceil(cover.bottom * height) + 1),
    )


def _encoded(picture: Image, quality: int) -> bytes:
    """Encode pixels alone: a fresh image, for the old one may carry what its file said."""
    made = BytesIO()
    picture.info = {}
    picture.save(made, "JPEG", quality=quality, optimize=True, exif=b"", icc_profile=None, comment=b"")
    return made.getvalue()
