"""The kiosk: in, repeated, out, offline, and a receipt for every tap."""

from __future__ import annotations

import time

from ui.tour.notes import CLERK, HANDLER, Act, Notes, Observed, Step
from ui.tour.official import Card

REPEAT_SECONDS = 31.0


class Kiosk(Act):
    """The kiosk: in, repeated, out, offline, and a receipt for every tap."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes)
        self.tapped = 0.0

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("kiosk: in", self.tap_in),
            ("kiosk: repeated", self.tap_repeated),
            ("kiosk: out", self.tap_out),
            ("kiosk: offline", self.tap_offline),
            ("receipts for every tap", self.receipts),
        ]

    def tap_in(self, seen: Observed) -> None:
        """The first tap of the day."""
        self.notes.an.leave()
        self.notes.an.program.press("Mở máy chấm công")
        seen["said"] = self._tap(HANDLER, "VÀO")
        self.tapped = time.monotonic()  # the latest that it can have been

    def tap_repeated(self, seen: Observed) -> None:
        """The same card at once is the same tap."""
        seen["said"] = self._tap(HANDLER, "ĐÃ GHI")

    def tap_out(self, seen: Observed) -> None:
        """Past the window it is the other direction."""
        time.sleep(max(0.0, REPEAT_SECONDS - (time.monotonic() - self.tapped)))
        seen["said"] = self._tap(HANDLER, "RA")

    def tap_offline(self, seen: Observed) -> None:
        """With the server away a tap is as quick and as good."""
        self.notes.stage.centre.stop()
        seen["said"] = self._tap(CLERK, "VÀO")

    def receipts(self, seen: Observed) -> None:
        """Once the server is back the kiosk's strip says that no tap waits for its receipt."""
        self.notes.stage.centre.start()
        self.notes.an.program.until(self._all_receipted, "all taps receipted", 120)
        seen["strip"] = "no tap waits"
        self.notes.an.program.press("Mở bàn làm việc")

    def _all_receipted(self) -> bool:
        screen = self.notes.an.program.screen()
        return "đã kết nối" in screen and "chờ gửi:" not in screen

    def _tap(self, card: Card, word: str) -> str:
        self.notes.an.program.press(f"Chạm ở kiosk: {card.label}")
        return str(self.notes.an.program.until(lambda: self._answer(word), f"the kiosk says {word}"))

    def _answer(self, word: str) -> str | None:
        return next((name for name in self.notes.an.program.names() if name.startswith(word)), None)
