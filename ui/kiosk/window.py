"""The kiosk's screen: opens the check-in, shows what becomes of every card, scales with its height."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.news import CardLeft, TapFailed, TapReading, TapResult, TerminalStatus
from ui import shortcuts
from ui.kiosk.clock import KioskClock
from ui.kiosk.faces import Face, Sound, face_of, face_of_failure
from ui.kiosk.flash import Flash
from ui.kiosk.left_behind import LeftBehind
from ui.kiosk.officer_panel import Act, OfficerPanel
from ui.kiosk.results import Results
from ui.kiosk.sounds import Sounds
from ui.kiosk.state_line import KioskState, StateLine
from ui.kiosk.strip import KioskStrip
from ui.kiosk.wrong_direction import WrongDirection
from ui.language import Translated, translate
from ui.theme import KIOSK

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_LINES = 1080


class KioskWindow(Translated, QWidget):
    """Clock, state, answers, strip; ``readers`` None: those whose role is check-in."""

    def __init__(
        self, core: Core, bridge: Bridge, tasks: Tasks, readers: Sequence[str] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(KIOSK.ground))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._core, self._tasks, self._readers = core, tasks, readers
        self._closing = False
        self._sounds = Sounds(self)
        self._left = LeftBehind(self)
        self._build()
        self._hear(bridge)
        shortcuts.connect(shortcuts.KIOSK, self)
        self.retranslate()

    def _build(self) -> None:
        self._clock = KioskClock(self._core.clock.now, self)
        self._state, self._results = StateLine(self), Results(self)
        self._strip = KioskStrip("", self)
        self._wrong = WrongDirection(self)
        self._wrong.clicked.connect(self.wrong_direction)
        self._flash = Flash(self, above=self._strip)
        self._officer = OfficerPanel(self._core, self._tasks, self)
        self._officer.left.connect(self._leave)
        self._officer.grown.connect(self._place_officer)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._results, 12)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # The parts' sizes follow the window's, so they must not keep it from getting smaller.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addStretch(1)
        layout.addWidget(self._clock)
        layout.addStretch(1)
        layout.addWidget(self._state)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addWidget(self._wrong, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.addWidget(self._strip)

    def _hear(self, bridge: Bridge) -> None:
        bridge.tap_reading.connect(self._reading)
        bridge.tap_result.connect(self._result)
        bridge.tap_failed.connect(self._failed)
        bridge.card_left.connect(self._card_left)
        bridge.terminal_status.connect(self._status_changed)
        bridge.card_event.connect(self._readers_changed)
        bridge.enrolled.connect(self._readers_changed)
        self._left.reminded.connect(self._remind)

    # --- opening and closing ------------------------------------------------------------------------

    def open(self, *, full_screen: bool) -> None:
        """Show the kiosk and record taps from now on."""
        self._core.check_in.open(self._readers)
        self._readers_changed(None)
        if full_screen:
            self.showFullScreen()
        else:
            self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record no more taps; out of full screen only a site admin's card leads."""
        if self.isFullScreen() and not self._closing and self._core.is_enrolled:
            event.ignore()
            self._ask(Act.LEAVE)
            return
        self._core.check_in.close()
        super().closeEvent(event)

    def end(self) -> None:
        """Close for good: the program ends, or who may has said so."""
        self._closing = True
        self.close()
        self._closing = False

    @Slot()
    def toggle_full_screen(self) -> None:
        """Enter full screen, or ask who wants to leave it."""
        if not self.isFullScreen():
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        elif self._core.is_enrolled:
            self._ask(Act.LEAVE)
        else:
            self._leave()

    @Slot()
    def supervised_entry(self) -> None:
        """Let a supervisor enter somebody whose card cannot."""
        if self._core.is_enrolled:
            self._ask(Act.ENTER)

    def _ask(self, act: Act) -> None:
        self._wrong.withdraw()  # the panel lies over it
        self._officer.open_for(act)
        self._place_officer()

    @Slot()
    def _place_officer(self) -> None:
        """In the middle, over the line of state: the clock goes on above it, the strip says on below it."""
        if (layout := self.layout()) is not None:
            layout.activate()  # the clock has its place before the panel is given one under it
        foot = self.height() - self._strip.height()
        self._officer.fit(foot - self._clock.geometry().bottom() - 1)
        top = max(0, min(self._state.y(), foot - self._officer.height()))
        self._officer.move((self.width() - self._officer.width()) // 2, top)

    @Slot()
    def _leave(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    # --- what becomes of cards ----------------------------------------------------------------------

    @Slot(object)
    def _reading(self, _news: TapReading) -> None:
        self._state.reading()

    @Slot(object)
    def _result(self, tap: TapResult) -> None:
        self._state.rest()
        self._answer(face_of(tap))
        self._left.answered(tap.reader)
        self._wrong.offer(tap)

    @Slot(object)
    def _failed(self, failure: TapFailed) -> None:
        self._state.rest()
        self._answer(face_of_failure(failure, self._core.clock.now()))
        self._left.answered(failure.reader)

    def _answer(self, face: Face) -> None:
        self._results.add(face)
        self._flash.show_colour(face.colour)
        self._play(face.sound)

    def _play(self, sound: Sound) -> None:
        if self._core.settings.sounds:
            self._sounds.play(sound)

    @Slot(object)
    def _card_left(self, news: CardLeft) -> None:
        self._left.taken(news.reader)
        if self._state.state() in {KioskState.TAKE_CARD, KioskState.READING, KioskState.HOLD}:
            self._state.rest()

    @Slot(str)
    def _remind(self, _reader: str) -> None:
        self._state.say_for_a_while(KioskState.TAKE_CARD)
        self._play(Sound.ATTENTION)

    @Slot()
    def wrong_direction(self) -> None:
        """Annotate the last tap with the other direction; the tap itself stays as it is."""
        turned = self._wrong.take()
        if turned is None:
            return
        self._core.check_in.change_direction(*turned)
        self._state.say_for_a_while(KioskState.NOTED)

    # --- the state of the terminal ------------------------------------------------------------------

    @Slot(object)
    def _status_changed(self, status: TerminalStatus) -> None:
        self._strip.show_status(status)

    @Slot(object)
    def _readers_changed(self, _event: object) -> None:
        enrolment = self._core.enrolment
        self._strip.show_terminal(enrolment.terminal_id if enrolment else "")
        self._state.show_lane(enrolment.lane if enrolment else None)
        workplace = self._core.workplace
        self._strip.show_fault(fault=workplace is not None and workplace.journal_fault is not None)
        if enrolment is None:
            self._state.rest_at(KioskState.NOT_ENROLLED)
        elif self._own_readers():
            self._state.rest_at(KioskState.READY)
        elif self._core.card_service.lost is not None:
            self._state.rest_at(KioskState.NO_SERVICE)
        else:
            self._state.rest_at(KioskState.NO_READER)

    def _own_readers(self) -> list[str]:
        names = [reader.name for reader in self._core.readers.readers()]
        if self._readers is not None:
            return [name for name in names if name in self._readers]
        roles = self._core.settings.reader_roles
        return [name for name in names if roles.get(name) == "attendance"]

    # --- showing ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale all parts with the height."""
        super().resizeEvent(event)
        unit = min(self.height() / _LINES, self.width() / (_LINES * 1.4))
        for part in (self._clock, self._state, self._results, self._wrong, self._strip):
            part.set_unit(unit)
        self._place_officer()

    def retranslate(self) -> None:
        """Set the texts of the window itself."""
        self.setWindowTitle(translate("Kiosk", "Check-in kiosk"))
