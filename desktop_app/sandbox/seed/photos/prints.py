"""Each drawing made once and kept: as developed, small, and as the public copy, by the product's own code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop_app.pictures.covers import Cover
from desktop_app.pictures.public_copy import public_copy, small_picture
from desktop_app.sandbox.seed.photos.camera import develop
from desktop_app.sandbox.seed.photos.matters import KINDS, draw_matter
from desktop_app.sandbox.seed.photos.street import SIZE, draw_street

VARIANTS: Final = 2
"""Streets for each kind of matter."""


@dataclass(frozen=True, slots=True)
class Print:
    """One drawing in its three forms."""

    picture: bytes
    small: bytes
    public: bytes
    public_small: bytes


def print_of(category: str, variant: int, *, after: bool) -> Print:
    """Return the photo of what ``category`` shows in one of its streets, before or ``after`` the work."""
    return _made(kind_of(category), variant % VARIANTS, after)


def kind_of(category: str) -> str:
    """Return which kind of matter (one of ``KINDS``) shows ``category``."""
    return next(key for key in KINDS if category.startswith(key))


@cache
def _made(kind: str, variant: int, after: bool) -> Print:
    street = draw_street(variant * len(KINDS) + KINDS.index(kind))
    if not after:
        draw_matter(street, kind)
    picture = develop(street.picture)
    public = public_copy(picture, [_cover(box) for box in street.private])
    return Print(picture, small_picture(picture), public, small_picture(public))


def _cover(box: tuple[int, int, int, int]) -> Cover:
    width, height = SIZE
    return Cover(box[0] / width, box[1] / height, box[2] / width, box[3] / height)
