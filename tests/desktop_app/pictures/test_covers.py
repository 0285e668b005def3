"""Rectangles are cut to the picture, pushed within it, and every step can be taken back."""

from __future__ import annotations

from desktop_app.pictures.covers import LEAST, MOST_COVERS, Cover, Painting


def test_two_corners_make_a_rectangle_whichever_comes_first() -> None:
    assert Cover.between((0.6, 1.4), (0.2, -0.3)) == Cover(0.2, 0.0, 0.6, 1.0)
    assert not Cover.between((0.2, 0.2), (0.2 + LEAST / 2, 0.9)).is_seen


def test_a_cover_stays_whole_inside_the_picture() -> None:
    cover = Cover(0.1, 0.1, 0.3, 0.2).moved(-0.5, 0.95)
    assert cover.left == 0
    assert abs(cover.bottom - 1) < 1e-9
    assert abs((cover.right - cover.left) - 0.2) < 1e-9
    assert Cover(0.1, 0.1, 0.3, 0.2).grown(5, -5) == Cover(0.1, 0.1, 1.0, 0.1 + 2 * LEAST)


def test_each_step_is_taken_back_in_turn() -> None:
    painting = Painting()
    first, second = Cover(0.1, 0.1, 0.2, 0.2), Cover(0.5, 0.5, 0.9, 0.9)
    assert painting.add(first)
    assert painting.add(second)
    painting.change(second.moved(0.05, 0))
    painting.change(second.moved(0.05, 0))  # the same again is no step
    painting.remove()
    assert painting.covers == (first,)
    seen = []
    while painting.undo():
        seen.append(painting.covers)
    assert seen == [(first, second.moved(0.05, 0)), (first, second), (first,), ()]
    assert painting.chosen is None
    assert not painting.can_undo


def test_a_slip_of_the_hand_and_one_too_many_are_no_covers() -> None:
    painting = Painting()
    assert not painting.add(Cover(0.1, 0.1, 0.1, 0.5))
    for _ in range(MOST_COVERS):
        assert painting.add(Cover(0, 0, 1, 1))
    assert not painting.add(Cover(0, 0, 1, 1))


def test_choosing_by_point_and_by_turn() -> None:
    painting = Painting()
    painting.step(1)
    painting.remove()
    assert painting == Painting()
    painting.add(Cover(0, 0, 0.5, 0.5))
    painting.add(Cover(0.4, 0.4, 0.9, 0.9))
    assert painting.choose_at(0.45, 0.45)
    assert painting.chosen == 1
    assert painting.choose_at(0.1, 0.1)
    assert painting.chosen == 0
    assert not painting.choose_at(0.95, 0.95)
    assert painting.chosen == 0
    painting.step(-1)
    assert painting.chosen == 1
    painting.step(1)
    assert painting.chosen == 0
