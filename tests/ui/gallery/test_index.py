"""The page over the pictures tells each role's journey in its order, every picture once."""

from __future__ import annotations

import re
from pathlib import Path

from ui.gallery.index import REST, write_index

_JOURNEYS = {
    "Trước khi đăng nhập": ["sign-in"],
    "Người xử lý": ["today", "list"],
    "Giám sát": ["list-behind"],
}


def _write(tmp_path: Path, *names: str) -> str:
    pictures = [tmp_path / "screenshots" / f"{name}.png" for name in names]
    write_index(tmp_path / "index.html", pictures, _JOURNEYS)
    return (tmp_path / "index.html").read_text(encoding="utf-8")


def _shown(page: str) -> list[str]:
    return re.findall(r'<img [^>]*src="screenshots/([^"]*)\.png"', page)


def test_pictures_stand_in_the_order_of_the_walk(tmp_path: Path) -> None:
    names = (
        "list-1366x768-light-vi",
        "list-1366x768-dark-en",
        "list-1366x768-light-vi-sync",
        "list-behind-1366x768-light-vi",
        "sign-in-1366x768-light-vi",
    )
    page = _write(tmp_path, *names)
    shown = _shown(page)
    assert shown[0] == "sign-in-1366x768-light-vi", "the door comes first"
    assert shown[-1] == "list-behind-1366x768-light-vi", "a view whose name begins alike is another's"
    assert sorted(shown) == sorted(names)
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", page) == list(_JOURNEYS)


def test_a_picture_of_no_journey_is_shown_under_a_heading_of_its_own(tmp_path: Path) -> None:
    page = _write(tmp_path, "sign-in-1366x768-light-vi", "strange-1366x768-light-vi")
    assert _shown(page)[-1] == "strange-1366x768-light-vi"
    assert page.index(REST) < page.index("strange-1366x768-light-vi.png")
    assert REST not in _write(tmp_path, "sign-in-1366x768-light-vi")
