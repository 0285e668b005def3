"""The counter: a citizen's card read, a wrong number told, an altered chip shown for what it is."""

from __future__ import annotations

from ui.tour.notes import CLERK, Act, Observed, Step
from ui.tour.official import Official
from ui.tour.remote import Program

ENTRY = "Mã, số hoặc các dòng của giấy tờ"
GENUINE, ALTERED = "Thẻ căn cước", "Thẻ căn cước, chip bị sửa"
NUMBER, ANOTHER = "046191000017", "046088000025"
NEUTRAL, RED = "Chip – chữ ký hợp lệ", "Không dựa vào chip"


def enter(who: Official, digits: str) -> None:
    """Type a number into the counter's field and press Enter."""
    who.program.type(ENTRY, digits, instead=True)
    who.program.key("Return")


class Counter(Act):
    """The clerk's quarter of an hour."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("counter: a citizen card read by its number", self.read_card),
            ("counter: a wrong number is told and not tried again", self.wrong_number),
            ("counter: an altered chip is not relied upon", self.altered_chip),
            ("counter: nothing is left of anybody", self.leave),
        ]

    @property
    def _program(self) -> Program:
        return self.notes.an.program

    def read_card(self, seen: Observed) -> None:
        """Number typed, card laid down; name and address, photo, verdict."""
        self.notes.an.sign_in(CLERK)
        self._program.press("Quầy")
        self._program.press("Giấy tờ người dân")
        enter(self.notes.an, NUMBER)
        self._program.press(f"Đặt lên đầu đọc: {GENUINE}")
        self._program.until(lambda: self._program.shows(NEUTRAL), "the verdict")
        self._program.until(lambda: self._program.shows("Ảnh trong chip"), "the photo")
        seen["fields"] = [name for name in self._program.names() if name.endswith(("(Chip)", "(Gõ)"))]
        if not any(name.startswith("Nơi cư trú") for name in seen["fields"]):
            raise AssertionError(seen["fields"])

    def wrong_number(self, seen: Observed) -> None:
        """The number of somebody else: one try, one sentence, the field stays open for the next entry."""
        self._program.press("Người tiếp theo")
        enter(self.notes.an, ANOTHER)
        words = "Chip không mở"
        self._program.until(lambda: words in self._program.screen(), "the sentence")
        seen["said"] = next(line for line in self._program.screen().splitlines() if words in line)

    def altered_chip(self, seen: Observed) -> None:
        """The same number and the card that belongs to it, altered after it was signed."""
        self._program.press(f"Đặt lên đầu đọc: {ALTERED}")
        self._program.until(lambda: self._program.shows(f"Trên đầu đọc: {ALTERED}"), "the card lies there")
        enter(self.notes.an, ANOTHER)
        self._program.until(lambda: self._program.shows(RED), "the red badge")
        seen["said"] = self._program.read("Kết luận")

    def leave(self, seen: Observed) -> None:
        """The next citizen finds an empty page; the clerk's card locks."""
        self._program.press("Người tiếp theo")
        self._program.until_gone(RED)
        if ANOTHER[:3] in self._program.read(ENTRY):
            raise AssertionError("the number is still there")
        self._program.press("Lấy giấy tờ ra")
        self._program.press("Thẻ cán bộ")
        self.notes.an.leave()
        seen["left"] = "nothing"
