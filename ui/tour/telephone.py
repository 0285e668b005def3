"""The ways through a shift at the hotline: a call written down, sent, and the shift handed over."""

from __future__ import annotations

from typing import Final

from ui.tour.official import Official

NUMBER: Final = "0914 000 111"


def open_page(who: Official) -> None:
    """Go to the page of a call."""
    who.until_synced()
    who.program.press("Nhận cuộc gọi")
    who.program.until(lambda: who.program.shows("Người gọi nói gì"), "the page of a call")


def write(who: Official) -> None:
    """Write one down while the caller speaks."""
    who.program.type("Người gọi nói gì", "Rác tồn đọng trước chợ, bốc mùi từ sáng")
    who.program.type("Phường, xã (gõ không dấu cũng được)", "thuan hoa")
    who.program.key("Return")
    who.program.type("Đường, số nhà, mốc dễ nhận", "trước cổng chợ")
    who.program.type("Tôi hứa với người gọi", "Gọi lại khi đã dọn xong")
    who.program.type("Tên người gọi", "Cô Lan")
    who.program.type("Điện thoại", NUMBER)


def send(who: Official) -> None:
    """Send it and wait for its code."""
    who.program.press("Gửi")
    who.program.until(lambda: "Đã tiếp nhận: mã" in who.program.screen(), "the code of the call")


def look_up(who: Official) -> None:
    """Look the number of that call up again."""
    who.program.key("Ctrl+H")
    who.program.type("Số điện thoại", NUMBER)
    who.program.key("Return")
    who.program.until(lambda: bool(who.program.rows("Phản ánh của số này")), "the number's reports")


def hand_over(who: Official) -> None:
    """End the shift."""
    who.program.key("F10")
    who.program.type("Ca sau cần biết thêm", "Tai nghe bàn 2 chập chờn.")
    who.program.press("Giao ca của tôi")
    who.program.until(lambda: bool(who.program.rows("Các ca trước")), "the shift in the list")


def take_over(who: Official) -> None:
    """Read the shift before and take it over with one's own card."""
    who.until_synced()
    who.program.key("F10")
    before = who.program.until(lambda: who.program.rows_now("Các ca trước"), "the shift before")
    who.program.choose("Các ca trước", before[0])
    who.program.press("Nhận ca này")
