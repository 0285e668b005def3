"""A street is the same for the same seed, and knows what in it tells who was there."""

from __future__ import annotations

from desktop_app.sandbox.seed.photos.street import SIZE, draw_street


def test_a_seed_draws_its_street() -> None:
    assert draw_street(3).picture.tobytes() == draw_street(3).picture.tobytes()
    assert draw_street(3).picture.tobytes() != draw_street(4).picture.tobytes()


def test_face_and_plate_are_where_it_says() -> None:
    street = draw_street(5)
    assert street.picture.size == SIZE
    assert len(street.private) == 2
    for left, top, right, bottom in street.private:
        assert 0 <= left < right <= SIZE[0]
        assert 0 <= top < bottom <= SIZE[1]
        inside = street.picture.crop((left, top, right, bottom)).getcolors(1 << 16)
        assert inside is not None
        assert len(inside) > 3  # more than a flat ground: a face, a plate with its number
