"""The page over the pictures tells each role's journey in its order, every picture once."""

from __future__ import annotations

import re
from pathlib import Path

from ui.gallery import visits
from ui.gallery.index import chapters, write_index


def test_every_role_has_its_journey_and_every_view_its_place() -> None:
    told = chapters()
    assert [title for title, _ in told[1:-1]] == [card.label for card, _ in visits.PEOPLE]
    views = [view for _, names in told for view in names]
    assert len(views) == len(set(views)), "two views of one name would lie over one another"
    assert all(names for _, names in told)


def test_pictures_stand_in_the_order_of_the_walk(tmp_path: Path) -> None:
    names = (
        "list-1366x768-light-vi",
        "list-1366x768-dark-en",
        "list-1366x768-light-vi-2",
        "sign-in-1366x768-light-vi",
    )
    pictures = [tmp_path / "screenshots" / f"{name}.png" for name in names]
    write_index(tmp_path / "index.html", pictures)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img [^>]*src="screenshots/([^"]*)\.png"', page)
    assert shown[0] == "sign-in-1366x768-light-vi", "the door comes first"
    assert sorted(shown) == sorted(names)
    assert page.count("<h2") == len(chapters())
