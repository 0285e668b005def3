"""The work of one role handed on to the next: distributed, accepted, handed down, contributed to, answered.

The dispatcher gives a report to the ward's handler with a partner beside; the handler hands it down; the
partner writes its part, the office below the ward the one answer. The leader signs, the publisher publishes.
Each finds what the one before left by what the screen says of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from ui.gallery.visit import Visit, close, go_to_today, put_away
from ui.tour import official
from ui.tour.notes import HANDLER, HUE
from ui.tour.official import Card, Official
from ui.tour.remote import NeverHappened

OFFICE = Card("Phòng chuyên môn của phường", "Tống Nữ Quỳnh Giao")
PARTNER = Card("Đơn vị phối hợp", "Hà Văn Thông")
RECIPIENT = Card("Tiếp nhận phản ánh cán bộ", "Võ Đình Khoát")
WAITING_WORK = "Gửi lại"
"""A button of the window of unsent work that no other window has."""
_WARD, _OFFICE_UNIT = "Phường Thuận Hóa", "Phòng Văn hóa - Xã hội phường Thuận Hóa"
_PARTNER_UNIT = "Công ty Môi trường và Thoát nước đô thị"
_BESIDE = "Đơn vị phối hợp: mỗi nơi góp một phần, một câu trả lời"
_WITH_PARTNER = f"phối hợp: {_PARTNER_UNIT}"
_OUR_PART = "Phần nội dung của đơn vị chúng tôi"
_READ = "Tôi đã đọc tiêu đề và nội dung: phần công khai không để lộ danh tính ai"
_FIELD, _PRIVATE = "Lĩnh vực", "TD-"
_HELD, _UNDO = "giây để còn hoàn tác được", "Hoàn tác"
_OPEN = (official.DISTRIBUTED, official.IN_PROGRESS)


def distributing() -> Iterator[Visit]:
    """Yield the ends of the dispatcher's two steps; the panel of each was opened before."""
    yield Visit("dispatcher-verified", verify)
    yield Visit("dispatcher-distribute", _begin_to_distribute)
    yield Visit("dispatcher-distributed", _distribute)


def taking_on() -> Iterator[Visit]:
    """Yield how a handler takes on what is new: accepted while it can be undone, or handed down."""
    yield Visit("report-new", lambda who: who.open(_mine(who)[0], official.MINE))
    yield Visit("sync-held", _accept, passing=True)
    yield Visit("extension", _ask_for_time)
    yield Visit("hand-down", _begin_to_hand_down)
    yield Visit("handed-down", lambda who: _confirm(who, "Giao cấp dưới"))


def partner() -> Iterator[Visit]:
    """Yield what a unit beside the lead does: its part of the one answer."""
    yield Visit("partner-today", go_to_today)
    yield Visit("partner-report", lambda who: who.open(_find_with_partner(who)))
    yield Visit("partner-part", _write_part)
    yield Visit("partner-contributed", lambda who: _confirm(who, "Góp nội dung"))


def office() -> Iterator[Visit]:
    """Yield what an office below the ward does with what was handed down: accepted, answered, submitted."""
    yield Visit("office-today", go_to_today)
    yield Visit("office-report", lambda who: who.open(_mine(who)[0], official.MINE))
    yield Visit("office-accepted", _accept_for_good)
    yield Visit("office-answer", _answer)
    yield Visit("office-submitted", submit)


def recipient() -> Iterator[Visit]:
    """Yield what the recipient of reports on officials sees: nobody else knows of these."""
    yield Visit("recipient-today", go_to_today)
    yield Visit("recipient-report", _open_private)
    yield Visit("recipient-verify", _begin_to_verify)


def sign(who: Official) -> None:
    """Sign what the summary of a round of approvals lists; the next round begins."""
    who.program.type(official.CARD_PIN, official.PIN)
    who.program.key("Return")
    who.program.until(
        lambda: official.SIGNED in who.program.screen(), "the signature", official.SIGN_IN_PATIENCE
    )


def publish(who: Official) -> None:
    """Say that the preview was read, and publish."""
    who.program.press("Tôi đã đọc trang đúng như người dân sẽ thấy")
    who.program.press("Công bố ngay")
    who.confirmed("Công bố")


