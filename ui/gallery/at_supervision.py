"""The views of who watches over deadlines: the numbers, the list behind one, what came back, who is urged."""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery.visit import Visit, go_back, go_to_page
from ui.tour import official
from ui.tour.notes import HUE
from ui.tour.official import Official

_NUMBERS = "Bảng số liệu; Enter mở danh sách"
_TERMINALS = "Các máy chấm công và mức gửi đủ"


def supervisor() -> Iterator[Visit]:
    """Yield what the one who watches over the whole city sees: its table, what came back, the terminals."""
    yield Visit("supervise-city", look)
    yield Visit("supervise-returns", _returns)
    yield Visit("urge", _begin_to_urge)
    yield Visit("urged", _urge)
    yield Visit("settings-terminals", _terminals)


def look(who: Official) -> None:
    """Go to the numbers."""
    go_to_page(who, "Giám sát")
    who.program.until(lambda: who.program.shows(_NUMBERS), "the table")


def open_list(who: Official) -> None:
    """Open the list behind the number at the keyboard: everything given this quarter."""
    who.program.choose(_NUMBERS, "Tổng cộng")
    who.program.key("Return")
    who.program.until(lambda: "Đã giao cho đơn vị · Tổng cộng" in who.program.screen(), "its list")


def _returns(who: Official) -> None:
    who.program.choose("Bảng", "Trả lại giữa các đơn vị")
    who.program.choose("Kỳ", "Tất cả")
    who.program.until(lambda: any(" → " in row for row in who.program.rows(_NUMBERS)), "returns")


def _begin_to_urge(who: Official) -> None:
    """The report that is due first, of all the city."""
    go_back(who)
    codes = who.program.until(
        lambda: who.codes(official.EVERYTHING, official.IN_PROGRESS, HUE), "a report", official.SYNC_PATIENCE
    )
    who.open(codes[0])
    who.start("Đôn đốc")
    who.program.type("Nội dung", "Đề nghị đơn vị xử lý và trả lời trước ngày mai.")


def _urge(who: Official) -> None:
    who.program.press("Xác nhận: Đôn đốc")
    who.confirmed("Đôn đốc")


def _terminals(who: Official) -> None:
    """How far the check-in terminals have come in."""
    go_to_page(who, "Cài đặt")
    who.program.until(lambda: who.program.shows(_TERMINALS), "the terminals")
    rows = who.program.until(lambda: who.program.rows(_TERMINALS), "what the centre tells of them")
    who.program.choose(_TERMINALS, rows[0])
