"""One id among many, wherever it stands."""

from __future__ import annotations

from array import array

from desktop_app.store.row_ids import place_of


def test_an_id_is_found_near_and_far() -> None:
    ids = array("q", range(0, 200_000, 2))
    for near in (0, 50_000, 99_999, 500_000):
        for place in (0, 1, 32_767, 32_768, 50_001, 99_999):
            assert place_of(ids, 2 * place, near) == place
        assert place_of(ids, 3, near) is None
    assert place_of(array("q"), 3) is None
