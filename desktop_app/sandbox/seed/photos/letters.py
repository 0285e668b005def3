"""A letter that a citizen scanned: two pages of A4 as PDF, lines for words, a photo on the second."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random
from typing import Final

from PIL import Image, ImageDraw

from desktop_app.sandbox.seed.photos.matters import KINDS, draw_matter
from desktop_app.sandbox.seed.photos.street import draw_street

_SHEET: Final = (620, 877)
"""A4 at 75 dots an inch: what a cheap scanner sends."""
_MARGIN, _LINE, _HEAVY, _THIN = 70, 22, 7, 4
_PAPER, _INK, _STAMP = (250, 248, 240), (70, 70, 84), (178, 60, 52)


@cache
def letter(kind: str) -> bytes:
    """Return the PDF of a letter about a matter of ``kind`` (one of ``KINDS``): the same each time."""
    rng = Random(kind)  # noqa: S311 - a drawing, no secret
    first, second = _sheet(), _sheet()
    end = _write(first, rng, _MARGIN, 22)
    ImageDraw.Draw(first).ellipse((380, end + 20, 470, end + 110), outline=_STAMP, width=_THIN)
    street = draw_street(KINDS.index(kind))
    draw_matter(street, kind)
    shown = street.picture.copy()
    shown.thumbnail((_SHEET[0] - 2 * _MARGIN, 400))
    second.paste(shown, (_MARGIN, _MARGIN))
    _write(second, rng, _MARGIN + shown.height + 40, 6)
    made = BytesIO()
    first.save(
        made, "PDF", save_all=True, append_images=[second], resolution=75, creationDate=None, modDate=None
    )
    return made.getvalue()


def _sheet() -> Image.Image:
    return Image.new("RGB", _SHEET, _PAPER)


def _write(sheet: Image.Image, rng: Random, top: int, lines: int) -> int:
    """Draw lines of words that nobody reads; return where they end."""
    pen = ImageDraw.Draw(sheet)
    for line in range(lines):
        at, end = _MARGIN + (30 if line % 7 == 2 else 0), _SHEET[0] - _MARGIN - (160 if line % 7 == 1 else 0)
        while at < end - 20:
            width = min(rng.randrange(18, 70), end - at)
            height = _HEAVY if line == 0 else _THIN
            pen.rectangle((at, top, at + width, top + height), fill=_INK)
            at += width + 9
        top += _LINE
    return top
