"""The card doctor's page: examines when it comes up and when a reader or card changes; copies, shows a QR."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop_app import release
from desktop_app.doctor.document import WORKSTATION_LENGTH, codes_line
from desktop_app.doctor.examination import examine
from desktop_app.doctor.finding import Finding
from ui.doctor import texts
from ui.doctor.finding_row import FindingRow
from ui.language import translate
from ui.theme import SPACING
from ui.widgets.qr_code import QrCode
from ui.widgets.side_page import SidePage, say
from ui.widgets.wrapped_text import WrappedText
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_SETTLE_MS = 600
"""A reader tells of a card in several steps; the last of them is the one to examine."""


class DoctorPage(SidePage):
    """``readers_asked`` when the person wants to say what a reader is used for."""

    guide_page: ClassVar[str] = "45-cards"

    readers_asked = Signal()

    widest = 1120

    def __init__(self, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("doctor", parent)
        self._core, self._tasks = core, tasks
        self._findings: list[Finding] = []
        self._at: datetime | None = None
        self._busy = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SETTLE_MS)
        self._again.timeout.connect(self.examine)
        self._build()
        bridge.card_event.connect(self._card_event)
        self.retranslate()

    def _build(self) -> None:
        self._examine = self.add_action("examine")
        self._copy = self.add_action("copy")
        self._show_qr = self.add_action("qr")
        self._settings = self.add_action("readers")
        self._settings.setProperty("kind", "quiet")
        self._examine.clicked.connect(self.examine)
        self._copy.clicked.connect(self.copy)
        self._show_qr.setCheckable(True)
        self._show_qr.toggled.connect(self._toggle_qr)
        self._settings.clicked.connect(self.readers_asked)
        self._summary = QLabel(self)
        self._summary.setObjectName("doctor.summary")
        self._summary.setProperty("role", "heading")
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._list = QFrame(self)
        self._list.setProperty("role", "card")
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, SPACING.tight, 0, SPACING.tight)
        self._rows.setSpacing(0)
        self._build_qr()
        for part in (self._summary, self._progress, self._qr_panel, self._list):
            self.column.addWidget(part)

    def _build_qr(self) -> None:
        self._qr_panel = QFrame(self)
        self._qr_panel.setObjectName("doctor.qrPanel")
        self._qr_panel.setProperty("role", "card")
        self._qr = QrCode("doctor.qrCode", self._qr_panel)
        self._qr_text = WrappedText("", self._qr_panel)
        layout = QHBoxLayout(self._qr_panel)
        layout.setContentsMargins(*(SPACING.normal,) * 4)
        layout.setSpacing(SPACING.wide)
        layout.addWidget(self._qr)
        layout.addWidget(self._qr_text, 1)
        self._qr_panel.hide()

    # --- examining ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Examine whenever the page comes up."""
        super().showEvent(event)
        self.examine()

    @Slot(object)
    def _card_event(self, _event: object) -> None:
        if self.isVisible():
            self._again.start()

    @Slot()
    def examine(self) -> None:
        """Begin an examination, unless one is under way: then another follows it."""
        if self._busy:
            self._again.start()
            return
        self._busy = True
        self._say()
        self._tasks.run(lambda: examine(self._core), self._found, self._failed)

    @Slot(object)
    def _found(self, findings: list[Finding]) -> None:
        self._busy, self._findings, self._at = False, findings, self._core.clock.now()
        self._show_findings()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._say()
        self._summary.setText(str(sentence(error)))

    def findings(self) -> list[Finding]:
        """Return what is shown."""
        return self._findings

    # --- handing on ---------------------------------------------------------------------------------

    @Slot()
    def copy(self) -> None:
        """Put the findings on the clipboard as text."""
        if self._at is None:
            return
        workstation = self._workstation()[:WORKSTATION_LENGTH]
        text = texts.copied_text(self._findings, release.build(), workstation, self._at)
        QGuiApplication.clipboard().setText(text)
        self._summary.setText(translate("Doctor", "Copied. Paste it into a message to the site admin."))

    @Slot(bool)
    def _toggle_qr(self, on: bool) -> None:
        self._qr_panel.setVisible(on)

    def _workstation(self) -> str:
        enrolment = self._core.enrolment
        return enrolment.workstation_id if enrolment else ""

    # --- showing ------------------------------------------------------------------------------------

    def _show_findings(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in sorted(self._findings, key=texts.urgency):  # what needs somebody is seen at once
            self._rows.addWidget(FindingRow(finding, self._list))
        line = codes_line(self._findings, self._workstation())
        self._qr.show_text(line)
        explained = translate("Doctor", "For the site admin's phone: the codes alone, no name and no number.")
        self._qr_text.setText(f"{explained}\n\n{line}")
        self._say()

    def _say(self) -> None:
        self._examine.setEnabled(not self._busy)
        self._copy.setEnabled(self._at is not None)
        self._show_qr.setEnabled(self._at is not None)
        self._progress.setVisible(self._busy)
        self._list.setVisible(bool(self._findings))
        examining = translate("Doctor", "Examining readers, cards, network and disk…")
        self._summary.setText(examining if self._busy else texts.summary_text(self._findings))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the verdicts anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._findings:
            self._show_findings()

    def retranslate(self) -> None:
        """Set the texts; the findings are written anew."""
        super().retranslate()
        self.heading.setText(translate("Doctor", "Card doctor"))
        say(self._examine, translate("Doctor", "Examine again"))
        say(self._copy, translate("Doctor", "Copy as text"))
        say(self._show_qr, translate("Doctor", "QR code"))
        say(self._settings, translate("Doctor", "Use of the readers"))
        self._qr.setAccessibleName(translate("Doctor", "QR code"))
        self._progress.setAccessibleName(translate("Doctor", "Examining readers, cards, network and disk…"))
        if self._findings:
            self._show_findings()
        else:
            self._say()
