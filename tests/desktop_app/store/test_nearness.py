"""Near names are found with or without diacritics, far ones are not; slips are one finger away."""

import pytest

from desktop_app.store.nearness import nearest, slips

WARDS = ["Phường Thuận Hóa", "Phường Vỹ Dạ", "Phường Phú Xuân"]


@pytest.mark.parametrize(
    "typed", ["phuong thuan hoa", "phường thuận háo", "phuongthuanhoaa", "PHUONG TUAN HOA"]
)
def test_a_near_name_is_meant(typed: str) -> None:
    assert nearest(typed, WARDS) == "Phường Thuận Hóa"


def test_a_far_one_is_not() -> None:
    assert nearest("atlantis", WARDS) is None
    assert nearest("x", []) is None


def test_slips_are_swaps_misses_losses_and_doubles() -> None:
    found = set(slips("HUE-2026-0182"))
    for slip in ("HUE-2026-0128", "HUE-2026-0183", "HUE-2026-018", "HUE-2026-01882", "HUF-2026-0182"):
        assert slip in found
    assert "HUE-2026-0182" in {each for slip in ("HUE-2026-0128",) for each in slips(slip)}
    assert not any("--" in each for each in found)
