"""The views of the program and how a person gets to each, role by role.

A visit is a name and the way there; the walk photographs what is then on screen. Ways press what the screen
names, so a view that nobody can reach has no picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery import at_supervision, handing_on
from ui.gallery.at_counter import clerk
from ui.gallery.paper import exports
from ui.gallery.visit import GUIDE, Visit, close, go_back, go_to_page, go_to_today, put_away
from ui.tour import darkroom, official, telephone
from ui.tour.notes import APPROVER, BLOCKED, CLERK, HANDLER, HUE, PUBLISHER
from ui.tour.official import Card, Official
from ui.tour.remote import NeverHappened

SUPERVISOR = Card("Giám sát", "Hồ Diệu Thảo")
ADMIN = Card("Quản trị tại chỗ", "Bùi Gia Thuận")
NEXT_SHIFT = Card("Tổng đài viên ca sau", "Châu Thế Vỹ")
DISPATCHER = Card("Điều phối viên", "Lê Thị Khánh Vân")
HOTLINE = Card("Tổng đài viên", "Tôn Nữ Bảo Châm")
_SEALED = "Chọn tệp…"
_TURN = "PIN của quản trị viên (thẻ trong đầu đọc này)"
_WHOLE_PAGE = "Xem toàn bộ trang (0)"
_MOST_PAGES = 12
"""Of one answer, on the smallest screen."""
_ANSWER = "Nội dung trả lời (người dân sẽ đọc đúng như thế này)"


def before_enrolment() -> Iterator[Visit]:
    """Yield what a new computer shows."""
    yield Visit("enrolment", lambda _who: None)


def door() -> Iterator[Visit]:
    """Yield the views before anybody is signed in."""
    yield Visit("sign-in", lambda who: who.program.until_gone("Mã ghi danh"))
    yield Visit("sign-in-card", lambda who: who.insert(HANDLER))
    yield Visit("sign-in-wrong-pin", _wrong_pin)
    yield Visit("sign-in-blocked", _blocked)


def handler() -> Iterator[Visit]:
    """Yield what a handler sees: the day, the list, a report, the panels, the pages around the desk."""
    yield Visit("today", go_to_today)
    yield Visit("list", lambda who: who.program.press(official.EVERYTHING))
    yield from exports()
    yield from handing_on.taking_on()
    yield Visit("report", lambda who: _open_first(who, official.IN_PROGRESS))
    yield Visit("report-photos", darkroom.find_undecided)
    yield Visit("photo", darkroom.look)
    yield Visit("photo-covered", darkroom.cover)
    yield Visit("photo-decided", darkroom.decide)
    yield Visit("photos-compared", _compare)
    yield Visit("document", _document)
    yield Visit("palette", _palette)
    yield Visit("answer-panel", _answer_panel)
    yield Visit("answer-submitted", handing_on.submit)
    yield Visit("unowned", lambda who: _list(who, "Chưa có người xử lý"))
    yield Visit("absences", _arranging)
    yield Visit("search", _search)
    yield Visit("search-nothing", lambda who: who.search("không có phản ánh nào như vậy"))
    yield Visit("search-operator", lambda who: who.search("han:hom-kia"))
    yield Visit("sync-window", _sync_window)
    yield Visit("sync-lost-card", _lost_card)
    yield Visit("sync-lost-card-signing", _admins_sign)
    yield Visit("guide", _guide)
    yield Visit("notifications", _notices)
    yield Visit("my-card", lambda who: go_to_page(who, "Thẻ của tôi"))
    yield Visit("doctor", lambda who: go_to_page(who, "Khám thẻ"))
    yield Visit("settings", lambda who: go_to_page(who, "Cài đặt"))


def approver() -> Iterator[Visit]:
    """Yield what a leader who approves sees."""
    yield Visit("approver-today", go_to_today)
    yield Visit("approver-report", lambda who: _open_first(who, "Chờ duyệt"))
    yield Visit("supervise-units", at_supervision.look)
    yield Visit("supervise-list", at_supervision.open_list)
    yield Visit("approvals-read", _approvals)
    yield Visit("approvals-send-back", _approvals_send_back)
    yield Visit("approvals-summary", _approvals_summary)
    yield Visit("approvals-signed", handing_on.sign)
    yield Visit("templates", _templates)
    yield Visit("templates-list", lambda who: who.program.key("Ctrl+F"))


def admin() -> Iterator[Visit]:
    """Yield what the admin of a place looks after: whom this computer trusts, its journal of check-ins."""
    yield Visit("admin-settings", lambda who: go_to_page(who, "Cài đặt"))
    yield Visit("settings-anchors", _anchors)
    yield Visit("settings-epoch", _epoch)


def publisher() -> Iterator[Visit]:
    """Yield what the one who publishes sees."""
    yield Visit("publisher-today", go_to_today)
    yield Visit("publisher-report", _approved)
    yield Visit("publisher-preview", _preview)
    yield Visit("publisher-published", handing_on.publish)


def dispatcher() -> Iterator[Visit]:
    """Yield what the one who verifies and distributes sees."""
    yield Visit("dispatcher-today", go_to_today)
    yield Visit("dispatcher-report", lambda who: _open_first(who, "Mới tiếp nhận"))
    yield Visit("dispatcher-verify", _verify)
    yield from handing_on.distributing()
    yield Visit("dispatcher-returned", _returned)
    yield Visit("dispatcher-campaigns", _arranging)


def hotline() -> Iterator[Visit]:
    """Yield a call: the empty page, being written, sent with its number, and the shift handed over."""
    yield Visit("hotline-empty", telephone.open_page)
    yield Visit("hotline-writing", telephone.write)
    yield Visit("hotline-sent", telephone.send)
    yield Visit("hotline-caller", telephone.look_up)
    yield Visit("shift", telephone.hand_over)


def next_shift() -> Iterator[Visit]:
    """Yield the shift before being taken over."""
    yield Visit("shift-taken", telephone.take_over)


PEOPLE = (
    (DISPATCHER, dispatcher),
    (HANDLER, handler),
    (handing_on.PARTNER, handing_on.partner),
    (handing_on.OFFICE, handing_on.office),
    (APPROVER, approver),
    (PUBLISHER, publisher),
    (SUPERVISOR, at_supervision.supervisor),
    (handing_on.RECIPIENT, handing_on.recipient),
    (HOTLINE, hotline),
    (NEXT_SHIFT, next_shift),
    (CLERK, clerk),
    (ADMIN, admin),
)
"""Who sits down in turn, and what they look at."""


def kiosk() -> Iterator[Visit]:
    """Yield the kiosk: at rest, right after a tap, and what officers may do at it."""
    yield Visit("kiosk-ready", lambda who: who.program.press("Mở máy chấm công"), own_colours=True)
    yield Visit("kiosk-tap", _tap, own_colours=True)
    yield Visit("kiosk-supervised", _supervised_entry)


def _supervised_entry(who: Official) -> None:
    """A supervisor enters somebody whose card fails."""
    who.program.key("F4")
    who.program.until(lambda: who.program.shows("Những người tìm thấy"), "the panel of the officer")


def lane() -> Iterator[Visit]:
    """Yield the kiosk of a turnstile where everybody goes the same way."""
    yield Visit("kiosk-lane", lambda who: who.program.press("Mở máy chấm công"), own_colours=True)
    yield Visit("kiosk-lane-tap", _tap, own_colours=True)


def _wrong_pin(who: Official) -> None:
    who.type_pin("654321")
    who.program.until(lambda: "Còn 2 lần thử" in who.program.screen(), "two tries left")


def _blocked(who: Official) -> None:
    who.program.press("Rút thẻ")
    who.insert(BLOCKED)


def _search(who: Official) -> None:
    go_back(who)
    who.search("duong")


def _approvals(who: Official) -> None:
    who.program.press("Duyệt trả lời")
    who.program.until(lambda: "Duyệt trả lời · 1/" in who.program.screen(), "the first answer")


def _approvals_send_back(who: Official) -> None:
    """Begin to send the first answer back: a template at hand, the reason under it."""
    who.program.key("Alt+1")
    who.program.until(lambda: who.program.shows("Xác nhận: Yêu cầu sửa"), "the panel that sends back")


def _approvals_summary(who: Official) -> None:
    """Read the first answer to its end and approve it; the rest waits."""
    if who.program.shows("Xác nhận: Yêu cầu sửa"):
        who.program.key("Escape")
    for _ in range(_MOST_PAGES):
        who.program.key("Ctrl+Return")
        if "Duyệt trả lời · 1/" not in who.program.screen():
            break
    if "Duyệt trả lời · " in who.program.screen():
        who.program.key("Alt+Return")
    who.program.until(lambda: who.program.shows("Mã PIN thẻ của bạn"), "the summary")


def _templates(who: Official) -> None:
    """Begin a template of the unit's own: slots, a blank, how it reads."""
    go_to_page(who, "Mẫu văn bản")
    who.program.key("Alt+1")
    who.program.type("Tên mẫu, để tìm", "Đã nạo vét cống", instead=True)
    who.program.type(
        "Nội dung; dấu … đứng riêng là chỗ cán bộ phải điền",
        "Kính gửi: Quý Ông/Bà.\n{unit} đã nạo vét cống tại {place} ngày …. Trân trọng./.",
        instead=True,
    )
    who.program.until(lambda: who.program.shows("Thu hồi"), "the draft kept")


