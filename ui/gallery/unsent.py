"""The views of work that waits on this computer: cut off from the centre, with a note that nobody has yet.

A colleague writes the note and takes the card along, so that its sealed copy lies here for whoever comes
next: what two site admins open when a card is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery.visit import Visit
from ui.tour import official
from ui.tour.centre import Centre
from ui.tour.notes import COLLEAGUE, HUE
from ui.tour.official import Official

_KEEP = "Giữ trên máy này"
_NOTE = "Đã hẹn tổ dân phố sáng mai."


def cut_off(centre: Centre) -> Iterator[Visit]:
    """Yield the desk while the centre is away, and signing out of it; at the end the note lies there."""
    yield Visit("offline", lambda who: _write(who, centre))
    yield Visit("offline-unsent", lambda who: who.program.press(official.UNSENT))
    yield Visit("sign-out-unsent", _sign_out)
    yield Visit("signed-out", lambda who: who.program.press(_KEEP))


def _write(who: Official, centre: Centre) -> None:
    codes = who.program.until(  # a first sync brings them by and by
        lambda: who.codes(official.EVERYTHING, official.IN_PROGRESS, HUE), "a report", official.SYNC_PATIENCE
    )
    centre.stop()
    who.until_offline()
    who.note(codes[0], _NOTE)


def _sign_out(who: Official) -> None:
    who.program.choose_from_menu(f"Đang đăng nhập: {COLLEAGUE.name}", "Đăng xuất")
    who.program.until(lambda: who.program.shows(_KEEP), "what shall become of the note")
