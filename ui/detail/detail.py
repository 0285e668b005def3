"""The reading pane: head, body, what I may do, and the panel of the command I am giving.

Opens by keyboard, never takes the focus by itself. News refreshes what is read; a panel that is open
stays with everything typed in it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.clock import Clock
from desktop_app.domain.extension_offer import extension_offer
from desktop_app.domain.outbox import Pending
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.workflow import Command
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.triage.triage import CommandRefused, DraftContent
from ui.commands.catalogue import panel_for
from ui.commands.panel import CommandPanel
from ui.detail.command_bar import CommandBar
from ui.detail.detail_body import DetailBody
from ui.detail.detail_header import DetailHeader
from ui.detail.neighbour_strip import NeighbourStrip
from ui.detail.onlooker_line import OnlookerLine
from ui.detail.panel_facts import context_of
from ui.detail.reading import Reading, after, read
from ui.detail.said_above import SaidAbove
from ui.language import Translated, translate
from ui.map.sketch_view import SketchView
from ui.photos.strip import PhotoStrip
from ui.theme import SPACING, beside_text
from ui.vocabulary.extension_words import offer_words
from ui.vocabulary.highlight import terms_of
from ui.vocabulary.names import Names
from ui.vocabulary.refusals import refusal
from ui.vocabulary.words import command_word
from ui.widgets.island import settle
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone
from ui.wording import sentence

_ROOMY = 760
"""Pixels of height from which photos, text and an open panel stand over one another, at letters of 100 %."""


class Detail(Translated, QFrame):
    """Shows one report. Emits what the person wants done; the desk carries it out."""

    command_chosen = Signal(object)
    """A ``Command`` was chosen in the bar or by its key."""
    confirmed = Signal(object, object)
    """A command and its payload, from a panel."""
    changed = Signal()
    """Another report is shown, or none."""
    panel_changed = Signal()
    """A panel was opened or closed."""
    decision_asked = Signal()
    """The person wants to see mine and theirs."""

    def __init__(self, session: Session, names: Names, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setProperty("role", "pane")
        self._session, self._names, self._clock = session, names, clock
        self._reading: Reading | None = None
        self._panel: CommandPanel | None = None
        self._empty = StatePane("detail.empty", self)
        self._header, self._body = DetailHeader(names), DetailBody(names)
        self._notice, self._bar = Notice("detail.notice"), CommandBar()
        self._offer = Notice("detail.offer")
        self.onlookers = OnlookerLine()
        self._said = SaidAbove(self.onlookers, self._notice, self._offer)
        self.neighbours, self.photos, self.map = NeighbourStrip(), PhotoStrip(), SketchView()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._report = self._page()
        self._stack.addWidget(self._report)
        self._bar.chosen.connect(self.command_chosen)
        self._notice.asked.connect(self.decision_asked)
        self._offer.asked.connect(partial(self.command_chosen.emit, Command.REQUEST_EXTENSION))
        self._said.changed.connect(self._make_room)
        self.retranslate()

    def _page(self) -> QWidget:
        page = QWidget(self)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)  # opaque: nothing that lies under it is painted at a step
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(SPACING.wide, SPACING.small, SPACING.wide, 0)
        self._column.setSpacing(SPACING.small)
        self._pictures = QWidget(page)
        self._pictures.setObjectName("detail.pictures")
        pictures = QHBoxLayout(self._pictures)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(SPACING.small)
        pictures.addWidget(self.photos, 1)
        pictures.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        for part in (
            self._header,
            self._said,
            self._pictures,
            self._body,
            self.neighbours,
            self._bar,
        ):
            self._column.addWidget(part, 1 if part is self._body else 0)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether there is room for the photos beside an open panel."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where room is short photos and map give way: to a form, to what the person must read."""
        has_room = (
            self.height() >= beside_text(_ROOMY)
            if self._panel is not None
            else self._has_room_beside_what_is_said()
        )
        self._pictures.setVisible(has_room and self._reading is not None)

    def _has_room_beside_what_is_said(self) -> bool:
        if self._said.isHidden():
            return True
        room = self.width() - 2 * SPACING.wide
        least = self._column.totalMinimumSize().height() + self._said.left_out(room)
        if self._pictures.isHidden():
            least += self._pictures.minimumSizeHint().height() + SPACING.small
        return least <= self.height()

    def ask_above(self, question: QWidget) -> None:
        """Give a question about the report its place above the text; it is there while it shows itself."""
        self._said.add(question)

    @property
    def reading(self) -> Reading | None:
        """What is shown now."""
        return self._reading

    @property
    def panel(self) -> CommandPanel | None:
        """The panel that is open now."""
        return self._panel

    def show_report(self, report_id: str, search: str = "") -> None:
        """Show another report, the words of ``search`` marked; an open panel is closed, its draft kept."""
        terms = terms_of(search)
        if self._reading is not None and self._reading.report.id == report_id:
            self._body.mark(terms)
            self.follow()
            return
        self.close_panel()
        self._body.look_for(terms)
        self._show(read(self._session, report_id))

    def refresh(self) -> None:
        """Read the report shown anew; a panel stays as it is."""
        if self._reading is not None:
            self._show(read(self._session, self._reading.report.id))

    def show_own(self, pending: Pending) -> None:
        """Show the report as my command ``pending`` leaves it, and no panel any more."""
        if self._panel is not None:
            self.close_panel()  # a draft may have been written in it: the report is read anew
        elif self._reading is not None:
            self._show(after(self._session, self._reading, pending))

    def follow(self) -> None:
        """Show news of the report; what is shown already (my own command) is not laid out again."""
        shown = self._reading
        if shown is not None:
            now = read(self._session, shown.report.id)
            if now != shown:
                self._show(now)

    def clear(self) -> None:
        """Show nothing."""
        self.close_panel()
        self._show(None)

    def open_panel(self, command: Command) -> CommandPanel | None:
        """Open the panel of ``command`` under the report and put the cursor into it."""
        if self._reading is None:
            return None
        self.close_panel()
        report_id = self._reading.report.id

        def save(draft: DraftContent) -> None:
            try:
                self._session.triage.save_draft(report_id, draft)
            except StoreError as error:
                self.show_refusal(error)

        context = context_of(self._session, self._names, self._clock, self._reading, command)
        panel = panel_for(command, context, save)
        panel.confirmed.connect(self._confirm)
        panel.cancelled.connect(self.close_panel)
        self._panel = panel
        self._make_room()
        self._column.addWidget(panel)
        self._bar.hide()
        self._offer.hide()
        panel.show()
        panel.start()
        self.panel_changed.emit()
        return panel

    @Slot()
    def close_panel(self) -> None:
        """Take the panel away; a draft in it was written down."""
        panel, self._panel = self._panel, None
        if panel is None:
            return
        self._make_room()
        panel.close_down()
        had_focus = panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._bar.show()
        if self._reading is None:
            self._show(None)  # the report went while one was writing
        self.refresh()
        if had_focus:
            self._body.setFocus()
        self.panel_changed.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the text, which its keys scroll."""
        (self._body if self._reading is not None else self).setFocus()

    def act_primary(self) -> None:
        """Do what Ctrl+Enter stands for: confirm the open panel, else the primary command."""
        if self._panel is not None:
            self._confirm()
        elif self._reading is not None:
            self._bar.choose_primary()

    def act(self, number: int) -> None:
        """Do what Alt+``number`` stands for, unless a panel is open."""
        if self._panel is None and self._reading is not None:
            self._bar.choose(number)

    def show_refusal(self, error: Exception) -> None:
        """Say why a command was not taken, in its panel or above the text."""
        if self._panel is not None:
            self._panel.show_refusal(error)
        else:
            wording = sentence(error)
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    def retranslate(self) -> None:
        """Say everything again; an open panel is made anew with what was typed and what was refused."""
        heading = translate("Detail", "Choose a report")
        self._empty.say(heading, translate("Detail", "Arrow keys step through the list, Enter opens."))
        self.setAccessibleName(translate("Detail", "Report"))
        self._bar.rebuild()
        panel = self._panel
        self.refresh()
        if panel is not None and self._reading is None:
            self._show_none()
        elif panel is not None:
            held = panel.held()
            again = self.open_panel(panel.command)
            if again is not None:
                again.hold(held)

    def changeEvent(self, event: QEvent) -> None:
        """Paint icons and marks anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._reading is not None:
            self._bar.rebuild()
            self._body.show_reading(self._reading)

    def _show(self, reading: Reading | None) -> None:
        before, self._reading = self._reading, reading
        if (before and before.report.id) != (reading and reading.report.id):
            self.changed.emit()
        for part in (self._header, self._body):
            part.setVisible(reading is not None)
        if reading is None:
            self._show_none()
            return
        self._body.begin(reading.report.id)
        self._header.show_report(reading.report, self._clock.now())
        self._bar.offer(reading.commands)
        self._bar.setVisible(bool(reading.commands) and self._panel is None)
        self._show_standing(reading)
        self._show_offer(reading)
        self._stack.setCurrentIndex(1)
        self._settle()
        self._body.show_reading(reading)

    def _show_none(self) -> None:
        """Show how to choose a report; what is being written about one that went stays with its words."""
        self._offer.clear()
        self._body.begin("")
        if self._panel is None:
            self._stack.setCurrentIndex(0)
            return
        self._make_room()
        self._notice.say(
            Tone.DANGER,
            translate("Detail", "This report is no longer on your desk."),
            translate(
                "Detail",
                "It was passed on, or your rights changed. What you wrote stays below: copy it, then Cancel.",
            ),
        )

    def _settle(self) -> None:
        """Lay out what may have changed now; the head and the bar have done so, the text moves nothing."""
        for part in (self._said, self._pictures, self.neighbours):
            if not part.isHidden():
                settle(part)
        self._make_room()
        self._column.activate()

    def _show_standing(self, reading: Reading) -> None:
        """Say above the text when the centre did not take a command of mine."""
        waiting = reading.needs_person
        if waiting is None:
            self._notice.clear()
            return
        self._notice.say(
            Tone.DANGER,
            translate("Detail", "Needs you: {command} · {reason}").format(
                command=command_word(waiting.event.type), reason=refusal(waiting.problem).title
            ),
            translate("Detail", "Nothing of yours is lost. Compare both versions and decide."),
            translate("Detail", "Compare and decide"),
        )

    def _show_offer(self, reading: Reading) -> None:
        """Offer the extension while it can be asked for in time, and say the rule."""
        can = Command.REQUEST_EXTENSION in reading.commands and self._panel is None
        offer = extension_offer(reading.report, self._clock.now(), self._names.calendar) if can else None
        if offer is None:
            self._offer.clear()
            return
        self._offer.say(
            Tone.CAUTION,
            *offer_words(offer),
            translate("Extension", "Ask for an extension"),
        )

    @Slot()
    def _confirm(self) -> None:
        panel = self._panel
        if panel is None:
            return
        panel.form.clear_problems()
        if self._reading is None:
            panel.show_refusal(CommandRefused("scope_lost"))
            return
        try:
            payload = panel.built()
        except PayloadInvalid as error:
            panel.show_refusal(error)
            return
        self.confirmed.emit(panel.command, payload)
