"""A street of Huế in flat colours: the same seed draws the same street, before the work and after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFont

SIZE: Final = (640, 480)
HORIZON, KERB = 210, 300
"""Rows of the picture: where the houses stand, where the road begins."""
Box = tuple[int, int, int, int]

_SKIES: Final = ((176, 205, 224), (198, 214, 222), (160, 190, 216), (206, 200, 190))
_WALLS: Final = ((214, 190, 150), (196, 120, 96), (170, 186, 160), (222, 210, 186), (180, 160, 190))
_SHIRTS: Final = ((40, 84, 150), (170, 60, 60), (60, 110, 70), (90, 70, 120))
_SKIN, _HAIR, _PLATE = (226, 184, 150), (40, 30, 28), (245, 245, 240)
_ROAD, _PAVEMENT = (92, 94, 98), (176, 172, 164)


@dataclass(slots=True)
class Street:
    """The picture and, as pixels of it, what tells who was there: faces and plates."""

    picture: Image.Image
    rng: Random
    private: list[Box] = field(default_factory=list)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """What draws on it."""
        return ImageDraw.Draw(self.picture)


def draw_street(seed: int) -> Street:
    """Return an empty street with its houses, a passer-by and a motorbike."""
    rng = Random(seed)  # noqa: S311 - a drawing, no secret
    street = Street(Image.new("RGB", SIZE, rng.choice(_SKIES)), rng)
    pen = street.pen
    _houses(pen, rng)
    pen.rectangle((0, HORIZON + 50, SIZE[0], KERB), fill=_PAVEMENT)
    pen.rectangle((0, KERB, *SIZE), fill=_ROAD)
    for x in range(20, SIZE[0], 120):
        pen.polygon(((x, 392), (x + 56, 392), (x + 50, 402), (x - 6, 402)), fill=(226, 222, 200))
    _passer_by(street, 70 + rng.randrange(60))
    _motorbike(street, 470 + rng.randrange(60))
    return street


def _houses(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    x = 0
    while x < SIZE[0]:
        width, height = rng.randrange(80, 150), rng.randrange(90, 180)
        top = HORIZON + 50 - height
        pen.rectangle((x, top, x + width, HORIZON + 50), fill=rng.choice(_WALLS))
        pen.rectangle((x, top - 10, x + width, top), fill=(140, 60, 50))
        for row in range(top + 14, HORIZON + 10, 44):
            for column in range(x + 12, x + width - 26, 38):
                pen.rectangle((column, row, column + 20, row + 26), fill=(92, 112, 128))
        x += width + 2


def _passer_by(street: Street, x: int) -> None:
    pen, top = street.pen, 200
    pen.rectangle((x - 14, top + 92, x + 14, top + 170), fill=(60, 60, 70))
    pen.rectangle((x - 24, top + 38, x + 24, top + 100), fill=street.rng.choice(_SHIRTS))
    pen.ellipse((x - 20, top - 8, x + 20, top + 40), fill=_SKIN)
    pen.pieslice((x - 22, top - 14, x + 22, top + 30), 180, 360, fill=_HAIR)
    for eye in (-8, 8):
        pen.ellipse((x + eye - 2, top + 12, x + eye + 2, top + 16), fill=_HAIR)
    pen.arc((x - 9, top + 16, x + 9, top + 30), 20, 160, fill=(150, 70, 60), width=2)
    street.private.append((x - 24, top - 16, x + 24, top + 42))


def _motorbike(street: Street, x: int) -> None:
    pen, rng, top = street.pen, street.rng, 300
    for wheel in (-58, 58):
        pen.ellipse((x + wheel - 26, top + 56, x + wheel + 26, top + 108), outline=(24, 24, 26), width=9)
    body = rng.choice(_SHIRTS)
    pen.polygon(((x - 64, top + 56), (x - 20, top + 24), (x + 50, top + 26), (x + 66, top + 66)), fill=body)
    pen.line((x - 46, top + 26, x - 62, top - 12), fill=(40, 40, 44), width=7)
    plate = (x + 16, top + 40, x + 92, top + 84)
    pen.rectangle(plate, fill=_PLATE, outline=(30, 30, 30), width=2)
    font = ImageFont.load_default(17)
    number = f"{rng.randrange(100, 1000)}.{rng.randrange(10, 100)}"
    pen.text(
        (x + 22, top + 42), f"75-{rng.choice('BCDF')}{rng.randrange(1, 9)}", fill=(20, 20, 20), font=font
    )
    pen.text((x + 22, top + 61), number, fill=(20, 20, 20), font=font)
    street.private.append(plate)
