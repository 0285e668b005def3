"""One person at one program: what they press and what they see, by the names on the Vietnamese screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ui.tour.remote import Program

DESK = "Bàn xử lý phản ánh"
LIST = "Danh sách phản ánh"
MINE, UNIT_REPORTS, EVERYTHING, UNSENT = "Giao cho tôi", "Đơn vị tôi", "Tất cả", "Chưa gửi"
DISTRIBUTED, IN_PROGRESS = "Đã phân phối", "Đang xử lý"
CONTACTS = ("Ngoại tuyến", "Đã kết nối", "Chưa kết nối")
"""What the strip says of the centre."""
AT_ONCE = frozenset({"Nhận xử lý"})
DONE = {
    "Nhận xử lý": "Đã nhận xử lý.",
    "Ghi chú": "Đã thêm ghi chú.",
    "Xin gia hạn": "Đã thực hiện: Xin gia hạn.",
    "Soạn trả lời": "Đã gửi duyệt.",
    "Công bố": "Đã công bố.",
    "Xác minh": "Đã xác minh.",
    "Phân phối": "Đã phân phối.",
    "Giao cấp dưới": "Đã giao cấp dưới.",
    "Trả lại": "Đã trả lại.",
    "Góp nội dung": "Đã góp nội dung.",
    "Đôn đốc": "Đã đôn đốc.",
}
PIN, CARD_PIN, SIGNED = "123456", "Mã PIN thẻ của bạn", "Đã duyệt và ký: 1."
SIGN_IN_PATIENCE = 60.0
SYNC_PATIENCE = 120.0


@dataclass(frozen=True)
class Card:
    """A card of the training tray as printed: the role, the name, the PIN."""

    role: str
    name: str
    pin: str = PIN

    @property
    def label(self) -> str:
        """How the tray names the card."""
        return f"{self.role}, {self.name}"


class Official:
    """Works at a program with the cards of its tray."""

    def __init__(self, program: Program) -> None:
        self.program = program

    # --- the door ---

    def enrol(self, url: str, code: str, lane: str = "") -> None:
        """Enrol the workstation with what the admin handed over; `lane`: where everybody goes one way."""
        if lane:
            self.program.choose("Chiều chấm công tại máy này", lane)
        self.program.type("Địa chỉ trung tâm", url, instead=True)
        self.program.type("Mã ghi danh", code, instead=True)
        self.program.press("Ghi danh")
        self.program.until_gone("Mã ghi danh", SIGN_IN_PATIENCE)

    def insert(self, card: Card) -> None:
        """Put a card into the desk's reader and wait for the question for its PIN."""
        self.program.press(f"Cắm vào đầu đọc: {card.label}")

    def type_pin(self, pin: str) -> None:
        """Type a PIN into the field and press Enter."""
        self.program.until(lambda: "Mã PIN" in self.program.names(), "the PIN field")
        self.program.type("Mã PIN", pin, instead=True)
        self.program.key("Return")

    def sign_in(self, card: Card) -> None:
        """Insert the card, type its PIN, wait for the desk."""
        self.insert(card)
        self.type_pin(card.pin)
        self.program.until(lambda: DESK in self.program.names(), f"the desk of {card.name}", SIGN_IN_PATIENCE)

    def leave(self) -> None:
        """Take the card out; the desk locks."""
        self.program.press("Rút thẻ")
        self.program.until_gone(DESK)

    # --- the list ---

    def show(self, quick_filter: str) -> list[str]:
        """Press a quick filter and return its rows; without any, the list makes room for a word about it."""
        self.program.press(quick_filter)
        self.program.until(
            lambda: f"{quick_filter} · " in self.program.screen(), f"the list of {quick_filter}"
        )
        found: list[list[str]] = []
        self.program.until(lambda: self._read_rows(quick_filter, found), "rows, or none")
        return found[0]

    def _read_rows(self, quick_filter: str, found: list[list[str]]) -> bool:
        if f"{quick_filter} · 0" in self.program.screen():
            found.append([])
        elif (rows := self.program.rows_now(LIST)) is not None:  # it may empty itself while one looks
            found.append(rows)
        return bool(found)

    def search(self, words: str) -> None:
        """Search for ``words``; an empty text ends the search."""
        self.program.type("Tìm phản ánh", words, instead=True)

    def codes(self, quick_filter: str, state: str, series: str) -> list[str]:
        """Return the codes of a series (``PA-``, ``NYC-``) in one state, as the list shows them."""
        rows = (row.split(", ") for row in self.show(quick_filter))
        return [row[-1] for row in rows if state in row and row[-1].startswith(series)]

    def open(self, code: str, quick_filter: str = EVERYTHING) -> None:
        """Open a report by its code."""
        self.program.press(quick_filter)
        self.program.until(lambda: self._opened(code), f"{code} is open")

    def _opened(self, code: str) -> bool:
        """Click the row again where news moved it away from under the pointer."""
        self.program.choose(LIST, code)
        return code in self.program.read("Phản ánh")

    # --- commands ---

    def accept(self, code: str) -> str:
        """Accept a report."""
        return self._command(code, "Nhận xử lý")

    def note(self, code: str, text: str) -> str:
        """Write a note for colleagues."""
        return self._command(code, "Ghi chú", {"Ghi chú nội bộ (người dân không thấy)": text})

    def extend(self, code: str, text: str) -> str:
        """Ask for an extension for the weather, until the date proposed."""
        self.open(code)
        self.start("Xin gia hạn")
        self.program.choose("Lý do", "Thời tiết")
        self.program.type("Giải thích (người dân sẽ đọc)", text)
        self.program.press("Xác nhận: Xin gia hạn")
        return self.confirmed("Xin gia hạn")

    def give_back(self, code: str, text: str) -> str:
        """Return a report to the dispatcher: it is not in the unit's field."""
        self.open(code)
        self.start("Trả lại")
        self.program.choose("Lý do", "Không thuộc lĩnh vực của đơn vị")
        self.program.type("Giải thích cho điều phối viên", text)
        self.program.press("Xác nhận: Trả lại")
        return self.confirmed("Trả lại")

    def attach(self, code: str, file: Path) -> None:
        """Add a file to a report; it waits here until the centre has it."""
        self.open(code)
        self.program.key("Ctrl+O")
        self.program.until(lambda: self.program.title() == "Thêm ảnh hoặc tệp", "the question which files")
        self.program.answer(str(file))
        self.program.press("Thêm vào phản ánh: 1")
        self.program.until_gone("Thêm vào phản ánh: 1")

    def draft(self, code: str, text: str) -> None:
        """Write an answer and leave it as a draft."""
        self.open(code)
        self.start("Soạn trả lời")
        self.program.type("Nội dung trả lời (người dân sẽ đọc đúng như thế này)", text)
        self.program.until(
            lambda: "Bản nháp đã lưu trên máy này" in self.program.screen(), "the draft is kept"
        )
        self.program.press("Hủy")

    def submit(self, code: str, text: str = "") -> str:
        """Write (or finish) the answer and submit it for approval."""
        self.open(code)
        self.start("Soạn trả lời")
        if text:
            self.program.type("Nội dung trả lời (người dân sẽ đọc đúng như thế này)", text)
        self.program.choose("Kết quả", "Đã khắc phục")
        self.program.press("Xác nhận: Gửi duyệt")
        return self.confirmed("Soạn trả lời")

    def approve(self, code: str, pin: str = PIN) -> str:
        """Read the answer to its end and sign it with the card's PIN, as the head of the unit."""
        self.open(code)
        self.start("Duyệt")
        self.program.until(lambda: "Duyệt trả lời · 1/1" in self.program.screen(), f"the answer of {code}")
        self.program.until(self._read_on, "the summary")
        self.program.type(CARD_PIN, pin)
        self.program.key("Return")
        self.program.until(lambda: SIGNED in self.program.screen(), "the signature", SIGN_IN_PATIENCE)
        self.program.press("Quay lại")
        return SIGNED

    def _read_on(self) -> bool:
        if not self.program.shows(CARD_PIN):
            self.program.key("Ctrl+Return")
        return self.program.shows(CARD_PIN)

    def publish(self, code: str) -> str:
        """Look at the preview and publish."""
        self.open(code)
        self.start("Công bố")
        self.program.press("Tôi đã đọc trang đúng như người dân sẽ thấy")
        self.program.press("Công bố ngay")
        return self.confirmed("Công bố")

    def decide(self, code: str, choice: str) -> str:
        """Open the report in conflict, look at both versions and choose."""
        self.open(code)
        self.program.press("So sánh và quyết định")
        seen = self.program.read("Chọn bản của tôi hay của đồng nghiệp")
        self.program.press(choice)
        self.program.until_gone("Chọn bản của tôi hay của đồng nghiệp")
        return seen

    # --- the state of the world ---

    def until_synced(self) -> None:
        """Wait until nothing waits to be sent and the centre answers."""
        self.program.until(self._is_synced, "everything is with the centre", SYNC_PATIENCE)

    def until_offline(self) -> None:
        """Wait until the strip says that we work offline."""
        self.program.until(
            lambda: "Ngoại tuyến" in self.program.names(), "the strip says offline", SYNC_PATIENCE
        )

    def show_unsent(self) -> None:
        """Open the window of unsent work by the strip's contact."""
        names = self.program.names()
        self.program.press(next(name for name in CONTACTS if name in names))
        self.program.press("Xem việc chờ gửi")

    def unsent(self) -> list[str]:
        """Return what the window of unsent work lists."""
        self.show_unsent()
        found: list[list[str]] = []
        self.program.until(lambda: self._read_unsent(found), "the window of unsent work")
        self.program.key("Escape")
        self.program.until_gone("Gửi lại")
        return found[0]

    def _read_unsent(self, found: list[list[str]]) -> bool:
        rows = self.program.rows_now("Các lệnh trung tâm chưa nhận")
        if rows is not None or self.program.shows("Trung tâm đã nhận hết"):
            found.append(rows or [])
        return bool(found)

    def _is_synced(self) -> bool:
        return self.program.shows(CONTACTS[1]) and not self.show(UNSENT)

    def _command(self, code: str, command: str, fields: dict[str, str] | None = None) -> str:
        self.open(code)
        self.start(command)
        for name, text in (fields or {}).items():
            self.program.type(name, text)
        if command not in AT_ONCE:
            self.program.press(f"Xác nhận: {command}")
        return self.confirmed(command)

    def start(self, command: str) -> None:
        """Press a command's button, or find it under the rest of them."""
        if self.program.shows(command):
            self.program.press(command)
        else:
            self.program.choose_from_menu("Các lệnh khác", command)

    def confirmed(self, command: str) -> str:
        """Wait until the screen has said that it is done, and let that go again; return what it said."""
        said = DONE[command]
        self.program.until(lambda: self.program.shows(said), f"the screen says {said!r}")
        return said