def _open_first(who: Official, state: str) -> None:
    """Open the first report of the city in this state, if the person has one."""
    codes = who.codes(official.EVERYTHING, state, HUE)
    if codes:
        who.open(codes[0])


def _compare(who: Official) -> None:
    """Before and after stand where an answer was given."""
    who.program.key("Escape")
    for code in who.codes(official.EVERYTHING, "Chờ duyệt", HUE):
        who.open(code)
        first = [name for name in who.program.names() if name.startswith("Ảnh 1/2, ")]
        if first:
            who.program.press(first[0])
            who.program.press("So sánh trước và sau khi xử lý")
            return
    raise NeverHappened("a pair of photos", who.program.screen())


def _document(who: Official) -> None:
    """Read a letter that came with a report."""
    close(who, darkroom.WHOLE_PHOTO)
    for code in who.codes(official.EVERYTHING, official.IN_PROGRESS, HUE):
        who.open(code)
        letters = [name for name in who.program.names() if name.startswith("Tài liệu don-phan-anh.pdf")]
        if letters:
            who.program.press(letters[0])
            who.program.until(lambda: "Trang 1/2" in who.program.screen(), "its first page")
            return
    raise NeverHappened("a letter", who.program.screen())


def _approved(who: Official) -> None:
    """Open what waits to be published; a first sync brings it by and by."""
    waiting = "Chờ tôi xử lý"
    codes = who.program.until(lambda: who.codes(waiting, "Đã duyệt", HUE), "an approved report")
    for code in codes:
        who.open(code, waiting)
        if any(name.startswith("Ảnh 1/") for name in who.program.names()):
            return


