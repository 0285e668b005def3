"""Each drawing in its forms: the public ones show neither face nor plate."""

from __future__ import annotations

from desktop_app.domain.attachments import MAX_THUMBNAIL_BYTES
from desktop_app.sandbox.seed.photos.matters import KINDS
from desktop_app.sandbox.seed.photos.prints import VARIANTS, print_of
from desktop_app.sandbox.seed.photos.street import draw_street
from tests.support.photographs import pixels


def test_before_and_after_are_of_one_street() -> None:
    before, after = (
        print_of("environment.waste", 0, after=False),
        print_of("environment.waste", 0, after=True),
    )
    assert before.picture != after.picture
    assert print_of("environment.waste", VARIANTS, after=False) is before
    assert len(before.small) < MAX_THUMBNAIL_BYTES


def test_face_and_plate_are_black_in_the_public_copy() -> None:
    kind = "traffic"
    public = pixels(print_of(kind, 0, after=True).public)
    for left, top, right, bottom in draw_street(KINDS.index(kind)).private:
        lightest = max(public.crop((left + 1, top + 1, right - 1, bottom - 1)).convert("L").tobytes())
        assert lightest < 16


def test_an_unknown_field_has_a_drawing_too() -> None:
    assert print_of("tourism.service", 1, after=False).picture.startswith(b"\xff\xd8")
