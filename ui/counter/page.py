"""The counter: a visit from the first scan to *Next citizen*, everything dropped at its end."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardio.cccd.dg13 import Field as ChipField
from cardio.cccd.provenance import Source
from cardio.emrtd.dg2 import Face
from cardio.errors import CardError
from cardio.readers import ReaderState
from desktop_app.domain.deadlines import ZONE
from desktop_app.reception.counter import Counter
from desktop_app.reception.hand_over import POLICY, HandOver
from desktop_app.reception.intake import Entry
from desktop_app.reception.reader_choice import citizen_reader
from desktop_app.reception.view import View
from ui import shortcuts
from ui.counter import texts
from ui.counter.identity_panel import IdentityPanel
from ui.counter.intake_panel import IntakePanel
from ui.counter.lending_panel import LendingPanel
from ui.counter.reader_panel import ReaderPanel
from ui.counter.relay import ViewRelay
from ui.counter.serial_scanner import SerialScanner
from ui.counter.verdict_panel import VerdictPanel
from ui.language import translate
from ui.theme import SPACING, current
from ui.theme.tokens import TYPE
from ui.widgets.side_page import SidePage, say
from ui.widgets.state_pane import StatePane

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_log = logging.getLogger(__name__)
_LEFT = 320
_LOOK_MS = 5_000
_VERDICT = 296
_THREE_COLUMNS, _IN_THE_HEAD = 1180, 1040
"""From these widths on the verdict stands beside the identity, or within it beside the name; else beneath."""


class CounterPage(SidePage):
    """Entry and reader at the left, the citizen at the right."""

    anchor_missing = Signal(bool)
    """Whether nothing here vouches for citizen cards; looked up whenever the page comes up."""

    guide_page: ClassVar[str] = "47-counter"
    widest: ClassVar[int] = 1336

    def __init__(self, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("counter", parent)
        self._core, self._tasks = core, tasks
        self.hand_over = HandOver(core.guard, core.bus, core.lock)
        self._view = View()
        self._decoded: Face | None = None
        self._relay = ViewRelay(self)
        self._relay.changed.connect(self.show_view)
        self.counter = Counter(
            core.readers,
            core.bus,
            self._citizen_reader,
            lambda: core.document_anchors,
            self._today,
            self._relay.show,
        )
        self.destroyed.connect(self.counter.close)
        self._scanner = SerialScanner(self)
        self._scanner.scanned.connect(self._scanned)
        self._minute = QTimer(self)
        self._minute.setInterval(_LOOK_MS)
        self._minute.timeout.connect(self._count_down)
        self._minute.start()
        self._build()
        bridge.locked.connect(self._locked)
        shortcuts.connect(shortcuts.COUNTER, self)
        self.retranslate()
        self.show_view(self.counter.view())

    def _build(self) -> None:
        self._lend = self.add_action("lend")
        self._lend.clicked.connect(self.lend_reader)
        self._lending = LendingPanel(self._reopen, self)
        self._next = self.add_action("next")
        self._next.clicked.connect(self.next_citizen)
        self._intake = IntakePanel(self._today, self)
        self._intake.entered.connect(self._entered)
        self._reader = ReaderPanel(self)
        self._reader.again_asked.connect(self.counter.read_again)
        self._identity = IdentityPanel(self)
        self._identity.private_asked.connect(self._show_private)
        self._verdict = VerdictPanel(self)
        self._empty = StatePane("counter.state", self)
        left = QVBoxLayout()
        left.setSpacing(SPACING.normal)
        left.addWidget(self._intake)
        left.addWidget(self._reader)
        left.addStretch()
        middle = QVBoxLayout()
        middle.setSpacing(SPACING.normal)
        self._beneath, self._beside = QVBoxLayout(), QVBoxLayout()
        for widget in (self._empty, self._identity):
            middle.addWidget(widget)
        middle.addLayout(self._beneath)
        middle.addStretch()
        self._beneath.addWidget(self._verdict)
        self._beside.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(SPACING.normal)
        columns.addLayout(left)
        columns.addLayout(middle, 1)
        columns.addLayout(self._beside)
        self.column.addWidget(self._lending)
        self.column.addLayout(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the verdict where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Widths grow with the text; the verdict is seen with the identity where there is room."""
        scale = current().type.base / TYPE.base
        for part in (self._intake, self._reader):
            part.setFixedWidth(round(_LEFT * scale))
        home = self._beneath
        if self.width() >= _IN_THE_HEAD * scale:
            home = self._beside if self.width() >= _THREE_COLUMNS * scale else self._identity.beside
        for other in (self._beside, self._identity.beside, self._beneath):
            if other is not home:
                other.removeWidget(self._verdict)
        if home.indexOf(self._verdict) < 0:
            home.insertWidget(0, self._verdict)
        least, most = (0, self.widest) if home is self._beneath else (round(_VERDICT * scale),) * 2
        self._verdict.setMinimumWidth(least)
        self._verdict.setMaximumWidth(most)

    # --- what the core asks -------------------------------------------------------------------------

    def _citizen_reader(self) -> ReaderState | None:
        session, lent = self._core.session, self.hand_over.reader
        roles = self._core.settings.reader_roles
        if lent is not None:
            return citizen_reader(self._core.readers.readers(), {**roles, lent: "citizen"}, None)
        return citizen_reader(self._core.readers.readers(), roles, session.reader if session else None)

    def _may_lend(self) -> bool:
        """Whether the clerk's reader is the only one there is, and the policy allows to lend it."""
        session, workplace = self._core.session, self._core.workplace
        allowed = workplace is not None and workplace.enrolment.bundle.allows(POLICY)
        return allowed and session is not None and not session.contactless and self._citizen_reader() is None

    def _today(self) -> date:
        return self._core.clock.now().astimezone(ZONE).date()

    # --- what the clerk does ------------------------------------------------------------------------

    def view(self) -> View:
        """Return what is shown."""
        return self._view

    def scan(self, text: str, source: Source) -> None:
        """Take what a scanner sent."""
        self._intake.take(text, source)

    @Slot(object)
    def _entered(self, entry: Entry) -> None:
        self.counter.enter(entry)

    @Slot(str)
    def _scanned(self, line: str) -> None:
        if self.isVisible():
            self.scan(line, Source.SERIAL_SCANNER)

    @Slot()
    def next_citizen(self) -> None:
        """End the visit and be ready for the next one."""
        self._forget()
        self.counter.clear()
        self._intake.take_focus()

    @Slot()
    def read_again(self) -> None:
        """Read the document once more."""
        if self._view.can_read:
            self.counter.read_again()

    # --- one reader for two -------------------------------------------------------------------------

    @Slot()
    def lend_reader(self) -> None:
        """Let a citizen's card into the clerk's reader, for a while; only intake works meanwhile."""
        session = self._core.session
        if session is not None and self._may_lend():
            self.hand_over.begin(session.reader)
            self.show_view(self.counter.view())
            self._intake.take_focus()

    @Slot()
    def _count_down(self) -> None:
        self._lending.show_minutes(self.hand_over.minutes_left)

    def _reopen(self, pin: bytearray) -> None:
        """Have the card in the reader sign in again; the PIN is wiped by who receives it."""
        reader = self.hand_over.reader
        if reader is None:
            pin[:] = bytes(len(pin))
            return
        self._lending.wait()
        self._tasks.watch(self._core.sign_in.begin(reader, pin), self._reopened, self._not_reopened)

    @Slot(object)
    def _reopened(self, _session: object) -> None:
        self.hand_over.end()
        self.show_view(self.counter.view())

    @Slot(object)
    def _not_reopened(self, error: Exception) -> None:
        self._lending.refuse(error)

    @Slot(object)
    def _show_private(self, wanted: ChipField) -> None:
        try:
            text = self.counter.private_text(wanted)
        except CardError:
            text = texts.unreadable((13,))
        self._identity.show_private(wanted, text or translate("Counter", "not in the chip"))

    @Slot(object)
    def _locked(self, _news: object) -> None:
        self._forget()
        self.show_view(View())

    def _forget(self) -> None:
        self._decoded = None
        self._intake.clear()
        self._identity.forget_private()

    # --- showing ------------------------------------------------------------------------------------

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Show the visit; what comes late never takes the keyboard from the clerk."""
        self._view = view
        self._lend.setVisible(self._may_lend())
        self._lending.show_minutes(self.hand_over.minutes_left)
        self._reader.show_view(view)
        self._identity.show_view(view)
        self._verdict.show_view(view)
        self._empty.setVisible(not view.lines)
        self._next.setEnabled(not view.empty or view.problem is not None)
        if view.face is not None and view.face is not self._decoded:
            self._decode(view.face)

    def _decode(self, face: Face) -> None:
        self._decoded = face

        def work() -> QImage:
            from ui.counter.picture import decode  # the library of pictures: no start waits for it

            return decode(face)

        self._tasks.run(work, self._picture_came, self._picture_refused)

    @Slot(object)
    def _picture_came(self, picture: QImage) -> None:
        if self._view.face is not None and self._view.face is self._decoded:
            self._identity.show_picture(picture)

    @Slot(object)
    def _picture_refused(self, _error: Exception) -> None:
        if self._view.face is not None and self._view.face is self._decoded:
            self._verdict.picture_refused()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to the scanner, and let the next scan land in the field."""
        super().showEvent(event)
        self._scanner.listen(self._core.settings.scanner_port)
        self.show_view(self.counter.view())
        self._tasks.run(self._lacks_anchor, self._tell_of_anchor, _unanswered)

    @Slot(bool)
    def _tell_of_anchor(self, missing: bool) -> None:
        self.anchor_missing.emit(missing)

    def _lacks_anchor(self) -> bool:
        from cardio.trust.csca import DocumentKind  # the ASN.1 library, off the main thread

        anchors = self._core.document_anchors.anchors
        return not any(DocumentKind.IDENTITY_CARD in anchor.kinds for anchor in anchors)

    def take_focus(self) -> None:
        """Put the keyboard where scans land."""
        self._intake.take_focus()

    def leave(self) -> None:
        """Let the scanner's port go and hear no more of the readers; before the page is deleted."""
        self._minute.stop()
        self._scanner.close()
        self.hand_over.close()
        self.counter.close()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        super().retranslate()
        self.heading.setText(translate("Counter", "Counter"))
        say(self._lend, translate("Counter", "Lend the reader"))
        keys = {key.name: key for key in shortcuts.COUNTER}
        words = translate("Counter", "Next citizen")
        self._next.setText(shortcuts.with_key(words, keys["next"]))
        self._next.setAccessibleName(words)
        self._empty.say(
            translate("Counter", "No citizen yet"),
            translate(
                "Counter",
                "Scan the code on the citizen card, or type what stands on it. Lay the card on the reader: "
                "name and address come first, photo and verdict after.",
            ),
        )


def _unanswered(error: Exception) -> None:
    """A store that does not open says so elsewhere."""
    _log.info("anchors not looked up: %s", type(error).__name__)