def _preview(who: Official) -> None:
    who.program.press("Công bố")
    who.program.until(lambda: "Ảnh còn đang tải" not in who.program.screen(), "its photos")


def _list(who: Official, name: str) -> None:
    put_away(who)
    who.program.press(name)


def _arranging(who: Official) -> None:
    go_to_page(who, "Ủy quyền, bàn giao, chiến dịch")


def _verify(who: Official) -> None:
    """Open the verification of a report in which something may tell who somebody is."""
    for code in who.codes(official.EVERYTHING, "Mới tiếp nhận", HUE):
        who.open(code)
        who.program.press("Xác minh")
        if "chưa quyết định: " in who.program.screen():
            return
        put_away(who)
    raise NeverHappened("a report with an identity in it", who.program.screen())


def _returned(who: Official) -> None:
    put_away(who)
    _open_first(who, "Bị trả lại")
    who.program.press("Phân phối")


def _palette(who: Official) -> None:
    """Over a report that waits for an answer."""
    close(who, _WHOLE_PAGE)
    _open_first(who, official.IN_PROGRESS)
    who.program.key("Ctrl+K")
    who.program.until(lambda: who.program.shows("Bảng lệnh"), "the palette")


def _answer_panel(who: Official) -> None:
    close(who, "Bảng lệnh")
    who.program.press("Soạn trả lời")
    who.program.type(_ANSWER, "Đơn vị đã khắc phục xong sự cố.")


def _sync_window(who: Official) -> None:
    close(who, handing_on.WAITING_WORK)
    who.search("")
    who.show_unsent()
    who.program.until(lambda: who.program.shows("Trung tâm đã nhận hết"), "the window of unsent work")


def _lost_card(who: Official) -> None:
    """The last page of that window."""
    who.program.key("Ctrl+Shift+Tab")
    who.program.until(lambda: who.program.shows(_SEALED), "the page on a lost card")


def _admins_sign(who: Official) -> None:
    """At the only reader, by turns."""
    who.program.press("Cho cả hai ký tại đầu đọc này…")
    who.program.until(lambda: who.program.shows(_TURN), "the turn of the first admin")


def _anchors(who: Official) -> None:
    who.program.press("Chứng thư đã cài")
    who.program.until(lambda: who.program.shows("Ai đã thay đổi gì"), "the anchors and their record")


def _epoch(who: Official) -> None:
    who.program.press("Mở kỳ mới…")
    who.program.until(lambda: who.program.shows("Ký và mở kỳ mới"), "the form of a new epoch")


def _guide(who: Official) -> None:
    close(who, _TURN)
    close(who, _SEALED)
    close(who, "Gửi lại")
    who.program.press("Hướng dẫn")
    who.program.until(lambda: who.program.shows(GUIDE), "the guide")


def _tap(who: Official) -> None:
    who.program.press(f"Chạm ở kiosk: {HANDLER.label}")
    who.program.until(lambda: "Đổi thành" in who.program.screen(), "the tap's result")


def _notices(who: Official) -> None:
    close(who, GUIDE)
    who.program.key("F12")
    who.program.until(lambda: "Việc liên quan đến bạn" in who.program.screen(), "the notifications")
