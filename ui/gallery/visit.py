"""One view of the gallery, and the steps that most ways to one share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.tour.official import SYNC_PATIENCE, Official

GUIDE = "Các trang hướng dẫn"
_CANCEL = "Hủy"
_ARRIVING = "Phản ánh chưa về đủ trên máy này"


@dataclass(frozen=True, slots=True)
class Visit:
    """One view: its name in the file's name, and the way there.

    ``own_colours``: it looks the same in every scheme, so one is enough. ``passing``: it lasts seconds, so
    the way is gone again for each appearance.
    """

    name: str
    go: Callable[[Official], object]
    own_colours: bool = False
    passing: bool = False


def close(who: Official, name: str) -> None:
    """Close the window in which ``name`` stands, if it is open."""
    if who.program.shows(name):
        who.program.key("Escape")
        who.program.until_gone(name)


def put_away(who: Official) -> None:
    """Cancel the command that is being given, if one is."""
    if who.program.shows(_CANCEL):
        who.program.press(_CANCEL)
        who.program.until_gone(_CANCEL)


def go_to_today(who: Official) -> None:
    """Show the day once all that was to come has come."""
    who.until_synced()
    who.program.press("Hôm nay")
    who.program.until(lambda: _ARRIVING not in who.program.screen(), "all reports", SYNC_PATIENCE)


def go_back(who: Official) -> None:
    """Leave the page beside the desk, where one is open."""
    if who.program.shows("Quay lại"):
        who.program.press("Quay lại")


def go_to_page(who: Official, name: str) -> None:
    """Close what is open and go to a page by its button; the page names itself on top."""
    close(who, GUIDE)
    who.program.press(name)
    who.program.until(lambda: name in who.program.screen().splitlines(), f"the page {name}")