def submit(who: Official) -> None:
    """Submit the answer that is being written: planned, so that no photo from after the work is wanted."""
    who.program.choose("Kết quả", "Có kế hoạch")
    who.program.press("Xác nhận: Gửi duyệt")
    who.confirmed("Soạn trả lời")


def verify(who: Official) -> None:
    """Hide every place that may tell who somebody is, choose a field where none is, and verify."""
    who.program.press("Che mọi chỗ đã tìm thấy")
    if not who.program.read(_FIELD):
        who.program.choose(_FIELD, "")  # the first there is
    who.program.press(_READ)
    _confirm(who, "Xác minh")


def _begin_to_distribute(who: Official) -> None:
    put_away(who)
    codes = who.codes(official.EVERYTHING, "Đã xác minh", HUE)
    who.open(codes[0])
    who.start("Phân phối")
    who.program.choose("Đơn vị", _WARD)
    who.program.choose("Ai làm", HANDLER.name)
    who.program.choose(_BESIDE, _PARTNER_UNIT)


def _distribute(who: Official) -> None:
    _confirm(who, "Phân phối")
    who.until_synced()


def _accept(who: Official) -> None:
    """Accept a report and look at what waits while the hold runs; what was held so before is undone."""
    with contextlib.suppress(NeverHappened):  # it may have run out at this moment
        if _HELD in who.program.screen():
            who.program.press(_UNDO)
    close(who, WAITING_WORK)
    who.open(_mine(who)[0], official.MINE)
    who.start("Nhận xử lý")
    who.show_unsent()
    who.program.until(lambda: _HELD in who.program.screen(), "what is left of the hold")


def _ask_for_time(who: Official) -> None:
    close(who, WAITING_WORK)
    who.open(who.codes(official.MINE, official.IN_PROGRESS, HUE)[0], official.MINE)
    who.start("Xin gia hạn")
    who.program.choose("Lý do", "Vụ việc phức tạp")


def _begin_to_hand_down(who: Official) -> None:
    put_away(who)
    who.open(_find_with_partner(who, official.MINE), official.MINE)
    who.start("Giao cấp dưới")
    who.program.choose("Đơn vị", _OFFICE_UNIT)
    who.program.choose("Ai làm", OFFICE.name)


def _write_part(who: Official) -> None:
    who.start("Góp nội dung")
    who.program.type(_OUR_PART, "Đội thoát nước đã nạo vét đoạn cống trước số nhà phản ánh.")


def _accept_for_good(who: Official) -> None:
    who.start("Nhận xử lý")
    who.confirmed("Nhận xử lý")


def _answer(who: Official) -> None:
    who.start("Soạn trả lời")
    who.program.type("Nội dung trả lời (người dân sẽ đọc đúng như thế này)", "Cống đã được nạo vét.")


def _open_private(who: Official) -> None:
    codes = who.program.until(
        lambda: who.codes(official.EVERYTHING, "Mới tiếp nhận", _PRIVATE), "a report", official.SYNC_PATIENCE
    )
    who.open(codes[0])


def _begin_to_verify(who: Official) -> None:
    who.start("Xác minh")
    who.program.until(lambda: who.program.shows("Xác nhận: Xác minh"), "the panel")


def _find_with_partner(who: Official, listed: str = official.EVERYTHING) -> str:
    """Return the first open report on which the partner works with another unit; it is open then."""
    for state in _OPEN:
        for code in who.codes(listed, state, HUE):
            who.open(code, listed)
            if _WITH_PARTNER in who.program.screen():
                return code
    raise NeverHappened("a report with a partner", who.program.screen())


def _mine(who: Official) -> list[str]:
    """Return what was given to this person and not accepted yet; a first sync brings it by and by."""
    found: list[str] = who.program.until(
        lambda: who.codes(official.MINE, official.DISTRIBUTED, HUE), "a report to accept",
        official.SYNC_PATIENCE,
    )  # fmt: skip
    return found


def _confirm(who: Official, command: str) -> None:
    who.program.press(f"Xác nhận: {command}")
    who.confirmed(command)
