"""The views of work that met something: without an answer, without a receipt, overtaken.

The handler asks for an extension and adds a photo while the centre is away, writes a note into a line that
dies under it, and taps at the kiosk. The colleague asks for another extension first and returns the report
with the photo; so the handler's command and photo need a person, and what came after waits behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from ui.gallery.visit import Visit, close
from ui.tour import official
from ui.tour.notes import COLLEAGUE, DESK, HANDLER, HUE
from ui.tour.official import Official
from ui.tour.stage import Stage

_UNSENT, _NEEDS = "Các lệnh trung tâm chưa nhận", "cần xử lý 2"
_SENDING, _UNKNOWN = "đang gửi", "chưa có trả lời"
_WAITING = "chờ gửi"
_COMPARE, _CHOICE = "So sánh và quyết định", "Chọn bản của tôi hay của đồng nghiệp"
_TAPS = "Đã ghi tại đây, trung tâm chưa ký nhận"
_THEIRS = "Lấy bản kia"
_WAITING_WORK, _DISCARD, _FOR_GOOD = "Gửi lại", "Bỏ lệnh này…", "Bỏ lệnh này"
_BEHIND, _GONE = "Một lệnh trước trên phản ánh này", "Đính kèm"
_WANTED = 3
"""Reports: one for a note, one that a colleague wants, too, one that is returned."""


@dataclass
class Collision:
    """Two people at one computer: both want to change ``report``; ``returned`` one returns, one adds to."""

    stage: Stage
    report: str = ""
    returned: str = ""

    def before(self) -> Iterator[Visit]:
        """Yield the handler's desk with work whose answer was lost; the centre is away at the end."""
        yield Visit("sync-unknown", self._lose_an_answer)

    def taps(self) -> Iterator[Visit]:
        """Yield what the kiosk recorded while the centre is away, as the handler's desk tells it."""
        yield Visit("sync-taps", self._see_taps)

    def at_kiosk(self, who: Official) -> Official:
        """Let somebody tap while the centre is away; the kiosk is left by ending the program."""
        who.leave()
        who.program.press("Mở máy chấm công")
        who.program.press(f"Chạm ở kiosk: {HANDLER.label}")
        who.program.until(lambda: "Đổi thành" in who.program.screen(), "the tap's result")
        self.stage.close_program(DESK)
        return Official(self.stage.open_program(DESK))

    def after(self) -> Iterator[Visit]:
        """Yield what needs the handler: in the window of unsent work, at the report, side by side."""
        yield Visit("sync-needs-person", self._until_it_needs_a_person)
        yield Visit("sync-behind", self._write_behind)
        yield Visit("sync-file-refused", _choose_file)
        yield Visit("sync-discard", _ask_to_discard)
        yield Visit("report-in-conflict", self._open)
        yield Visit("conflict", self._compare)
        yield Visit("conflict-decided", self._take_theirs)

    def _see_taps(self, who: Official) -> None:
        who.sign_in(HANDLER)
        who.until_offline()
        _open_window(who)
        who.program.key("Ctrl+Tab")
        who.program.until(lambda: who.program.shows(_TAPS), "the page on check-in")

    def _overtake(self, who: Official) -> None:
        who.sign_in(COLLEAGUE)
        _until_sent(who)
        who.extend(self.report, "Chờ vật tư, xin thêm thời gian.\n")
        who.program.until(lambda: _WAITING in who.program.screen(), "it is held")
        who.give_back(self.returned, "Điểm này thuộc địa bàn phường bên cạnh.")
        _until_sent(who)
        who.leave()

    def reopened(self) -> Official:
        """Close the program with all that waits, let the centre serve again, open it anew."""
        self.stage.close_program(DESK)
        self.stage.centre.stop()  # where the view did not get so far
        self.stage.centre.start()
        return Official(self.stage.open_program(DESK))

    def _lose_an_answer(self, who: Official) -> None:
        codes = who.program.until(lambda: _in_hand(who), "reports in hand", official.SYNC_PATIENCE)
        self.report, self.returned = codes[-1], codes[-2]
        self.stage.centre.stop()
        who.until_offline()
        who.attach(self.returned, self._photo())
        who.extend(self.report, "Trời mưa liên tục, chưa thi công được.\n")
        with self.stage.centre.black_hole():
            who.note(codes[0], "Đã gọi tổ dân phố, chờ trả lời.")
            _open_window(who)
            who.program.until(lambda: _SENDING in _lines(who), "a command on its way", official.SYNC_PATIENCE)
        who.program.until(lambda: _UNKNOWN in _lines(who), "its answer is lost", official.SYNC_PATIENCE)

    def _until_it_needs_a_person(self, who: Official) -> None:
        """The colleague asks for another extension of the same report first, and it is taken."""
        self._overtake(who)
        who.sign_in(HANDLER)
        who.program.until(lambda: _NEEDS in who.program.screen(), _NEEDS, official.SYNC_PATIENCE)
        _open_window(who)

    def _photo(self) -> Path:
        """Make a picture to add: a plain one, that nobody's photo is used."""
        photo = self.stage.work / "hien-truong.png"
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(0xFF7F9F8F)
        image.save(str(photo))
        return photo

    def _write_behind(self, who: Official) -> None:
        """A note on the report that needs a person waits for that."""
        close(who, _WAITING_WORK)
        who.note(self.report, "Đã báo tổ dân phố việc xin gia hạn.")
        _open_window(who)
        who.program.choose(_UNSENT, "Ghi chú")
        who.program.until(lambda: _BEHIND in who.program.screen(), "why it waits")

    def _open(self, who: Official) -> None:
        """Discard the photo for good, and go to the report."""
        if who.program.shows(_FOR_GOOD):
            who.program.press(_FOR_GOOD)
            who.program.until_gone(_FOR_GOOD)
        who.open(self.report)

    def _compare(self, who: Official) -> None:
        who.program.press(_COMPARE)
        who.program.until(lambda: who.program.shows(_CHOICE), "both versions")

    def _take_theirs(self, who: Official) -> None:
        who.program.press(_THEIRS)
        who.program.until_gone(_CHOICE)


def _until_sent(who: Official) -> None:
    """Wait until nothing waits and the centre answers, by what the strip says."""
    who.program.until(
        lambda: who.program.shows(official.CONTACTS[1]) and _WAITING not in who.program.screen(),
        "everything is with the centre",
        official.SYNC_PATIENCE,
    )


def _in_hand(who: Official) -> list[str] | None:
    """A first sync brings them by and by; each is another's."""
    codes = who.codes(official.EVERYTHING, official.IN_PROGRESS, HUE)
    return codes if len(codes) >= _WANTED else None


def _choose_file(who: Official) -> None:
    """Choose the photo that nobody takes any more."""
    who.program.choose(_UNSENT, _GONE)
    who.program.until(lambda: who.program.shows(_DISCARD), "what may be done about it")


def _ask_to_discard(who: Official) -> None:
    who.program.press(_DISCARD)
    who.program.until(lambda: who.program.shows(_FOR_GOOD), "the question before it is gone for good")


def _open_window(who: Official) -> None:
    who.show_unsent()
    who.program.until(lambda: who.program.shows(_UNSENT), "the window of unsent work")


def _lines(who: Official) -> str:
    return "\n".join(who.program.rows_now(_UNSENT) or ())
