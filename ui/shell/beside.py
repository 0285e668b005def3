"""What opens over the window and changes no page: the guide, the palette, the state of the connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui import shortcuts

if TYPE_CHECKING:
    from ui.guide import Guide
    from ui.palette.palette import Palette
    from ui.shell.details import ConnectionDetails
    from ui.shell.pages import Pages
    from ui.shell.rooms import Rooms
    from ui.shell.seat import Seat
    from ui.shell.status_strip import StatusStrip
    from ui.shell.ways import Ways

_NOT_IN_PALETTE = frozenset({"palette"})
_WHEN_SIGNED_IN = frozenset({"lock", "arranging", "notices"})
_FOR_CLERKS = frozenset({"counter"})


class Beside(QObject):
    """Each is made when it is first asked for, and once."""

    def __init__(
        self, window: QWidget, pages: Pages, seat: Seat, ways: Ways, rooms: Rooms, strip: StatusStrip
    ) -> None:
        """``window`` hears ``shortcuts.WINDOW``."""
        super().__init__(window)
        self._window, self._pages, self._strip = window, pages, strip
        self._seat, self._ways, self._rooms = seat, ways, rooms
        self._guide: Guide | None = None
        self._palette: Palette | None = None
        self._details: ConnectionDetails | None = None

    def leave(self) -> None:
        """Put away what tells of a session that is over."""
        if self._details is not None:
            self._details.hide()
        if self._palette is not None:
            self._palette.leave()

    @Slot()
    def open_guide(self) -> None:
        """Open the guide, or bring it to the front, at the chapter of the window or page that is up.

        A window of its own without a chapter (a public screen) opens none.
        """
        from ui.guide import Guide

        chapter = self._chapter()
        if chapter is None:
            return
        if self._guide is None:
            self._guide = Guide(self._window)
        if chapter:
            self._guide.show_page(chapter)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def _chapter(self) -> str | None:
        """The chapter to open; empty for wherever the guide was, None for no guide at all."""
        above = QApplication.activeWindow()
        if above is None or above in (self._window, self._guide):
            return str(getattr(self._pages.currentWidget(), "guide_page", ""))
        chapter = getattr(above, "guide_page", None)
        return None if chapter is None else str(chapter)

    def open_guide_page(self, name: str) -> None:
        """Open the guide at one of its pages."""
        self.open_guide()
        if self._guide is not None:
            self._guide.show_page(name)

    @Slot()
    def open_palette(self) -> None:
        """Open the palette over what can be done on the page that is up."""
        from ui.palette.palette import Palette, find_nothing
        from ui.palette.window_entries import guide_entries, key_entries

        self._palette = self._palette or Palette(self._window)
        desk = self._seat.desk if self._seat.is_shown else None
        without = _NOT_IN_PALETTE if self._seat.desk else _NOT_IN_PALETTE | _WHEN_SIGNED_IN
        if not self._ways.may_receive:
            without |= _FOR_CLERKS
        entries = [
            *(desk.entries() if desk else ()),
            *key_entries(shortcuts.BESIDE, self, without=without),
            *key_entries(shortcuts.WAYS, self._ways, without=without),
            *key_entries(shortcuts.WINDOW, self._window, without=without),
            *key_entries(shortcuts.ROOMS, self._rooms, without=without | self._rooms.closed()),
            *guide_entries(self.open_guide_page),
        ]
        self._palette.open_with(entries, desk.find_reports if desk else find_nothing)

    @Slot()
    def show_sync(self) -> None:
        """Unfold the state of the connection."""
        from ui.shell.details import ConnectionDetails

        if self._details is None:
            self._details = ConnectionDetails(self._window)
            self._details.waiting_asked.connect(self._seat.show_waiting)
        signed_in = self._seat.desk is not None
        self._details.unfold(self._strip.status(), self._strip, can_show_waiting=signed_in)
