"""The ways with a photo: found undecided, looked at, covered by the keys, made public."""

from __future__ import annotations

from ui.tour import official
from ui.tour.official import Official
from ui.tour.remote import NeverHappened

UNDECIDED = "Ảnh chưa quyết định công khai"
WHOLE_PHOTO = "Xem toàn bộ ảnh (0)"
_SERIES = "PA-"


def find_undecided(who: Official) -> str:
    """Open the first report of the city in hand whose photos nobody has decided about; return its code."""
    for code in who.codes(official.EVERYTHING, official.IN_PROGRESS, _SERIES):
        who.open(code)
        if UNDECIDED in who.program.screen():
            return code
    raise NeverHappened("a report with photos", who.program.screen())


def look(who: Official) -> None:
    """Look at its first photo."""
    who.program.key("Ctrl+I")
    who.program.until(lambda: WHOLE_PHOTO in who.program.names(), "the photo")


def cover(who: Official) -> None:
    """Lay a rectangle by the keys."""
    who.program.press("Che phần không được để lộ và tạo bản công khai")
    who.program.key("Insert")
    who.program.key("Shift+Down")


def decide(who: Official) -> None:
    """Make the public copy."""
    who.program.press("Tạo bản công khai")
    who.program.until(lambda: "Đã tạo bản công khai" in who.program.screen(), "the public copy")
