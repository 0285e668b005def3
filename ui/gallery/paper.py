"""The views of a file on its way out: a place asked for, refused, already taken, written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ui.gallery.visit import Visit
from ui.tour.official import Official

_ASKED = "Xuất danh sách"
_GONE, _WRITTEN = "không còn nữa", "Đã ghi"
_REPLACE, _ANOTHER = "Thay thế", "Chọn tên khác"


def exports() -> Iterator[Visit]:
    """Yield what a handler sees who exports the list that is shown."""
    taken = cache(_make_taken)
    yield Visit("export-place", _ask)
    yield Visit("export-refused", lambda who: _refused(who, taken().parent / "ổ USB" / "a.xlsx"))
    yield Visit("export-replace", lambda who: _replace(who, taken()))
    yield Visit("export-written", lambda who: _written(who, taken()))


def _make_taken() -> Path:
    """Make a file that is there already, in a folder of its own."""
    taken = Path(tempfile.mkdtemp(prefix="gallery-")) / "Đơn vị tôi.xlsx"
    taken.write_text("before", encoding="utf-8")
    return taken


def _ask(who: Official) -> None:
    who.program.key("Ctrl+E")
    who.program.until(lambda: who.program.title() == _ASKED, "the question for a place")


def _refused(who: Official, place: Path) -> None:
    who.program.answer(str(place))
    who.program.until(lambda: _GONE in who.program.screen(), "the reason")


def _replace(who: Official, place: Path) -> None:
    _ask(who)
    who.program.answer(str(place))
    who.program.until(lambda: who.program.shows(_ANOTHER), "the question about the file that is there")


def _written(who: Official, place: Path) -> None:
    who.program.press(_REPLACE)
    who.program.until(lambda: _WRITTEN in who.program.screen(), "how many rows were written")
    place.unlink()
    place.parent.rmdir()
