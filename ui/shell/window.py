"""The main window: which page is up, from enrolment over sign-in to an open desk.

Knows the ways between pages and nothing of what is on them. The desk exists only while somebody is
signed in: a lock deletes it with its models at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.news import Locked, LockReason
from ui.language import Translated, translate
from ui.notices.alarm import AlarmBar
from ui.notices.watch import NoticeWatch
from ui.settings.preferences import Preferences
from ui.shell import shortcuts
from ui.shell.geometry import Geometry
from ui.shell.idle import IdleWatch, minutes_for
from ui.shell.pages import Pages
from ui.shell.rooms import Rooms
from ui.shell.status_strip import StatusStrip
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from desktop_app.store.saved_filters import SavedFilter
    from ui.bridge import Bridge
    from ui.palette.palette import Palette
    from ui.reports.desk import Desk
    from ui.shell.details import ConnectionDetails
    from ui.shell.guide import Guide
    from ui.shell.leaving import LeavingPage
    from ui.tasks import Tasks

DeskMaker = Callable[["Session", "Core", "Bridge", QWidget], "Desk"]
_SIZE = QSize(1280, 720)
_NOT_IN_PALETTE = frozenset({"palette"})
_WHEN_SIGNED_IN = frozenset({"lock", "arranging", "notices"})
_FOR_CLERKS = frozenset({"counter"})


class MainWindow(Translated, QMainWindow):
    """Bar, pages, strip. ``make_desk`` builds the desk of a session."""

    kiosk_asked = Signal()
    training_asked = Signal()
    closed = Signal()

    def __init__(
        self, core: Core, bridge: Bridge, tasks: Tasks, preferences: Preferences, make_desk: DeskMaker
    ) -> None:
        super().__init__()
        self.setObjectName("main")
        self._core, self._bridge, self._make_desk = core, bridge, make_desk
        self._tasks = tasks
        self._preferences = preferences
        self._geometry = Geometry(Path(core.home.root) / "windows.ini", "main")
        self._desk: Desk | None = None
        self._leaving: LeavingPage | None = None
        self._details: ConnectionDetails | None = None
        self._guide: Guide | None = None
        self._palette: Palette | None = None
        self._tray = False
        self._build(tasks)
        self._idle = IdleWatch(self._idle_minutes, self)
        self._connect()
        shortcuts.connect(shortcuts.WINDOW, self)
        shortcuts.connect(shortcuts.ROOMS, self, to=self._rooms)
        self._geometry.restore(self, _SIZE)
        self._show_training()
        self.go_back()
        self.retranslate()

    def _build(self, tasks: Tasks) -> None:
        self._bar = TopBar(self)
        self._strip = StatusStrip(self._core, self._bridge, self)
        self._pages = Pages(self._core, self._bridge, tasks, self._preferences, self)
        self._alarm = AlarmBar(self)
        self._notices = NoticeWatch(self._core, self._bridge, self)
        self._rooms = Rooms(self._core, self._bridge, tasks, self._pages)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._alarm)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._strip)
        self.setCentralWidget(middle)

    # --- connections --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._bar.lock_asked.connect(self.lock)
        self._bar.sign_out_asked.connect(self.sign_out)
        self._bar.settings_asked.connect(self.open_settings)
        self._bar.counter_asked.connect(self.open_counter)
        self._bar.supervise_asked.connect(self._rooms.open_supervise)
        self._bar.approvals_asked.connect(self._rooms.open_approvals)
        self._bar.arranging_asked.connect(self._rooms.open_arranging)
        self._rooms.list_asked.connect(self._show_list)
        self._rooms.report_asked.connect(self._show_report)
        self._rooms.notices_read.connect(self._notices.count)
        self._notices.counted.connect(self._show_unread)
        self._notices.asked.connect(self._open_from_desktop)
        self._alarm.look_asked.connect(self._rooms.open_notices)
        self._bar.notices_asked.connect(self._rooms.open_notices)
        self._rooms.shift_asked.connect(self._rooms.open_shift)
        self._bar.hotline_asked.connect(self._rooms.open_hotline)
        self._bar.my_card_asked.connect(self.open_my_card)
        self._bar.doctor_asked.connect(self.open_doctor)
        self._bar.guide_asked.connect(self.open_guide)
        self._bar.kiosk_asked.connect(self.kiosk_asked)
        self._bar.training_asked.connect(self.training_asked)
        self._strip.sync_asked.connect(self.show_sync)
        self._strip.readers_asked.connect(self.open_doctor)
        self._pages.sign_in.readers_asked.connect(self.open_doctor)
        self._pages.back_asked.connect(self.go_back)
        self._pages.currentChanged.connect(self._place_alarm)
        self._pages.readers_asked.connect(self.open_readers)
        self._pages.anchor_missing.connect(self._strip.show_missing_anchor)
        self._idle.idle.connect(self._lock_idle)
        self._bridge.signed_in.connect(self._signed_in)
        self._bridge.locked.connect(self._locked)
        self._bridge.enrolled.connect(self._enrolled)
        self._bridge.opened.connect(self._opened)

    # --- news ---------------------------------------------------------------------------------------

    @Slot(object)
    def _signed_in(self, _news: object) -> None:
        session = self._core.session
        if session is None:
            return
        self._drop_desk()
        self._desk = self._make_desk(session, self._core, self._bridge, self)
        self._pages.addWidget(self._desk)
        self._bar.show_person(session.person.name, session.person.title)
        self._bar.show_counter(on=self._may_receive())
        self._bar.show_hotline(on=self._rooms.may_take_calls)
        self._bar.show_leading(supervise=self._rooms.may_supervise, approvals=self._rooms.may_approve)
        self._idle.begin()
        self.go_back()

    @Slot(object)
    def _locked(self, news: Locked) -> None:
        self._idle.end()
        if self._details is not None:
            self._details.hide()
        if self._palette is not None:
            self._palette.leave()
        self._drop_leaving()
        self._drop_desk()
        self._bar.show_person("", "")
        self._bar.show_counter(on=False)
        self._bar.show_hotline(on=False)
        self._bar.show_leading(supervise=False, approvals=False)
        self._pages.sign_in.explain(news.reason)
        self.go_back()

    @Slot(object)
    def _opened(self, _news: object) -> None:
        self._show_training()

    @Slot(object)
    def _enrolled(self, _news: object) -> None:
        self._show_training()
        self.go_back()

    def _drop_desk(self) -> None:
        self._rooms.drop()
        if self._desk is not None:
            self._pages.drop(self._desk)
            self._desk = None

    # --- ways ---------------------------------------------------------------------------------------

    @Slot()
    def go_back(self) -> None:
        """Show the page that the state of things asks for."""
        if not self._core.is_enrolled:
            self._pages.setCurrentWidget(self._pages.enrolment)
        elif self._desk is None:
            self._pages.setCurrentWidget(self._pages.sign_in)
        elif not self._pages.only_intake():
            self._pages.setCurrentWidget(self._desk)
            self._desk.focus_list()

    @Slot()
    def open_settings(self) -> None:
        """Show the settings."""
        if self._pages.only_intake():
            return
        self._pages.setCurrentWidget(self._pages.settings)
        self._pages.settings.take_focus()

    @Slot()
    def open_readers(self) -> None:
        """Show the settings of the readers."""
        self.open_settings()
        self._pages.settings.show_readers()

    @Slot()
    def open_doctor(self) -> None:
        """Show the card doctor, which examines at once."""
        if self._pages.only_intake():
            return
        self._pages.setCurrentWidget(self._pages.doctor)
        self._pages.doctor.take_focus()

    @Slot()
    def open_my_card(self) -> None:
        """Show the card that lies in a reader."""
        if self._pages.only_intake():
            return
        self._pages.setCurrentWidget(self._pages.my_card)
        self._pages.my_card.take_focus()

    @Slot()
    def open_counter(self) -> None:
        """Show the counter to those who may receive citizens."""
        if self._may_receive():
            self._pages.setCurrentWidget(self._pages.counter)
            self._pages.counter.take_focus()

    @Slot()
    def _open_from_desktop(self) -> None:
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        self._rooms.open_notices()

    @Slot(int, int)
    def _show_unread(self, unread: int, urgent: int) -> None:
        self._bar.show_notices(unread if self._core.session is not None else None)
        self._alarm.show_count(urgent)

    @Slot()
    def _place_alarm(self) -> None:
        self._alarm.stand_back(back=self._desk is not None and self._pages.currentWidget() is self._desk)

    @Slot(str)
    def _show_report(self, report_id: str) -> None:
        if self._desk is not None and not self._pages.only_intake():
            self.go_back()
            self._desk.open_report(report_id)

    @Slot(object)
    def _show_list(self, listed: SavedFilter) -> None:
        if self._desk is not None and not self._pages.only_intake():
            self.go_back()
            self._desk.show_list(listed)

    def _may_receive(self) -> bool:
        from desktop_app.domain.rights import may_receive

        session = self._core.session
        return session is not None and may_receive(session.person.actor)

    @Slot()
    def open_guide(self) -> None:
        """Open the guide beside the window, or bring it to the front; at the page's own chapter, if any."""
        from ui.shell.guide import Guide

        if self._guide is None:
            self._guide = Guide(self)
        chapter = getattr(self._pages.currentWidget(), "guide_page", "")
        if chapter:
            self._guide.show_page(chapter)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

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

        self._palette = self._palette or Palette(self)
        desk = self._desk if self._pages.currentWidget() is self._desk else None
        without = _NOT_IN_PALETTE if self._desk else _NOT_IN_PALETTE | _WHEN_SIGNED_IN
        if not self._may_receive():
            without |= _FOR_CLERKS
        entries = [
            *(desk.entries() if desk else ()),
            *key_entries(shortcuts.WINDOW, self, without=without),
            *key_entries(shortcuts.ROOMS, self._rooms, without=self._rooms.closed()),
            *guide_entries(self.open_guide_page),
        ]
        self._palette.open_with(entries, desk.find_reports if desk else find_nothing)

    @Slot()
    def open_kiosk(self) -> None:
        """Ask for the kiosk window."""
        self.kiosk_asked.emit()

    @Slot()
    def show_sync(self) -> None:
        """Unfold the state of the connection."""
        from ui.shell.details import ConnectionDetails

        if self._details is None:
            self._details = ConnectionDetails(self)
            self._details.waiting_asked.connect(self._show_waiting)
        signed_in = self._desk is not None
        self._details.unfold(self._strip.status(), self._strip, can_show_waiting=signed_in)

    @Slot()
    def _show_waiting(self) -> None:
        if self._desk is not None and not self._pages.only_intake():
            self.go_back()
            self._desk.open_sync_window()

    @Slot()
    def lock(self) -> None:
        """Lock the desk; the card may stay."""
        if self._core.session is not None:
            self._core.lock(LockReason.PERSON)

    @Slot()
    def sign_out(self) -> None:
        """End the session; unsent work is asked about first."""
        session = self._core.session
        if session is None:
            return
        if not any(session.store.outbox.counts()):
            self._core.sign_out()
            return
        self._ask_what_becomes_of_unsent_work(session)

    def _ask_what_becomes_of_unsent_work(self, session: Session) -> None:
        from ui.shell.leaving import LeavingPage

        self._drop_leaving()
        self._leaving = LeavingPage(self._core, session, self._bridge, self)
        self._leaving.back_asked.connect(self._stay)
        self._pages.addWidget(self._leaving)
        self._pages.setCurrentWidget(self._leaving)
        self._leaving.take_focus()

    @Slot()
    def _stay(self) -> None:
        self._drop_leaving()
        self.go_back()

    def _drop_leaving(self) -> None:
        if self._leaving is not None:
            self._pages.drop(self._leaving)
            self._leaving = None

    @Slot()
    def _lock_idle(self) -> None:
        if self._core.session is not None:
            self._core.lock(LockReason.IDLE)

    def _idle_minutes(self) -> int:
        return minutes_for(self._core.session, self._preferences.current().idle_minutes)

    # --- showing ------------------------------------------------------------------------------------

    def offer_training(self) -> None:
        """Show the way to the training tray."""
        self._tray = True
        self._show_training()

    def _show_training(self) -> None:
        enrolment = self._core.enrolment
        self._bar.show_training(bool(enrolment and enrolment.bundle.sandbox), tray=self._tray)

    def desk(self) -> Desk | None:
        """Return the desk while somebody is signed in."""
        return self._desk

    def retranslate(self) -> None:
        """Set the title; the pages set their own texts."""
        self.setWindowTitle(translate("Shell", "IOC Desk"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._geometry.keep(self)
        super().closeEvent(event)
        self.closed.emit()
