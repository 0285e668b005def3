"""One person at the program with keys alone; eyes are the agent's, which reads and never presses.

Only the card is put into its reader by another hand: that is no key on any keyboard.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from ui.tour.official import SIGN_IN_PATIENCE, SYNC_PATIENCE
from ui.tour.remote import NeverHappened

if TYPE_CHECKING:
    from tests.input_method.keyboard import Keyboard
    from ui.tour.official import Card
    from ui.tour.remote import Program

DESK, PALETTE, CHOICES = "Bàn xử lý phản ánh", "Bảng lệnh", "Những việc làm được lúc này"
_MOST_TABS = 15
_MOMENT = 0.5


class Official:
    """Signs in, opens reports, carries out commands, writes."""

    def __init__(self, program: Program, keyboard: Keyboard) -> None:
        self.program, self.keyboard = program, keyboard

    def enrol(self, url: str, code: str) -> None:
        """Type what the admin handed over."""
        self.keyboard.give_focus("IOC Desk")
        self._go_to("Địa chỉ trung tâm")
        self.keyboard.press("ctrl+a")
        self.keyboard.write_plain(url)
        self._go_to("Mã ghi danh")
        self.keyboard.write_plain(code)
        self.keyboard.press("Return")
        self.program.until_gone("Mã ghi danh", SIGN_IN_PATIENCE)

    def sign_in(self, card: Card) -> None:
        """Have the card put in, type its PIN."""
        self.program.press(f"Cắm vào đầu đọc: {card.label}")
        self.keyboard.give_focus("IOC Desk")
        self.program.until(lambda: self.program.focused() == "Mã PIN", "the PIN field has the focus")
        self.keyboard.write_plain(card.pin)
        self.keyboard.press("Return")
        self.program.until(lambda: self.program.shows(DESK), "the desk", SIGN_IN_PATIENCE)

    def until_filled(self) -> None:
        """Wait until the first sync is through and the day is shown."""
        self.program.until(self._is_filled, "the first sync is through", SYNC_PATIENCE)

    def _is_filled(self) -> bool:
        names = self.program.names()
        return "Đã kết nối" in names and any(name.startswith("Hôm nay, ") for name in names)

    def open(self, code: str) -> None:
        """Open a report by its code, through the palette."""
        self._palette(code, lambda row: code in row)
        self.program.until(
            lambda: self.program.shows("Phản ánh") and code in self.program.read("Phản ánh"), code
        )

    def carry_on(self) -> None:
        """Carry out the primary command."""
        self.keyboard.press("ctrl+Return")

    def command(self, name: str) -> None:
        """Carry out a command by writing its name into the palette, composing and all."""
        self._palette(name, lambda row: row.startswith(name))
        self.program.until(lambda: self.program.shows(f"Xác nhận: {name}"), f"the panel of {name}")

    def fill(self, field: str, text: str) -> None:
        """Go to a field by Tab and write."""
        self._go_to(field)
        self.keyboard.write(text)

    def step_back_to(self, field: str) -> None:
        """Go back one field, to the one whose name begins with ``field``."""
        before = self.program.focused()
        self.keyboard.press("shift+Tab")
        self.program.until(lambda: self.program.focused() != before, f"Shift+Tab leaves {before}")
        if not self.program.focused().startswith(field):
            raise AssertionError(f"Shift+Tab from {before} came to {self.program.focused()}")

    def choose(self, field: str, entry: str) -> None:
        """Go to a box by Tab and walk down to an entry."""
        self._go_to(field)
        self.keyboard.press("Home")
        for _ in range(_MOST_TABS):
            if self.program.read_focused().startswith(entry):
                return
            self.keyboard.press("Down")
        raise AssertionError(f"{field} has no {entry}")

    def finish(self, panel: str) -> None:
        """Confirm the panel and see it go."""
        self.keyboard.press("ctrl+Return")
        self.program.until_gone(panel)

    def _palette(self, text: str, wanted: object) -> None:
        self.keyboard.press("ctrl+k")
        self.program.until(lambda: self.program.focused() == PALETTE, "the palette has the focus")
        self.keyboard.write(text)
        self.program.until(lambda: self._first(wanted), f"{text} comes first in the palette")
        self.keyboard.press("Return")
        self.program.until_gone(PALETTE)

    def _first(self, wanted: object) -> bool:
        rows = self.program.rows_now(CHOICES) or []
        return bool(rows) and callable(wanted) and bool(wanted(rows[0]))

    def _go_to(self, field: str) -> None:
        self.program.until(lambda: self.program.shows(field), field)
        for _ in range(_MOST_TABS):
            if self.program.focused() == field:
                return
            self._tab()
        raise AssertionError(f"Tab never comes to {field}")

    def _tab(self) -> None:
        """Press Tab and give the focus a moment; within a date it only goes from the day to the month."""
        before = self.program.focused()
        self.keyboard.press("Tab")
        with contextlib.suppress(NeverHappened):
            self.program.until(lambda: self.program.focused() != before, f"Tab leaves {before}", _MOMENT)
