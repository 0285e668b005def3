"""The rooms beside the desk: a photo covered, an absence arranged, a number drilled down to, a call taken."""

from __future__ import annotations

import re

from ui.tour import darkroom, telephone
from ui.tour.notes import COLLEAGUE, HANDLER, Act, Observed, Step
from ui.tour.official import Card
from ui.tour.remote import Program

SUPERVISOR = Card("Giám sát", "Hồ Diệu Thảo")
HOTLINE = Card("Tổng đài viên", "Tôn Nữ Bảo Châm")
_NUMBERS = "Bảng số liệu; Enter mở danh sách"
_PART = "Đang làm, còn hạn: "
_DRILLED = "Đã giao cho đơn vị · Tổng cộng"


class Rooms(Act):
    """Each step signs in who works there, and leaves."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("a photo is covered before the public sees it", self.cover_photo),
            ("an absence is arranged", self.arrange_absence),
            ("supervision drills down to the list behind a number", self.drill_down),
            ("the hotline takes a call", self.take_call),
        ]

    @property
    def _program(self) -> Program:
        return self.notes.an.program

    def cover_photo(self, seen: Observed) -> None:
        """The handler lays a rectangle by the keys; the public copy is burnt from what is left."""
        self.notes.an.sign_in(HANDLER)
        self.notes.an.until_synced()
        seen["report"] = darkroom.find_undecided(self.notes.an)
        darkroom.look(self.notes.an)
        darkroom.cover(self.notes.an)
        darkroom.decide(self.notes.an)
        self._program.key("Escape")
        self._program.until_gone(darkroom.WHOLE_PHOTO)

    def arrange_absence(self, seen: Observed) -> None:
        """A colleague acts for the handler from today; the centre tells both."""
        self._program.key("F2")
        self._program.choose("Người làm thay", COLLEAGUE.name)
        self._program.press("Ủy quyền")
        words = f"{COLLEAGUE.name} làm thay {HANDLER.name}"
        self._program.until(lambda: words in self._program.screen(), "the deputy is named")
        seen["said"] = next(line for line in self._program.screen().splitlines() if words in line)
        self.notes.stage.photograph("deputy-named")
        self.notes.an.leave()

    def drill_down(self, seen: Observed) -> None:
        """Enter on a number opens exactly the reports that it counted."""
        self.notes.an.sign_in(SUPERVISOR)
        self.notes.an.until_synced()
        self._program.key("F3")
        self._program.until(lambda: self._program.shows(_NUMBERS), "the numbers")
        given = self._program.until(self._given, "how everything given stands")
        self._program.choose(_NUMBERS, "Tổng cộng")
        self._program.key("Return")
        listed = f"{_DRILLED} · {given}"
        self._program.until(lambda: listed in self._program.screen(), f"the list {listed}")
        seen["listed"] = listed
        self.notes.stage.photograph("list-behind-the-number")
        self.notes.an.leave()

    def take_call(self, seen: Observed) -> None:
        """Written while the caller speaks, sealed, sent; the centre's code is there to be read out."""
        self.notes.an.sign_in(HOTLINE)
        telephone.open_page(self.notes.an)
        telephone.write(self.notes.an)
        telephone.send(self.notes.an)
        words = "Đã tiếp nhận: mã"
        seen["said"] = next(line for line in self._program.screen().splitlines() if words in line)
        self.notes.stage.photograph("code-to-read-out")
        self.notes.an.leave()

    def _given(self) -> int:
        """Add up the parts of the bar: together they are everything that was given."""
        bar = next((name for name in self._program.names() if _PART in name), "")
        return sum(int(count.replace(".", "")) for count in re.findall(r": ([\d.]+)", bar))
