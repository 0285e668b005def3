"""The main window: which page is up, from enrolment over sign-in to an open desk.

Composition and the turns of a session: ``ways``, ``rooms`` and ``seat`` know the pages, ``beside`` what opens
over them. The desk exists only while somebody is signed in: a lock deletes it with its models at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.news import Locked, LockReason
from ui import shortcuts
from ui.language import Translated, translate
from ui.notices.alarm import AlarmBar
from ui.notices.watch import NoticeWatch
from ui.settings.preferences import Preferences
from ui.shell.beside import Beside
from ui.shell.geometry import Geometry
from ui.shell.idle import IdleWatch, minutes_for
from ui.shell.pages import Pages
from ui.shell.rooms import Rooms
from ui.shell.seat import DeskMaker, Seat
from ui.shell.status_strip import StatusStrip
from ui.shell.system_lock import SystemLock
from ui.shell.top_bar import TopBar
from ui.shell.ways import Ways

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.desk.desk import Desk
    from ui.tasks import Tasks

_SIZE = QSize(1280, 720)


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
        self._core, self._bridge, self._preferences = core, bridge, preferences
        self._geometry = Geometry(Path(core.home.root) / "windows.ini", "main")
        self._tray = False
        self._build(tasks, make_desk)
        self._idle = IdleWatch(self._idle_minutes, self)
        self._connect()
        self._hear_keys()
        self._geometry.restore(self, _SIZE)
        self._show_training()
        self.go_back()
        self.retranslate()

    def _build(self, tasks: Tasks, make_desk: DeskMaker) -> None:
        core, bridge = self._core, self._bridge
        self._bar = TopBar(self)
        self._strip = StatusStrip(core, bridge, self)
        self._pages = Pages(core, bridge, tasks, self._preferences, self)
        self._alarm = AlarmBar(self)
        self._notices = NoticeWatch(core, bridge, self)
        self._ways, self._rooms = Ways(core, self._pages), Rooms(core, bridge, tasks, self._pages)
        self._seat = Seat(core, bridge, self._pages, make_desk)
        self._system_lock = SystemLock(self)
        self._beside = Beside(self, self._pages, self._seat, self._ways, self._rooms, self._strip)
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
        self._connect_bar()
        self._rooms.list_asked.connect(self._seat.show_list)
        self._rooms.report_asked.connect(self._seat.show_report)
        self._rooms.notices_read.connect(self._notices.count)
        self._rooms.shift_asked.connect(self._rooms.open_shift)
        self._seat.desk_asked.connect(self.go_back)
        self._seat.approval_asked.connect(self._rooms.open_approval)
        self._notices.counted.connect(self._show_unread)
        self._notices.asked.connect(self._open_from_desktop)
        self._alarm.look_asked.connect(self._rooms.open_notices)
        self._strip.sync_asked.connect(self._beside.show_sync)
        self._strip.readers_asked.connect(self._ways.open_doctor)
        self._pages.sign_in.readers_asked.connect(self._ways.open_doctor)
        self._pages.back_asked.connect(self.go_back)
        self._pages.currentChanged.connect(self._place_alarm)
        self._pages.readers_asked.connect(self._ways.open_readers)
        self._pages.anchor_missing.connect(self._strip.show_missing_anchor)
        self._idle.idle.connect(self._lock_idle)
        self._system_lock.locked.connect(self._lock_with_computer)
        self._bridge.signed_in.connect(self._signed_in)
        self._bridge.locked.connect(self._locked)
        self._bridge.enrolled.connect(self._enrolled)
        self._bridge.opened.connect(self._opened)

    def _connect_bar(self) -> None:
        bar, ways, rooms = self._bar, self._ways, self._rooms
        bar.lock_asked.connect(self.lock)
        bar.sign_out_asked.connect(self.sign_out)
        bar.settings_asked.connect(ways.open_settings)
        bar.counter_asked.connect(ways.open_counter)
        bar.my_card_asked.connect(ways.open_my_card)
        bar.doctor_asked.connect(ways.open_doctor)
        bar.supervise_asked.connect(rooms.open_supervise)
        bar.approvals_asked.connect(rooms.open_approvals)
        bar.arranging_asked.connect(rooms.open_arranging)
        bar.templates_asked.connect(rooms.open_templates)
        bar.notices_asked.connect(rooms.open_notices)
        bar.hotline_asked.connect(rooms.open_hotline)
        bar.guide_asked.connect(self._beside.open_guide)
        bar.kiosk_asked.connect(self.kiosk_asked)
        bar.training_asked.connect(self.training_asked)

    def _hear_keys(self) -> None:
        shortcuts.connect(shortcuts.WINDOW, self)
        beside = shortcuts.connect(shortcuts.BESIDE, self, to=self._beside)
        beside["help"].setContext(Qt.ShortcutContext.ApplicationShortcut)  # from the windows over it, too
        shortcuts.connect(shortcuts.WAYS, self, to=self._ways)
        shortcuts.connect(shortcuts.ROOMS, self, to=self._rooms)

    # --- news ---------------------------------------------------------------------------------------

    @Slot(object)
    def _signed_in(self, _news: object) -> None:
        session = self._core.session
        if session is None:
            return
        self._rooms.drop()
        self._seat.take(session)
        self._bar.show_person(session.person.name, session.person.title)
        self._bar.show_counter(on=self._ways.may_receive)
        self._bar.show_hotline(on=self._rooms.may_take_calls)
        self._bar.show_leading(
            supervise=self._rooms.may_supervise,
            approvals=self._rooms.may_approve,
            templates=self._rooms.may_write_templates,
        )
        self._idle.begin()
        self._system_lock.listen()
        self.go_back()

    @Slot(object)
    def _locked(self, news: Locked) -> None:
        self._idle.end()
        self._beside.leave()
        self._rooms.drop()
        self._seat.vacate()
        self._bar.show_person("", "")
        self._bar.show_counter(on=False)
        self._bar.show_hotline(on=False)
        self._bar.show_leading(supervise=False, approvals=False, templates=False)
        self._pages.sign_in.explain(news.reason)
        self.go_back()

    @Slot(object)
    def _opened(self, _news: object) -> None:
        self._show_training()

    @Slot(object)
    def _enrolled(self, _news: object) -> None:
        self._show_training()
        self.go_back()

    @Slot(int, int)
    def _show_unread(self, unread: int, urgent: int) -> None:
        self._bar.show_notices(unread if self._core.session is not None else None)
        self._alarm.show_count(urgent)

    @Slot()
    def _open_from_desktop(self) -> None:
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        self._rooms.open_notices()

    @Slot()
    def _place_alarm(self) -> None:
        self._alarm.stand_back(back=self._seat.is_shown)

    # --- coming and going ---------------------------------------------------------------------------

    @Slot()
    def go_back(self) -> None:
        """Show the page that the state of things asks for."""
        desk = self._seat.desk
        if not self._core.is_enrolled:
            self._pages.setCurrentWidget(self._pages.enrolment)
        elif desk is None:
            self._pages.setCurrentWidget(self._pages.sign_in)
        elif not self._pages.only_intake():
            self._pages.setCurrentWidget(desk)
            desk.focus_list()

    @Slot()
    def open_kiosk(self) -> None:
        """Ask for the kiosk window."""
        self.kiosk_asked.emit()

    @Slot()
    def lock(self) -> None:
        """Lock the desk; the card may stay."""
        if self._core.session is not None:
            self._core.lock(LockReason.PERSON)

    @Slot()
    def sign_out(self) -> None:
        """End the session; unsent work is asked about first."""
        self._seat.sign_out()

    @Slot()
    def _lock_idle(self) -> None:
        if self._core.session is not None:
            self._core.lock(LockReason.IDLE)

    @Slot()
    def _lock_with_computer(self) -> None:
        if self._core.session is not None:
            self._core.lock(LockReason.COMPUTER)

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
        return self._seat.desk

    def retranslate(self) -> None:
        """Set the title; the pages set their own texts."""
        self.setWindowTitle(translate("Shell", "IOC Desk"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._geometry.keep(self)
        super().closeEvent(event)
        self.closed.emit()
