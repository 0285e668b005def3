"""What a report is about, drawn into a street; after the work the same street without it."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from typing import Final

from desktop_app.sandbox.seed.photos.street import KERB, SIZE, Street


def draw_matter(street: Street, category: str) -> None:
    """Draw what a report of ``category`` shows."""
    next((draw for key, draw in _MATTERS.items() if category.startswith(key)), _sign)(street)


def _flood(street: Street) -> None:
    pen = street.pen
    pen.rectangle((0, KERB + 20, *SIZE), fill=(118, 112, 92))
    for row in range(KERB + 34, SIZE[1], 26):
        for x in range(street.rng.randrange(40), SIZE[0], 90):
            pen.arc((x, row, x + 60, row + 14), 180, 350, fill=(168, 164, 142), width=3)


def _rubbish(street: Street) -> None:
    pen, rng = street.pen, street.rng
    for _ in range(26):
        x, y, side = 210 + rng.randrange(190), 250 + rng.randrange(90), 14 + rng.randrange(26)
        colour = rng.choice(((50, 52, 56), (190, 190, 200), (70, 110, 80), (180, 90, 60), (210, 200, 120)))
        pen.ellipse((x, y, x + side, y + side), fill=colour, outline=(40, 40, 40))


def _hole(street: Street) -> None:
    pen, rng = street.pen, street.rng
    middle = (300 + rng.randrange(60), 380)
    edge = [
        (
            middle[0] + cos(a * pi / 8) * (70 + rng.randrange(30)),
            middle[1] + sin(a * pi / 8) * (24 + rng.randrange(10)),
        )
        for a in range(16)
    ]
    pen.polygon(edge, fill=(52, 48, 46), outline=(130, 126, 120))
    for _ in range(14):
        x, y = middle[0] - 90 + rng.randrange(180), middle[1] - 34 + rng.randrange(70)
        pen.ellipse((x, y, x + 9, y + 6), fill=(120, 116, 110))


def _dead_lamp(street: Street) -> None:
    """Night falls over all of it, and the lamp stays dark."""
    street.picture.paste(street.picture.point(lambda value: int(value * 0.4)))
    pen = street.pen
    pen.line((330, 300, 330, 60), fill=(120, 124, 130), width=8)
    pen.line((330, 64, 400, 64), fill=(120, 124, 130), width=6)
    pen.ellipse((386, 62, 422, 82), fill=(58, 58, 60), outline=(150, 150, 150))


def _tree(street: Street) -> None:
    pen, rng = street.pen, street.rng
    pen.line((200, 330, 440, 270), fill=(96, 70, 48), width=22)
    for _ in range(30):
        x, y = 330 + rng.randrange(140), 200 + rng.randrange(120)
        pen.ellipse((x, y, x + 44, y + 34), fill=(50 + rng.randrange(40), 110 + rng.randrange(50), 60))


def _stalls(street: Street) -> None:
    pen = street.pen
    for x in (190, 300):
        pen.polygon(((x, 214), (x + 96, 214), (x + 112, 240), (x - 16, 240)), fill=(200, 70, 60))
        pen.rectangle((x, 262, x + 96, 304), fill=(150, 110, 70))
        for fruit in range(x + 6, x + 88, 16):
            pen.ellipse((fruit, 252, fruit + 14, 266), fill=(230, 150, 40))


def _building(street: Street) -> None:
    pen = street.pen
    pen.rectangle((190, 90, 400, 300), fill=(168, 120, 96))
    for row in range(90, 300, 14):
        pen.line((190, row, 400, row), fill=(200, 196, 188), width=2)
    for x in range(180, 420, 40):
        pen.line((x, 70, x, 310), fill=(150, 140, 110), width=5)
    for row in (120, 190, 260):
        pen.line((176, row, 416, row), fill=(150, 140, 110), width=5)


def _sign(street: Street) -> None:
    """For all else: somebody points at the spot with a board."""
    pen = street.pen
    pen.line((320, 310, 320, 210), fill=(90, 90, 94), width=6)
    pen.polygon(((320, 150), (360, 216), (280, 216)), fill=(236, 196, 60), outline=(160, 40, 30))
    pen.line((320, 174, 320, 196), fill=(30, 30, 30), width=6)
    pen.ellipse((317, 202, 323, 208), fill=(30, 30, 30))


_MATTERS: Final[dict[str, Callable[[Street], None]]] = {
    "urban.drainage": _flood, "urban.lighting": _dead_lamp, "urban.trees": _tree, "environment": _rubbish,
    "traffic": _hole, "construction": _building, "order.vendors": _stalls,
}  # fmt: skip
KINDS: Final = (*_MATTERS, "")
"""The categories, or what they begin with, that have a drawing of their own; the last stands for the rest."""
