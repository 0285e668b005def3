"""Each kind of matter changes the street it is drawn into."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.seed.photos.matters import KINDS, draw_matter
from desktop_app.sandbox.seed.photos.street import draw_street


@pytest.mark.parametrize("kind", KINDS)
def test_a_matter_is_to_be_seen(kind: str) -> None:
    before, after = draw_street(1), draw_street(1)
    draw_matter(before, kind)
    assert before.picture.tobytes() != after.picture.tobytes()


def test_no_two_kinds_look_alike() -> None:
    drawn = set()
    for kind in KINDS:
        street = draw_street(1)
        draw_matter(street, kind)
        drawn.add(street.picture.tobytes())
    assert len(drawn) == len(KINDS)
